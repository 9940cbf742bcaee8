import { exchangeOfBrowser } from './support/exchange.ts';
import { choose, fill, find, fromMenu, tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, goToPlace, main, message, undoInMessage } from './support/frame.ts';
import { handOver } from './support/hand-over.ts';
import { openForm, openReview } from './support/reviews.ts';

test('reviews move along the stage board by drag and by keyboard, and back only with a reason', async ({
  sample: page,
}) => {
  await goToAddress(page, '/reviews/stages');
  const board = page.getByRole('group', { name: 'Reviews by stage' });
  const column = (name: string) => board.getByRole('region', { name });
  const card = (reference: string) => board.getByRole('article').filter({ hasText: reference });
  await expect(card('LR 2026/01')).toBeVisible();

  await card('LR 2026/01').dragTo(column('Deciding'));
  await expect(column('Deciding').getByRole('article').filter({ hasText: 'LR 2026/01' })).toBeVisible();
  await undoInMessage(page).click();
  await expect(column('Referral').getByRole('article').filter({ hasText: 'LR 2026/01' })).toBeVisible();

  await card('LR 2026/01').getByRole('link').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(card('SAR 2026/01').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Move to “Not proceeding”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Move the review' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await fill(dialog, 'Reason', 'Below the threshold');
  await dialog.getByRole('button', { name: 'Move the review' }).click();
  await expect(message(page, 'Moved LR 2026/01 to “Not proceeding”')).toBeVisible();
  await expect(column('Referral').getByText('None')).toBeVisible();
  await column('Not proceeding').getByRole('button', { name: 'Show not proceeding' }).click();
  await expect(column('Not proceeding').getByRole('article').filter({ hasText: 'LR 2026/01' })).toBeVisible();
});

test('a rapid review becomes a practice review, is held, asked for, checked and closed', async ({ sample: page }) => {
  const dialog = page.getByRole('dialog');
  await openReview(page, 'RR 2026/05');

  await test.step('the decision is recorded with who was told, and moves the review', async () => {
    const form = await openForm(page, 'Record the decision');
    await choose(form, 'Decision', 'Do not proceed');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await expect(form.getByRole('alert')).toContainText('Give the reasons');
    await fill(form, /^Reasons/, 'Nothing further would be learnt');
    await fill(form, /^Told \(/, 'National Panel');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await expect(page.getByRole('button', { name: /^Stage: Not proceeding/ })).toBeVisible();
    await undoInMessage(page).click();
    await expect(page.getByRole('button', { name: /^Stage: Facts/ })).toBeVisible();
  });

  await test.step('it is converted, and each shows the other', async () => {
    await fromMenu(page, 'More for this review', /^Convert to/);
    await find(dialog, 'It becomes', 'Local child safeguarding practice review');
    await dialog.getByRole('button', { name: 'Record the new review' }).click();
    await expect(main(page).getByRole('cell', { name: 'Converted into this review' })).toBeVisible();
    await expect(main(page).getByRole('link', { name: 'RR 2026/05' }).first()).toBeVisible();
  });

  await test.step('agencies are asked for reports at once', async () => {
    const form = await openForm(page, 'Ask agencies for reports');
    await tick(form, 'checkbox', 'Exampleshire Police');
    await tick(form, 'checkbox', 'Exampleshire Housing');
    await fill(form, /^Due/, '1 May 2026');
    await form.getByRole('button', { name: 'Record the request' }).click();
    await expect(form.getByRole('alert')).toContainText('would be due before they are asked for');
    await fill(form, /^Asked for on/, '1 April 2026');
    await form.getByRole('button', { name: 'Record the request' }).click();
    await expect(main(page).getByText('0 of 2 accepted, 2 late')).toBeVisible();
  });

  await test.step('the family is recorded by relation', async () => {
    const form = await openForm(page, 'Add a contact');
    await fill(form, /^With/, 'mother');
    await form.getByRole('button', { name: 'Add the contact' }).click();
    await expect(main(page).getByRole('table', { name: 'Contacts with the family' })).toContainText('mother');
  });

  await test.step('on legal hold it is not removed', async () => {
    await main(page)
      .getByText(/^Retention and legal hold/)
      .first()
      .click();
    await main(page).getByRole('button', { name: 'Put the review on legal hold' }).click();
    await fill(dialog, 'Reason', 'Asked for by the coroner');
    await dialog.getByRole('button', { name: 'Put on hold' }).click();
    await expect(main(page).getByText('Must be kept: Asked for by the coroner')).toBeVisible();
    await fromMenu(page, 'More for this review', 'Remove this review');
    const alert = page.getByRole('alertdialog');
    await fill(alert, 'Reason', 'Recorded twice');
    await alert.getByRole('button', { name: 'Remove this review' }).click();
    await expect(alert.getByText(/is on legal hold \(Asked for by the coroner\)/)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('it is closed with a reason while something is open', async () => {
    await main(page).getByRole('button', { name: 'Close this review' }).click();
    await expect(dialog.getByText('2 are not accepted')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close the review' }).click();
    await expect(dialog.getByText('Give the reason for closing it')).toBeVisible();
    await fill(dialog, 'Reason', 'Taken into a thematic review');
    await dialog.getByRole('button', { name: 'Close the review' }).click();
    await expect(page.getByRole('button', { name: 'Stage: Closed' })).toBeVisible();
  });

  await goToPlace(page, 'Reviews');
  await expect(main(page).getByRole('link', { name: '2 conversions' })).toBeVisible();
});

test('a review is handed over as one file, is read-only from then on, and goes on at the other board', async ({
  sample: page,
}, testInfo) => {
  await handOver(page, exchangeOfBrowser(page, testInfo.outputDir), () =>
    page.getByRole('button', { name: 'westvale' }).first().click(),
  );
});
