/** Every screen, panel and dialog of an open board, and how a person gets there. */
import { expect, type Page } from '@playwright/test';
import { find } from './fields.ts';
import { goToAddress } from './frame.ts';
import { list, rowsOf } from './lists.ts';
import { issuePack } from './packs.ts';
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
    name: 'Stages',
    open: async (page) => {
      await goToAddress(page, '/reviews/stages');
      await expect(page.getByRole('group', { name: 'Reviews by stage' }).getByRole('article').first()).toBeVisible();
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
  {
    name: 'Chasing',
    open: async (page) => {
      await goToAddress(page, '/actions/chasing');
      await expect(page.getByRole('table', { name: 'No update received, by agency' })).toBeVisible();
    },
  },
  { name: 'Answered reports', open: (page) => openAnswered(page) },
  {
    name: 'one answered report',
    open: async (page) => {
      await openAnswered(page);
      await page.getByRole('link', { name: 'National report 2026' }).click();
      await page.getByRole('button', { name: 'Open recommendation 7', exact: true }).click();
      await expect(page.getByText('which answers for it')).toBeVisible();
    },
  },
  {
    name: 'Evidence',
    open: async (page) => {
      await goToAddress(page, '/actions/evidence');
      await expect(page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1)).toBeVisible();
    },
  },
  { name: 'Publication', open: (page) => openList(page, '/publication', 'Publication register') },
  {
    name: 'Find anything',
    open: async (page) => {
      await goToAddress(page, '/find');
      await page.getByRole('searchbox', { name: 'Find in everything that is recorded' }).fill('trial');
      await expect(page.getByRole('region', { name: 'Publication delays' })).toBeVisible();
    },
  },
  { name: 'Meetings', open: (page) => openMeetings(page, '', 'Coming meetings') },
  { name: 'Meetings: what is asked of them', open: (page) => openMeetingsAsked(page) },
  { name: 'Meetings: the year', open: (page) => openMeetings(page, '?view=year', /^Meetings of \d{4}/) },
  { name: 'Meetings: attendance', open: (page) => openMeetings(page, '?view=attendance', /^Attendance of/) },
  { name: 'Meetings: plan a year', open: (page) => openMeetings(page, '?view=plan', /^Dates proposed/) },
  { name: 'one meeting', open: (page) => openMeeting(page) },
  {
    name: 'Deadlines: agenda',
    open: async (page) => {
      await goToAddress(page, '/deadlines');
      await expect(page.getByRole('heading', { level: 2, name: 'From today on' })).toBeVisible();
    },
  },
  {
    name: 'Deadlines: month',
    open: async (page) => {
      await goToAddress(page, '/deadlines?view=month');
      await expect(page.getByRole('grid', { name: /^Deadlines in/ })).toBeVisible();
    },
  },
  {
    name: 'Stated figures',
    open: async (page) => {
      await goToAddress(page, '/packs/figures');
      await heading(page, 'Stated figures');
    },
  },
  {
    name: 'Packs',
    open: async (page) => {
      await goToAddress(page, '/packs');
      await expect(page.getByRole('article', { name: 'On one page' })).toBeVisible();
    },
  },
  {
    name: 'Packs for the public',
    open: async (page) => {
      await goToAddress(page, '/packs');
      const audience = page.getByRole('radio', { name: 'The public' });
      if (!(await audience.isChecked())) await audience.press('Space');
      await expect(page.getByRole('heading', { name: 'Withheld from this public pack' })).toBeVisible();
      await expect(page.getByRole('article').first()).toContainText('OFFICIAL');
    },
  },
  {
    name: 'Pack register',
    open: async (page) => {
      await goToAddress(page, '/packs/register');
      await heading(page, 'Pack register');
      await expect(page.getByText('No pack is issued yet')).toBeVisible();
    },
  },
  { name: 'Themes: tree', open: (page) => openThemes(page, 'tree', 'Professional curiosity') },
  { name: 'Themes: matrix', open: (page) => openThemes(page, 'matrix', 'LCSPR 2025/02') },
  { name: 'Themes: trend', open: (page) => openThemes(page, 'trend', 'Any theme') },
  { name: 'Themes: tasks', open: (page) => openThemes(page, 'tasks', 'Open tasks by body') },
  { name: 'Themes: learning', open: (page) => openThemes(page, 'learning', 'What has no impact check yet') },
  {
    name: 'one theme',
    open: async (page) => {
      await openThemes(page, 'tree', 'Neglect');
      await page.getByRole('treegrid').getByRole('link', { name: 'Neglect', exact: true }).click();
      await heading(page, 'Neglect');
    },
  },
  {
    name: 'Agencies',
    open: async (page) => {
      await goToAddress(page, '/agencies');
      await expect(page.getByRole('table', { name: 'Agencies' })).toBeVisible();
    },
  },
  {
    name: 'one agency',
    open: async (page) => {
      await goToAddress(page, '/agencies');
      await page.getByRole('link', { name: 'Exampleshire Integrated Care Board', exact: true }).click();
      await heading(page, 'Exampleshire Integrated Care Board');
    },
  },
  {
    name: 'one body',
    open: async (page) => {
      await goToAddress(page, '/agencies');
      await page.getByRole('main').getByRole('link', { name: 'Executive group', exact: true }).click();
      await heading(page, 'Executive group');
    },
  },
  {
    name: 'Sync',
    open: async (page) => {
      await goToAddress(page, '/sync');
      await expect(page.getByText('Only this laptop keeps the board so far')).toBeVisible();
    },
  },
  {
    name: 'Let a laptop join',
    open: async (page) => {
      await goToAddress(page, '/sync/join');
      await heading(page, 'Let a laptop join');
      await expect(page.getByRole('button', { name: 'Open a request to join…' })).toBeVisible();
    },
  },
  {
    name: 'Conflicts',
    open: async (page) => {
      await goToAddress(page, '/conflicts');
      await expect(page.getByText('Nothing was changed apart')).toBeVisible();
    },
  },
  {
    name: 'History',
    open: async (page) => {
      await goToAddress(page, '/history');
      await expect(page.getByRole('button', { name: 'Show earlier changes' })).toBeVisible();
    },
  },
  {
    name: 'Removed records',
    open: async (page) => {
      await goToAddress(page, '/history?view=removed');
      await expect(page.getByText('Nothing is removed')).toBeVisible();
    },
  },
];

const openAnswered = async (page: Page): Promise<void> => {
  await goToAddress(page, '/actions/answered');
  await heading(page, 'Answered reports');
  await expect(page.getByRole('link', { name: 'National report 2026' })).toBeVisible();
};

const openIssuedPack = async (page: Page): Promise<void> => {
  await issuePack(page);
  await page.getByRole('link', { name: /^pack \d+$/ }).click();
  await expect(page.getByRole('table', { name: 'Documents' })).toBeVisible();
};

const openThemes = async (page: Page, view: string, shown: string): Promise<void> => {
  await goToAddress(page, `/themes?view=${view}`);
  await heading(page, 'Themes');
  await expect(page.getByRole('main').getByText(shown).first()).toBeVisible();
};

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
  { name: 'merging actions', part: dialog, open: (page) => openFromBulkMenu(page, 'Merge into one…') },
  { name: 'superseding actions', part: dialog, open: (page) => openFromBulkMenu(page, 'Supersede by another…') },
  { name: 'reopening actions', part: dialog, open: (page) => openFromBulkMenu(page, 'Reopen…') },
  { name: 'actions of another area', part: dialog, open: (page) => openFromBulkMenu(page, 'Mark as another area’s…') },
  { name: 'the owner of actions', part: dialog, open: (page) => openFromBulkMenu(page, 'Set the owner') },
  { name: 'the themes of actions', part: dialog, open: (page) => openFromBulkMenu(page, 'Change themes') },
  {
    name: 'splitting an action',
    part: dialog,
    open: async (page) => {
      await openList(page, '/actions?open=true', 'Actions');
      await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
      await page.getByRole('complementary').getByRole('button', { name: 'More to do', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Split…' }).click();
      await expect(page.getByRole('dialog', { name: /^Split action/ })).toBeVisible();
    },
  },
  {
    name: 'an item of evidence',
    part: panel,
    open: async (page) => {
      await goToAddress(page, '/actions/evidence?withFiles=true');
      await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).getByRole('gridcell').first().click();
      await expect(page.getByRole('complementary').getByText('Audit findings.txt')).toBeVisible();
    },
  },
  {
    name: 'an agency’s answer',
    part: dialog,
    open: async (page) => {
      await openAnswered(page);
      await page.getByRole('link', { name: 'National report 2026' }).click();
      await page.getByRole('button', { name: 'Open recommendation 7', exact: true }).click();
      await page.getByRole('button', { name: 'Add an agency’s answer to recommendation 7' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'pasting recommendations',
    part: dialog,
    open: async (page) => {
      await openAnswered(page);
      await page.getByRole('link', { name: 'National report 2026' }).click();
      await page.getByRole('button', { name: 'Add recommendations' }).click();
      await page.getByLabel('Paste them here').fill('1. Taken\n99. New');
      await expect(page.getByText('1 recommendation will be added, 1 left out.')).toBeVisible();
    },
  },
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
    name: 'writing request sheets',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/actions/chasing');
      await page.getByRole('button', { name: 'Write request sheets' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
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
    name: 'deferring an item of a meeting',
    part: dialog,
    open: async (page) => {
      await openMeeting(page);
      await page.getByRole('button', { name: 'More for item 1' }).click();
      await page.getByRole('menuitem', { name: 'Defer it' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'recording an approval at a meeting',
    part: dialog,
    open: async (page) => {
      await openMeeting(page);
      await page.getByRole('button', { name: 'Record an approval on item 1' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'putting a calendar rule together',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/settings/bodies');
      await page.getByRole('button', { name: 'All about Executive group' }).click();
      await page.getByRole('button', { name: 'Put the rule together' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
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
    name: 'handing a review over',
    part: dialog,
    open: (page) => openFromReviewMenu(page, /^Hand over/),
  },
  { name: 'converting a review', part: dialog, open: (page) => openFromReviewMenu(page, /^Convert to/) },
  { name: 'closing a review', part: dialog, open: (page) => openFromReview(page, 'Close this review') },
  {
    name: 'receiving a review',
    part: dialog,
    open: async (page) => {
      await openList(page, '/reviews', 'Reviews');
      await page.getByRole('button', { name: 'More for reviews' }).click();
      await page.getByRole('menuitem', { name: 'Receive a review' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
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
    name: 'naming a template of packs',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/packs');
      await page.getByRole('button', { name: 'Keep as a template' }).click();
      await page.getByRole('menuitem', { name: 'Save as a new template…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'an issued pack beside another',
    open: async (page) => {
      await issuePack(page);
      await openIssuedPack(page);
      // Scrolled to first: a list of options closes when the page moves under it.
      await page.getByRole('combobox', { name: 'Compare with' }).click();
      await find(page, 'Compare with', 'Pack 1');
      await expect(page.getByRole('table', { name: 'Figures then and now' })).toBeVisible();
    },
  },
  {
    name: 'tabling a pack',
    part: dialog,
    open: async (page) => {
      await openIssuedPack(page);
      await page.getByRole('button', { name: 'Mark as tabled' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'merging themes',
    part: dialog,
    open: async (page) => {
      await openThemes(page, 'tree', 'Neglect');
      await page.getByRole('button', { name: 'What to do with Neglect' }).click();
      await page.getByRole('menuitem', { name: 'Merge into' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
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
    name: 'saved views',
    popoverOpen: true,
    open: async (page) => {
      await openList(page, '/actions', 'Actions');
      await page.getByRole('button', { name: 'Views' }).click();
      await expect(page.getByRole('dialog', { name: 'Saved views' })).toBeVisible();
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
  {
    name: 'the choice of an earlier day',
    part: dialog,
    open: async (page) => {
      await goToAddress(page, '/history');
      await page.getByRole('button', { name: 'Look at an earlier day' }).click();
      await expect(page.getByRole('dialog')).toContainText('End of last month');
    },
  },
];

/** Whatever is open in front goes, so that the next screen can be visited. */
export const leave = async (page: Page): Promise<void> => {
  const inFront = page.locator('[role="dialog"], [role="menu"], [role="listbox"][data-trigger]');
  if ((await inFront.count()) > 0) await page.keyboard.press('Escape');
  await expect(page.locator('[role="dialog"], [role="menu"]')).toHaveCount(0);
};

const openMeetings = async (page: Page, search: string, table: string | RegExp): Promise<void> => {
  await goToAddress(page, `/meetings${search}`);
  await expect(page.getByRole('table', { name: table })).toBeVisible();
};

const openMeetingsAsked = async (page: Page): Promise<void> => {
  await goToAddress(page, '/meetings?view=asked');
  await expect(page.getByRole('heading', { level: 2, name: 'Executive group' })).toBeVisible();
};

const openMeeting = async (page: Page): Promise<void> => {
  await openMeetings(page, '?view=past', /^Past meetings/);
  await page.getByRole('row').filter({ hasText: 'Case review sub-group' }).first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Agenda, and what came of it' })).toBeVisible();
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

const openFromBulkMenu = async (page: Page, item: string): Promise<void> => {
  await openList(page, '/actions', 'Actions');
  const isAnyChosen = (await page.getByRole('columnheader', { name: 'Clear the selection' }).count()) > 0;
  if (!isAnyChosen) {
    await rowsOf(page, 'Actions').nth(0).getByRole('gridcell').first().click();
    await rowsOf(page, 'Actions').nth(1).getByRole('gridcell').first().click();
  }
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const openFromReview = async (page: Page, button: string): Promise<void> => {
  await openReview(page, 'LCSPR 2025/02');
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const openFromReviewMenu = async (page: Page, item: RegExp): Promise<void> => {
  await openReview(page, 'LCSPR 2025/02');
  await page.getByRole('button', { name: 'More for this review' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
