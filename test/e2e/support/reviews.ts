import { expect, type Locator, type Page } from '@playwright/test';
import { goToPlace, main } from './frame.ts';
import { list } from './lists.ts';

export const openReview = async (page: Page, reference: string): Promise<void> => {
  await goToPlace(page, 'Reviews');
  await list(page, 'Reviews').getByRole('gridcell', { name: reference, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Reviews');
  await expect(main(page).getByText(reference).first()).toBeVisible();
};

export const clock = (page: Page, name: string | RegExp): Locator =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name }) });

/** A form that opens in its place, named by the button that opened it. */
export const openForm = async (page: Page, name: string): Promise<Locator> => {
  await main(page).getByRole('button', { name, exact: true }).first().click();
  return main(page).getByRole('form', { name });
};

/** What the review's own history tells, the newest first. */
export const historyEntries = (page: Page): Locator =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(/· Board manager ·/) });
