/** The year of a board manager, as steps that any page of an open sample board can be walked through, in either shell. */
import { expect, type Page, test } from '@playwright/test';
import { fill, find, fromMenu, tick } from './fields.ts';
import { goToAddress, goToPlace, main } from './frame.ts';
import { openForm } from './reviews.ts';

/** One practice review from its referral to its closure, its publication held up by a trial for a while. */
export const fromReferralToClosure = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog');

  await test.step('it is recorded', async () => {
    await goToAddress(page, '/reviews/new');
    await find(page, 'Type of review', 'Local child safeguarding practice review');
    await fill(page, /^Notified on/, '2 March 2026');
    await fill(page, /^Label/, 'Child Y');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: /Child Y/ })).toBeVisible();
  });

  await test.step('it is decided to hold it, and the clock runs', async () => {
    await fromMenu(page, /^Stage: /, 'Review under way');
    const form = await openForm(page, 'Add a dated event');
    await find(form, 'Event', 'Initiated');
    await fill(form, /^Happened/, '16 March 2026');
    await form.getByRole('button', { name: 'Add the event' }).click();
    await expect(main(page)).toContainText('16 September 2026');
  });

  await test.step('the report is ready, and a trial holds its publication up', async () => {
    await fromMenu(page, /^Stage: /, 'Complete');
    const form = await openForm(page, 'Add a delay');
    await tick(form, 'checkbox', 'Criminal proceedings');
    await fill(form, /^Since/, '1 September 2026');
    await fill(form, /^Will end with/, 'verdict in the trial');
    await form.getByRole('button', { name: 'Add the delay' }).click();
    await expect(main(page)).toContainText(/Publication is delayed by ongoing criminal proceedings, \d+ days so far/);
  });

  await test.step('everyone sees that it is late, and why', async () => {
    await goToPlace(page, 'Overview');
    const line = main(page).getByRole('listitem').filter({ hasText: 'Child Y' });
    await expect(line.first()).toContainText('Publication is delayed by ongoing criminal proceedings');
    await line.first().getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: /Child Y/ })).toBeVisible();
  });

  await test.step('the verdict ends the delay, and the report is published', async () => {
    await main(page).getByRole('button', { name: 'End this delay' }).click();
    await dialog.getByRole('button', { name: 'End this delay' }).click();
    await expect(dialog).toHaveCount(0);
    const form = await openForm(page, 'Record publication');
    await fill(form, /^Where/, 'the partnership’s website');
    await form.getByRole('button', { name: 'Record publication' }).click();
    await expect(main(page)).toContainText(/Published on .*the partnership’s website/);
  });

  await test.step('it is closed, saying what is still open', async () => {
    await main(page).getByRole('button', { name: 'Close this review' }).click();
    await fill(dialog, 'Reason', 'What is open goes on with the board’s own plan');
    await dialog.getByRole('button', { name: 'Close the review' }).click();
    await expect(page.getByRole('button', { name: 'Stage: Closed' })).toBeVisible();
  });
};
