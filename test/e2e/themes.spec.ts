import type { Locator, Page } from '@playwright/test';
import { fill, find, fromMenu } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message, undoInMessage } from './support/frame.ts';
import { expectFound } from './support/lists.ts';

const tree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Themes' });
const theme = (page: Page, name: string): Locator => tree(page).getByRole('row', { name: new RegExp(`^${name}: `) });
const menuOf = (name: string): string => `What to do with ${name}`;

const openThemes = async (page: Page, view = 'tree'): Promise<void> => {
  await goToAddress(page, `/themes?view=${view}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Themes' })).toBeVisible();
};

test('themes are added, moved, merged and brought back by undo; what is in use is merged, not removed', async ({
  sample: page,
}) => {
  await openThemes(page);
  await expect(theme(page, 'Physical')).toContainText('Recurs after sign-off');
  await fromMenu(page, menuOf('Physical'), 'Merge into');
  const merging = page.getByRole('dialog');
  await find(merging, 'Merge into', 'Neglect');
  await merging.getByRole('button', { name: 'Merge into Neglect' }).click();
  await expect(theme(page, 'Neglect')).toContainText('with Physical');
  await expect(theme(page, 'Physical')).toHaveCount(0);
  await undoInMessage(page).click();
  await expect(theme(page, 'Physical')).toBeVisible();
  await expect(theme(page, 'Neglect')).not.toContainText('with Physical');

  await fromMenu(page, menuOf('Harm'), 'Add a theme under it');
  await fill(page.getByRole('dialog'), 'Name', 'Cold homes');
  await page.getByRole('dialog').getByRole('button', { name: 'Add the theme' }).click();
  await expect(theme(page, 'Cold homes')).toHaveAttribute('aria-level', '2');
  await fromMenu(page, menuOf('Cold homes'), 'Move under');
  await find(page.getByRole('dialog'), 'Move under', 'Neglect');
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(theme(page, 'Cold homes')).toHaveAttribute('aria-level', '3');

  await fromMenu(page, menuOf('Physical'), 'Remove');
  await expect(page.getByRole('dialog')).toContainText('cannot be removed without losing that');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await fromMenu(page, menuOf('Cold homes'), 'Remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(theme(page, 'Cold homes')).toHaveCount(0);
  await expect(message(page, 'Removed the theme Cold homes')).toBeVisible();
});

test('a theme is dragged by the keyboard, and its figures lead to the lists behind them', async ({ sample: page }) => {
  await openThemes(page);
  await tree(page).focus();
  await page.keyboard.type('Onl');
  await expect(theme(page, 'Online')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Drag Online' })).toBeFocused();
  await page.keyboard.press('Enter');
  // Up to the theme before it: first to the line between the two, then onto it.
  await expect(tree(page).locator('[data-drop-target]')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(message(page, 'Moved the theme Online')).toBeVisible();
  const count = await theme(page, 'Neglect')
    .getByRole('link', { name: /reviews: Neglect/ })
    .textContent();
  await theme(page, 'Neglect')
    .getByRole('link', { name: /reviews: Neglect/ })
    .click();
  await expectFound(page, Number(count));
});

test('the matrix is walked with the arrow keys, says each cell in words and opens the review', async ({
  sample: page,
}) => {
  await openThemes(page, 'matrix');
  const grid = page.getByRole('grid', { name: 'Themes of reviews' });
  await expect(grid).toHaveAttribute('aria-colcount', '60');
  await page.getByRole('button', { name: 'Themes in use only' }).click();
  await grid.getByRole('rowheader', { name: /LCSPR 2025\/02/ }).focus();
  await page.keyboard.press('ArrowRight');
  const cell = grid.locator(':focus');
  await expect(cell).toHaveAttribute('role', 'gridcell');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(grid.locator(':focus')).toHaveText(/LCSPR 2025\/02/);
  const linked = grid.getByRole('row', { name: /LCSPR 2025\/02/ }).getByRole('gridcell', { name: /^The review/ });
  await linked.first().focus();
  await expect(main(page)).toContainText(/LCSPR 2025\/02 Baby T · LCSPR, 2025 · .+: the review/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Baby T/ })).toBeVisible();
  await expect(main(page).getByRole('list', { name: 'What recurs' })).toContainText('Also seen in');
});

test('the years of a theme lead to its reviews, and a task is verified by a finding', async ({ sample: page }) => {
  await openThemes(page, 'trend');
  await page.getByRole('link', { name: /in 2016: Harm/ }).click();
  await expect(main(page).getByRole('table', { name: 'Reviews of 2016: Harm' })).toContainText('SCR 2016/01');
  await openThemes(page, 'tasks');
  await page.getByRole('link', { name: /1 overdue tasks: Professional practice/ }).click();
  await page.getByRole('button', { name: /^Record the finding: Neglect/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Record the finding' }).click();
  await expect(dialog).toContainText('Write what was found');
  await fill(dialog, /^What was found/, 'Scores led to a plan in 24 of 30 cases');
  await dialog.getByRole('button', { name: 'Record the finding' }).click();
  await expect(main(page)).toContainText('No task matches these filters');
  await goToAddress(page, '/themes?view=tasks&state=verified');
  await expect(main(page)).toContainText('Scores led to a plan in 24 of 30 cases');
});
