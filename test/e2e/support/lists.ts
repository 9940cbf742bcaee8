/** The lists of reviews, actions and publication: what is found, the grid and its rows. */
import { expect, type Locator, type Page } from '@playwright/test';
import { tick } from './fields.ts';

export type ListName = 'Reviews' | 'Actions' | 'Publication register';

export const list = (page: Page, name: ListName): Locator => page.getByRole('grid', { name, exact: true });

/** Rows without the header; only those in sight are in the document. */
export const rowsOf = (page: Page, name: ListName): Locator =>
  list(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

export const rowWith = (page: Page, name: ListName, words: string | RegExp): Locator =>
  rowsOf(page, name).filter({ hasText: words });

/** "14 of 152 actions": what the filter finds. */
export const found = (page: Page): Locator =>
  page
    .getByRole('group', { name: 'Filters' })
    .getByRole('status')
    .filter({ hasText: /reviews?|actions?/ });

export const expectFound = async (page: Page, count: number): Promise<void> => {
  await expect(found(page)).toHaveText(
    new RegExp(`^${count.toLocaleString('en-GB')}( of [\\d,]+)? (reviews?|actions?)`),
  );
};

/** Ticks the rows from the first on. */
export const chooseRows = async (page: Page, name: ListName, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await rowsOf(page, name).nth(index).getByRole('gridcell').first().click();
  }
  await expect(rowsOf(page, name).filter({ hasText: /^Selected/ })).toHaveCount(count);
};

/** Opens a filter's choices, ticks one and closes them again. */
export const filterBy = async (page: Page, filter: string, choice: string): Promise<void> => {
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: filter, exact: true }).click();
  await tick(page, 'checkbox', choice);
  await page.keyboard.press('Escape');
};
