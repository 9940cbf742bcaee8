/** What stands around every place: the rail, the top strip, messages. */
import { expect, type Locator, type Page } from '@playwright/test';

export type PlaceName = 'Overview' | 'Reviews' | 'Actions' | 'Publication' | 'Packs' | 'Settings';

const headings: Readonly<Record<PlaceName, string>> = {
  Overview: 'Overview',
  Reviews: 'Reviews',
  Actions: 'Actions',
  Publication: 'Publication',
  Packs: 'Status pack',
  Settings: 'Board',
};

export const main = (page: Page): Locator => page.getByRole('main');

export const goToPlace = async (page: Page, place: PlaceName): Promise<void> => {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
  await expect(page.getByRole('heading', { level: 1, name: headings[place] })).toBeVisible();
};

/** As if it had been typed in the address bar: "/reviews?late=true". */
export const goToAddress = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
};

export const saved = (page: Page): Locator => page.getByRole('banner').getByText(/Saved \d\d:\d\d$/);

export const message = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Messages' }).getByText(words);

export const undoInMessage = (page: Page): Locator =>
  page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo', exact: true });
