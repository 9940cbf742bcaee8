import type { Page } from '@playwright/test';
import { choose, fill, find, fromMenu } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, goToPlace, message, undoInMessage } from './support/frame.ts';
import { chooseRows, expectFound, list, rowsOf, rowWith } from './support/lists.ts';

const bulk = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the address is the filter: what it says is found, and what is chosen on the screen stands in it', async ({
  sample: page,
}) => {
  await goToAddress(page, '/actions?overdue=true&find=history');
  await expectFound(page, 2);
  await expect(page.getByRole('searchbox', { name: 'Find in actions' })).toHaveValue('history');
  await page.getByRole('searchbox', { name: 'Find in actions' }).fill('');
  await expectFound(page, 14);
  await expect(page).not.toHaveURL(/find=/);
  await page.reload();
  await expectFound(page, 14);
});

test('several targets move at once with a reason, their earlier targets are kept, and one Undo takes all back', async ({
  sample: page,
}) => {
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  const before = await rowsOf(page, 'Actions').nth(0).innerText();
  await chooseRows(page, 'Actions', 3);
  await bulk(page, 'Change target').click();
  const dialog = page.getByRole('dialog', { name: 'Change the target of 3 actions' });
  await fill(dialog, 'Target date', '1 March 2027');
  await dialog.getByRole('button', { name: 'Change the target' }).click();
  await expect(dialog.getByText('Say why the target moves.')).toBeVisible();
  await fill(dialog, 'Reason', 'The training provider withdrew');
  await dialog.getByRole('button', { name: 'Change the target' }).click();
  await expect(message(page, /^Changed the target of 3 actions/)).toBeVisible();
  await expectFound(page, 11);

  await goToAddress(page, '/actions?find=direct-work');
  await rowWith(page, 'Actions', '1 March 2027').getByRole('gridcell', { name: '1 March 2027' }).click();
  const panel = page.getByRole('complementary', { name: /^Action / });
  await expect(panel).toContainText('The training provider withdrew');
  await expect(panel).toContainText('12 September 2026');
  await page.keyboard.press('Escape');

  await undoInMessage(page).click();
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  expect(await rowsOf(page, 'Actions').nth(0).innerText()).toBe(before.replace(/^Selected/, 'Not selected'));
});

test('updates and evidence go to several actions at once', async ({ sample: page }) => {
  await goToAddress(page, '/actions?noUpdate=true');
  await expectFound(page, 18);
  await chooseRows(page, 'Actions', 2);
  await bulk(page, 'Add update').click();
  const update = page.getByRole('dialog', { name: 'Add a progress update to 2 actions' });
  await fill(update, 'Update', 'Both agencies reported in writing');
  await update.getByRole('button', { name: 'Add the update' }).click();
  await expectFound(page, 16);
  await page.getByRole('columnheader', { name: 'Clear the selection' }).click();

  await chooseRows(page, 'Actions', 2);
  await fromMenu(page, 'More', 'Add evidence');
  const evidence = page.getByRole('dialog', { name: 'Add evidence to 2 actions' });
  await fill(evidence, 'What it is', 'Audit of 20 case files');
  await fill(evidence, /^Dated/, 'late 2019');
  await evidence.getByRole('button', { name: 'Add the evidence' }).click();
  await expect(message(page, /^Added evidence to 2 actions/)).toBeVisible();
});

test('of several states moved at once, each that may not move is left alone and named with the reason', async ({
  sample: page,
}) => {
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  await rowWith(page, 'Actions', 'Reported complete').first().getByRole('gridcell').first().click();
  await rowWith(page, 'Actions', 'Not started').first().getByRole('gridcell').first().click();
  await bulk(page, 'Move state').click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'New state', /^Evidence accepted/);
  await dialog.getByRole('button', { name: /^Move to evidence accepted/ }).click();
  const left = dialog.getByRole('group', { name: 'Left alone' });
  await expect(dialog).toContainText('1 changed. 1 left alone');
  await expect(left).toContainText('Record it as reported complete first.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(rowWith(page, 'Actions', 'Evidence accepted').first()).toBeVisible();
});

test('an approval recorded for several actions is not undone, and Undo says why', async ({ sample: page }) => {
  await goToAddress(page, '/actions?awaitingSignOff=true');
  await expect(list(page, 'Actions')).toBeVisible();
  await chooseRows(page, 'Actions', 2);
  await bulk(page, 'Record approval').click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'Body', /^Case review sub-group/);
  await choose(dialog, 'Decision', 'Noted');
  await fill(dialog, /^Minute reference/, 'CR/26/40');
  await dialog.getByRole('button', { name: 'Record the approval' }).click();
  await expect(message(page, /^Recorded “noted” for 2 actions/)).toBeVisible();
  await expect(undoInMessage(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss this message' }).first().click();
  await list(page, 'Actions').getByRole('gridcell').nth(1).focus();
  await page.keyboard.press('Control+z');
  await expect(message(page, /stays on record|cannot be undone/)).toBeVisible();
});

test('an action is opened, stepped through, updated and left by keyboard alone', async ({ sample: page }) => {
  await goToPlace(page, 'Actions');
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  await rowsOf(page, 'Actions').first().getByRole('gridcell').nth(1).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /^Action / });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^Action \d/);
  const first = await panel.getByRole('heading', { level: 2 }).innerText();
  await page.keyboard.press('j');
  await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText(first);
  await page.keyboard.press('k');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(first);
  await panel.getByRole('textbox', { name: 'Add a progress update' }).focus();
  await page.keyboard.type('Reported by telephone');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Reported by telephone' })).toBeVisible();
  await panel.getByRole('button', { name: 'Close the panel' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(list(page, 'Actions').locator(':focus')).toHaveCount(1);
});

test('a new action is added to the review it belongs to, and found there', async ({ sample: page }) => {
  await goToPlace(page, 'Actions');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const panel = page.getByRole('complementary', { name: 'New action' });
  await find(panel, /^Review/, 'LCSPR 2026/02');
  await fill(panel, 'Action', 'Publish the escalation route');
  await find(panel, /^Lead agency/, 'Exampleshire Police');
  await fill(panel, /^Target date/, 'June 2027');
  await panel.getByRole('button', { name: 'Add the action' }).click();
  await expect(message(page, /^Added action/)).toBeVisible();
  await goToAddress(page, '/actions?find=escalation%20route');
  await expect(rowWith(page, 'Actions', 'Publish the escalation route')).toContainText('June 2027');
  await expect(rowWith(page, 'Actions', 'Publish the escalation route')).toContainText('Exampleshire Police');
});

test('an action is added although its review answers after the button is pressed', async ({ sample: page }) => {
  const held: (() => void)[] = [];
  let isHolding = false;
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((words) => {
      if (isHolding) held.push(() => socket.send(words));
      else socket.send(words);
    });
  });
  await page.reload();
  await goToPlace(page, 'Actions');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const panel = page.getByRole('complementary', { name: 'New action' });
  await panel.getByRole('combobox', { name: /^Review/ }).fill('LCSPR 2026/02');
  const review = page.getByRole('option').filter({ hasText: 'LCSPR 2026/02' }).first();
  await expect(review).toBeVisible();
  isHolding = true;
  await review.click();
  await fill(panel, 'Action', 'Publish the escalation route');
  await panel.getByRole('button', { name: 'Add the action' }).click();
  await expect(panel.getByRole('textbox', { name: 'Number' })).toHaveValue('');
  await expect(panel.getByText('Give it a number')).toHaveCount(0);
  isHolding = false;
  for (const send of held) send();
  await expect(message(page, /^Added action/)).toBeVisible();
});
