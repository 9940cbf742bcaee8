import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { choose, fill, find, fromMenu, tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, goToPlace, main, message, undoInMessage } from './support/frame.ts';
import { chooseRows, expectFound, rowsOf, rowWith } from './support/lists.ts';

const panel = (page: Page) => page.getByRole('complementary');
const dialog = (page: Page) => page.getByRole('dialog');
const views = (page: Page) => page.getByRole('navigation', { name: 'View' });
const figure = (page: Page, words: string | RegExp) =>
  page.getByRole('group', { name: 'Figures of this report' }).getByRole('link', { name: words });

test('a report is answered: its recommendations pasted at once, some in place, one rejected with its reason, its plan agreed', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Actions');
  await views(page).getByRole('link', { name: 'Answered reports' }).click();
  await page.getByRole('button', { name: 'Add a report' }).click();
  await panel(page).getByRole('button', { name: 'Add the report' }).click();
  await expect(panel(page).getByText('Give it a reference.')).toBeVisible();
  await fill(panel(page), 'Reference', 'Independent review 2026');
  await fill(panel(page), 'Title', 'What boards answer');
  await fill(panel(page), /^How many recommendations/, '94');
  await panel(page).getByRole('button', { name: 'Add the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Independent review 2026' })).toBeVisible();

  await page.getByRole('button', { name: 'Add recommendations' }).click();
  const many = Array.from({ length: 94 }, (_, at) => `${at + 1}. Do the ${at + 1}th thing`).join('\n');
  await dialog(page).getByLabel('Paste them here').fill(`Recommendations\n${many}\n94. Twice`);
  await expect(dialog(page)).toContainText('94 recommendations will be added, 1 left out.');
  await dialog(page).getByRole('button', { name: 'Add 94 recommendations' }).click();
  await expect(figure(page, /^94\s*recommendations held/)).toContainText('94 stated');

  await tick(page, 'checkbox', 'Select recommendation 1');
  await tick(page, 'checkbox', 'Select recommendation 2');
  await page.getByRole('button', { name: 'Mark as in place' }).click();
  await fill(dialog(page), /^What was in place/, 'The policy of 2024');
  await dialog(page).getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(figure(page, /^2\s*already in place/)).toBeVisible();

  await page.getByRole('button', { name: 'Record an answer' }).click();
  await find(dialog(page), 'Agency', 'Exampleshire Housing');
  await tick(dialog(page), 'radio', 'Rejected');
  await dialog(page).getByRole('button', { name: 'Record the answer' }).click();
  await expect(dialog(page).getByText('A rejection needs its rationale.')).toBeVisible();
  await fill(dialog(page), 'Rationale', 'The region answers for it');
  await dialog(page).getByRole('button', { name: 'Record the answer' }).click();
  await expect(figure(page, /^2\s*answers are rejections/)).toBeVisible();

  await figure(page, /^2\s*answers are rejections/).click();
  await expect(main(page).getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Open recommendation 2', exact: true }).click();
  await expect(main(page)).toContainText('The region answers for it');
  await page.getByRole('button', { name: 'Add an action to recommendation 2' }).click();
  await expect(page.getByRole('textbox', { name: 'Number', exact: true })).toHaveValue('2.1');
  await fill(page, 'Action', 'Say so to the region');
  await page.getByRole('button', { name: 'Add the action' }).click();
  await expect(main(page).getByRole('link', { name: '2.1 Say so to the region' })).toBeVisible();
  await expect(figure(page, /^0 of 1\s*actions complete/)).toBeVisible();

  await page.getByRole('button', { name: 'Record: Case review sub-group' }).click();
  await dialog(page).getByRole('button', { name: 'Record the approval' }).click();
  await expect(main(page)).toContainText('Endorsed by the Case review sub-group');
});

test('a file is attached to evidence, found by its name, saved as a copy, detached and brought back; a dangerous one is refused', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Actions');
  await views(page).getByRole('link', { name: 'Evidence' }).click();
  await page.getByRole('button', { name: 'Record evidence' }).click();
  await fill(panel(page), 'What it is', 'Minutes of the learning event');
  await panel(page).getByRole('button', { name: 'Record the evidence' }).click();
  await expect(panel(page)).toContainText('no sub-group looks at it');

  const attach = async (name: string, contents: Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await panel(page).getByRole('button', { name: 'Attach a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: contents });
  };
  await attach('minutes.pdf', Buffer.from('MZ a program'));
  await expect(panel(page).getByRole('alert')).toContainText('is a program for Windows');
  const large = Buffer.alloc(25 * 1024 * 1024, 'Minutes. ');
  await attach('learning event minutes.txt', large);
  await expect(message(page, 'Attached “learning event minutes.txt”')).toBeVisible();
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await expect(panel(page)).toContainText('25.0 MB');
  await expect(panel(page)).toContainText('outside the encrypted board');

  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Save a copy of learning event minutes.txt' }).click();
  const copy = await download;
  expect(copy.suggestedFilename()).toBe('learning event minutes.txt');
  expect(readFileSync(await copy.path()).equals(large)).toBe(true);

  await panel(page).getByRole('button', { name: 'Detach learning event minutes.txt' }).click();
  await expect(panel(page).getByRole('button', { name: /^Save a copy/ })).toHaveCount(0);
  await undoInMessage(page).click();
  await expect(panel(page).getByRole('button', { name: /^Save a copy/ })).toHaveCount(1);

  await panel(page).getByRole('button', { name: 'Link to an action' }).click();
  await dialog(page).getByRole('combobox', { name: 'Action' }).fill('neglect');
  await page.getByRole('option').first().click();
  await dialog(page).getByRole('button', { name: 'Link the evidence' }).click();
  await expect(panel(page).getByRole('button', { name: /^Take it off action/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Find in evidence' }).fill('event minutes.txt');
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d+ items$/ })).toBeVisible();
});

test('actions are split, merged, given to another area and reopened, each as one change', async ({ sample: page }) => {
  await goToAddress(page, '/actions?state=not-started');
  await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
  const title = panel(page).getByRole('heading', { level: 2, name: /^Action \d/ });
  const number = (await title.innerText()).replace('Action ', '');
  await fromMenu(page, 'More to do', 'Split…');
  await fill(dialog(page).getByRole('group', { name: 'Part 2' }), 'Action', 'Check that it worked');
  await fill(dialog(page), 'Reason', 'Two pieces of work');
  await dialog(page).getByRole('button', { name: 'Split the action' }).click();
  await expect(message(page, `Split action ${number} into ${number}a, ${number}b`)).toBeVisible();
  await expect(panel(page)).toContainText(`Superseded by action ${number}a`);
  await expect(panel(page)).toContainText(`Split into ${number}a and ${number}b: Two pieces of work`);
  await undoInMessage(page).click();
  await expect(panel(page)).not.toContainText('Superseded by');
  await page.keyboard.press('Escape');

  await goToAddress(page, '/actions?state=in-progress');
  await chooseRows(page, 'Actions', 2);
  await fromMenu(page, 'More', 'Merge into one…');
  await fill(dialog(page), 'Reason', 'The same work twice');
  await dialog(page).getByRole('button', { name: 'Merge the actions' }).click();
  await expect(message(page, 'Merged 2 actions')).toBeVisible();
  await page.getByRole('button', { name: 'Clear selection' }).click();

  await chooseRows(page, 'Actions', 1);
  await fromMenu(page, 'More', 'Mark as another area’s…');
  await fill(dialog(page), 'Reason', 'Led by the neighbouring area');
  await dialog(page).getByRole('button', { name: 'Mark as outside our oversight' }).click();
  await goToAddress(page, '/actions?state=outside-our-oversight');
  await expect(rowWith(page, 'Actions', 'Outside our oversight').first()).toBeVisible();
  await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
  await fromMenu(page, 'More to do', 'Reopen…');
  await fill(dialog(page), 'Reason', 'It is ours after all');
  await dialog(page).getByRole('button', { name: 'Reopen' }).click();
  await expect(panel(page)).toContainText('It is ours after all');
});

test('several actions get an owner and themes, and an update says what the agency reports', async ({
  sample: page,
}) => {
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  await chooseRows(page, 'Actions', 2);
  await fromMenu(page, 'More', 'Set the owner');
  await tick(dialog(page), 'radio', 'A group');
  await fill(dialog(page), 'Which group', 'Neglect task group');
  await dialog(page).getByRole('button', { name: 'Set the owner' }).click();
  await expect(message(page, /^Set the owner of 2 actions/)).toBeVisible();
  await fromMenu(page, 'More', 'Change themes');
  await find(dialog(page), /^File under/, 'Escalation');
  await dialog(page).getByRole('button', { name: 'Change the themes' }).click();
  await expect(message(page, /^Changed the themes of 2 actions/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear selection' }).click();

  await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).click();
  await expect(panel(page)).toContainText('Neglect task group');
  await expect(panel(page).getByRole('button', { name: 'Remove Escalation' })).toBeVisible();
  await fill(panel(page), 'Add a progress update', 'All done, they say');
  await choose(panel(page), 'State as the agency sees it', 'Reported complete');
  await panel(page).getByRole('button', { name: 'Add the update' }).click();
  await expect(panel(page)).toContainText('The agency reports: reported complete');
});
