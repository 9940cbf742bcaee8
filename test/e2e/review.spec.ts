import { valueOf } from './support/edit-in-place.ts';
import { choose, fill, find, fromMenu, tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { main, message, undoInMessage } from './support/frame.ts';
import { clock, historyEntries, openForm, openReview } from './support/reviews.ts';

const publishedWithin = 'Published within 6 months of initiation';

test('a review goes along its stages, and back only with a reason', async ({ sample: page }) => {
  await openReview(page, 'LCSPR 2026/02');
  await fromMenu(page, /^Stage: Being scoped/, 'Review under way');
  await expect(page.getByRole('button', { name: 'Stage: Review under way' })).toBeVisible();

  await fromMenu(page, /^Stage: /, /^Being decided/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Move the review' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await fill(dialog, 'Reason', 'New information from the hospital');
  await dialog.getByRole('button', { name: 'Move the review' }).click();
  await expect(page.getByRole('button', { name: 'Stage: Being decided' })).toBeVisible();
  await expect(historyEntries(page).first()).toContainText('New information from the hospital');

  await undoInMessage(page).click();
  await expect(page.getByRole('button', { name: 'Stage: Review under way' })).toBeVisible();
});

test('an imprecise date is kept as it was said, and never made into a day', async ({ sample: page }) => {
  await openReview(page, 'LCSPR 2026/02');
  const form = await openForm(page, 'Add a dated event');
  await find(form, 'Event', 'Report agreed');
  await fill(form, /^Happened/, 'late 2019');
  await form.getByRole('button', { name: 'Add the event' }).click();
  const event = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Report agreed' }) });
  await expect(event).toContainText('late 2019');
  await page.reload();
  await expect(event).toContainText('late 2019');
});

test('a clock is set by hand or relaxed only with a reason, and shows its rule beside it', async ({ sample: page }) => {
  await openReview(page, 'LCSPR 2026/02');
  const more = `More for the clock ${publishedWithin}`;
  const dialog = page.getByRole('dialog');

  await fromMenu(page, more, 'Set the due date by hand');
  await fill(dialog, 'Due on', '1 June 2027');
  await dialog.getByRole('button', { name: 'Set the due date' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await fill(dialog, 'Reason', 'Agreed with the national Panel');
  await dialog.getByRole('button', { name: 'Set the due date' }).click();
  await expect(clock(page, publishedWithin)).toContainText('1 June 2027');
  await clock(page, publishedWithin)
    .getByText(/^How this is worked out/)
    .click();
  await expect(clock(page, publishedWithin)).toContainText('Agreed with the national Panel');
  await expect(clock(page, publishedWithin)).toContainText('13 March 2027');

  await fromMenu(page, more, 'Follow the rule again');
  await expect(clock(page, publishedWithin)).toContainText('Due Saturday 13 March 2027, ');

  await fromMenu(page, more, 'Relax this clock');
  await fill(dialog, /Relaxed until/, '1 September 2027');
  await fill(dialog, /Reason/, 'National relaxation');
  await dialog.getByRole('button', { name: /[Rr]elax/ }).click();
  await expect(clock(page, publishedWithin)).toContainText('Relaxed');
  await expect(clock(page, publishedWithin)).toContainText('National relaxation');
});

test('a delay has several reasons and ends by its own event, and the publication says so in words', async ({
  sample: page,
}) => {
  await openReview(page, 'LCSPR 2025/03');
  const form = await openForm(page, 'Add a delay');
  await tick(form, 'checkbox', 'Criminal proceedings');
  await tick(form, 'checkbox', 'Welfare of a surviving child');
  await fill(form, /^Since/, '1 October 2026');
  await fill(form, /^Will end with/, 'verdict in the trial');
  await form.getByRole('button', { name: 'Add the delay' }).click();
  await expect(main(page)).toContainText(
    /Publication is delayed by ongoing criminal proceedings and the welfare of a surviving child, \d+ days so far/,
  );

  const second = await openForm(page, 'Add a delay');
  await tick(second, 'checkbox', 'Inquest');
  await fill(second, /^Since/, '2 November 2026');
  await second.getByRole('button', { name: 'Add the delay' }).click();
  await expect(main(page).getByRole('button', { name: 'End this delay' })).toHaveCount(2);

  await main(page)
    .getByRole('listitem')
    .filter({ hasText: 'expected to end with verdict in the trial' })
    .getByRole('button', { name: 'End this delay' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'What ended it' })).toHaveValue('verdict in the trial');
  await dialog.getByRole('button', { name: 'End this delay' }).click();
  await expect(main(page).getByRole('button', { name: 'End this delay' })).toHaveCount(1);
  await expect(main(page)).toContainText(/Publication is delayed by an inquest, \d+ days so far/);
});

test('decisions, approvals and their conditions stay on record, and the history tells all of it', async ({
  sample: page,
}) => {
  await openReview(page, 'LCSPR 2025/03');
  const dialog = page.getByRole('dialog');

  await test.step('publication is decided', async () => {
    await main(page).getByRole('button', { name: 'Record a decision' }).click();
    await tick(dialog, 'radio', 'Executive summary only');
    await choose(dialog, 'Decided by', 'Executive group');
    await fill(dialog, /^Basis/, 'The welfare of a surviving child');
    await dialog.getByRole('button', { name: 'Record the decision' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(main(page).getByText('The welfare of a surviving child').first()).toBeVisible();
  });

  await test.step('the report is adopted on a condition', async () => {
    await main(page).getByRole('button', { name: 'Record an approval' }).click();
    await choose(dialog, 'Body', 'Executive group');
    await choose(dialog, 'Decision', 'Agreed in principle');
    await fill(dialog, /^Minute reference/, 'EX/26/11');
    await fill(dialog, /^Conditions/, 'Leads are agreed by the executive');
    await dialog.getByRole('button', { name: 'Record the approval' }).click();
    await expect(main(page).getByText('Open condition: Leads are agreed by the executive')).toBeVisible();
    await expect(undoInMessage(page)).toHaveCount(0);
  });

  await test.step('the condition is discharged', async () => {
    const form = await openForm(page, 'Discharge this condition');
    await fill(form, /^By/, 'Executive group');
    await form.getByRole('button', { name: 'Discharge it' }).click();
    await expect(main(page).getByText('Discharged: Leads are agreed by the executive')).toBeVisible();
  });

  await test.step('the approval is revoked, and stays to be seen', async () => {
    await page.getByRole('button', { name: /^Revoke: .*EX\/26\/11/ }).click();
    await fill(dialog, 'Reason', 'Minuted under the wrong review');
    await dialog.getByRole('button', { name: 'Revoke the approval' }).click();
    await expect(main(page).getByText(/^Revoked \d.*Minuted under the wrong review/)).toBeVisible();
    await expect(message(page, 'Revoked an approval')).toBeVisible();
  });

  await test.step('the history tells each of them', async () => {
    const history = historyEntries(page);
    await expect(history.nth(0)).toContainText('Minuted under the wrong review');
    await expect(history.nth(1)).toContainText(/[Dd]ischarged/);
    await expect(history.nth(2)).toContainText('EX/26/11');
    await expect(history.nth(3)).toContainText('The welfare of a surviving child');
    await expect(history.nth(0).getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  });
});

test('what somebody else changed meanwhile is never overwritten: both values are shown, and one is chosen', async ({
  sample: page,
  context,
}) => {
  await openReview(page, 'LCSPR 2026/02');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(valueOf(other, 'Method')).toBeVisible();

  /** Typed in one tab while the other saves; then this one is sent. */
  const bothChange = async (mine: string, theirs: string): Promise<void> => {
    await valueOf(page, 'Method').click();
    await fill(page, 'Method', mine);
    await valueOf(other, 'Method').click();
    await fill(other, 'Method', theirs);
    await other.keyboard.press('Enter');
    await expect(valueOf(other, 'Method')).toContainText(theirs);
    await page.getByRole('textbox', { name: 'Method' }).press('Enter');
    const choice = page.getByRole('alert').filter({ hasText: 'Recorded now' });
    await expect(choice).toContainText(mine);
    await expect(choice).toContainText(theirs);
  };

  await bothChange('Systems model', 'Significant incident learning process');
  await page.getByRole('button', { name: 'Use theirs: Method' }).click();
  await expect(valueOf(page, 'Method')).toContainText('Significant incident learning process');

  await bothChange('Root cause analysis', 'Appreciative inquiry');
  await page.getByRole('button', { name: 'Keep mine: Method' }).click();
  await expect(valueOf(page, 'Method')).toContainText('Root cause analysis');
  await expect(valueOf(other, 'Method')).toContainText('Root cause analysis');
});
