/** Every screen, panel and dialog of an open board, and how a person gets there. */
import { expect, type Page } from '@playwright/test';
import { goToAddress } from './frame.ts';
import { list, rowsOf } from './lists.ts';
import { openReview } from './reviews.ts';

export type ScreenToVisit = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly popoverOpen?: boolean;
  readonly part?: string;
};

const dialog = '[role="dialog"]';
const panel = 'aside.ui-side-panel';

const settings = [
  ['board', 'Board'],
  ['agencies', 'Agencies'],
  ['bodies', 'Bodies and meetings'],
  ['ladder', 'Approval ladder'],
  ['rag', 'RAG scheme'],
  ['review-types', 'Review types and clocks'],
  ['closures', 'Closures'],
  ['themes', 'Themes'],
  ['security', 'Security'],
  ['backups', 'Backups'],
  ['about', 'About'],
] as const;

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

export const PLACES_TO_VISIT: readonly ScreenToVisit[] = [
  {
    name: 'Overview',
    open: async (page) => {
      await goToAddress(page, '/');
      await expect(page.getByRole('heading', { name: 'Late, and why' })).toBeVisible();
    },
  },
  { name: 'Reviews', open: (page) => openList(page, '/reviews', 'Reviews') },
  {
    name: 'Timeline',
    open: async (page) => {
      await goToAddress(page, '/reviews/timeline');
      await expect(page.getByRole('listbox', { name: 'Reviews along time' })).toBeVisible();
    },
  },
  {
    name: 'Record a review',
    open: async (page) => {
      await goToAddress(page, '/reviews/new');
      await heading(page, 'Record a review');
    },
  },
  { name: 'one review', open: (page) => openReview(page, 'LCSPR 2025/02') },
  { name: 'Actions', open: (page) => openList(page, '/actions', 'Actions') },
  { name: 'Publication', open: (page) => openList(page, '/publication', 'Publication register') },
  {
    name: 'Packs',
    open: async (page) => {
      await goToAddress(page, '/packs');
      await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
    },
  },
];

export const SETTINGS_TO_VISIT: readonly ScreenToVisit[] = settings.map(([key, title]) => ({
  name: `Settings: ${title}`,
  open: async (page: Page) => {
    await goToAddress(page, `/settings/${key}`);
    await heading(page, title);
  },
}));

export const PANELS_AND_DIALOGS: readonly ScreenToVisit[] = [
  {
    name: 'the panel of an action',
    part: panel,
    open: async (page) => {
      await openList(page, '/actions', 'Actions');
      await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
      await expect(page.getByRole('complementary').getByText('Success measure')).toBeVisible();
    },
  },
  { name: 'changing targets', part: dialog, open: (page) => openBulkDialog(page, 'Change target') },
  { name: 'adding updates', part: dialog, open: (page) => openBulkDialog(page, 'Add update') },
  { name: 'moving states', part: dialog, open: (page) => openBulkDialog(page, 'Move state') },
  { name: 'recording approvals', part: dialog, open: (page) => openBulkDialog(page, 'Record approval') },
  {
    name: 'adding an action',
    part: panel,
    open: async (page) => {
      await openList(page, '/actions', 'Actions');
      await page.getByRole('button', { name: 'Add an action' }).click();
      await expect(page.getByRole('complementary', { name: 'New action' })).toBeVisible();
    },
  },
  {
    name: 'a filter',
    popoverOpen: true,
    open: async (page) => {
      await openList(page, '/reviews', 'Reviews');
      await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Type', exact: true }).click();
      await expect(page.getByRole('checkbox', { name: 'Rapid review' })).toBeVisible();
    },
  },
  {
    name: 'the panel of a publication',
    part: panel,
    open: async (page) => {
      await openList(page, '/publication?state=delayed', 'Publication register');
      await rowsOf(page, 'Publication register').first().getByRole('gridcell').first().click();
      await expect(page.getByRole('complementary').getByRole('button', { name: 'Add a delay' })).toBeVisible();
    },
  },
  {
    name: 'ending a delay',
    part: dialog,
    open: async (page) => {
      await openReview(page, 'LCSPR 2025/02');
      await page.getByRole('button', { name: 'End this delay' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'a publication decision', part: dialog, open: (page) => openFromReview(page, 'Record a decision') },
  { name: 'an approval', part: dialog, open: (page) => openFromReview(page, 'Record an approval') },
  {
    name: 'the stages of a review',
    popoverOpen: true,
    open: async (page) => {
      await openReview(page, 'LCSPR 2025/02');
      await page.getByRole('button', { name: /^Stage: / }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'the history of a record',
    part: panel,
    open: async (page) => {
      await openReview(page, 'LCSPR 2025/02');
      await page.getByRole('button', { name: 'History: the summary' }).click();
      await expect(page.getByRole('complementary')).toBeVisible();
    },
  },
  {
    name: 'the command palette',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the keys',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/');
      await page.getByRole('main').focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'restoring a backup',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/settings/backups');
      await page
        .getByRole('button', { name: /^Restore the backup of/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

/** Whatever is open in front goes, so that the next screen can be visited. */
export const leave = async (page: Page): Promise<void> => {
  const inFront = page.locator('[role="dialog"], [role="menu"], [role="listbox"][data-trigger]');
  if ((await inFront.count()) > 0) await page.keyboard.press('Escape');
  await expect(page.locator('[role="dialog"], [role="menu"]')).toHaveCount(0);
};

const openList = async (page: Page, address: string, name: 'Reviews' | 'Actions' | 'Publication register') => {
  await goToAddress(page, address);
  await expect(list(page, name)).toBeVisible();
  await expect(rowsOf(page, name).first()).toBeVisible();
};

const openBulkDialog = async (page: Page, button: string): Promise<void> => {
  await openList(page, '/actions', 'Actions');
  const isAnyChosen = (await page.getByRole('columnheader', { name: 'Clear the selection' }).count()) > 0;
  if (!isAnyChosen) {
    await rowsOf(page, 'Actions').nth(0).getByRole('gridcell').first().click();
    await rowsOf(page, 'Actions').nth(1).getByRole('gridcell').first().click();
  }
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const openFromReview = async (page: Page, button: string): Promise<void> => {
  await openReview(page, 'LCSPR 2025/02');
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
