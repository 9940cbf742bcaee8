import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessibility.ts';
import { fill, tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, main, message, undoInMessage } from './support/frame.ts';
import { clock, openForm, openReview } from './support/reviews.ts';

const panel = (page: Page) => page.getByRole('complementary');

test('the agenda says what is late first; a kind is filtered, and an entry opens its record', async ({
  sample: page,
}) => {
  await goToAddress(page, '/deadlines');
  await expect(page.getByRole('heading', { level: 2, name: 'Late' })).toBeVisible();
  await expect(
    main(page)
      .getByText(/\d+ days late/)
      .first(),
  ).toBeVisible();
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Kind', exact: true }).click();
  await tick(page, 'checkbox', 'Agency report');
  await page.keyboard.press('Escape');
  const report = main(page).getByRole('link', { name: 'Report of Exampleshire Housing' });
  await expect(report).toBeVisible();
  await expect(main(page).getByText('Action target', { exact: true })).toHaveCount(0);
  await report.click();
  await expect(page.getByRole('heading', { level: 1, name: /Family L/ })).toBeVisible();
  await page.goBack();
  await expect(report).toBeVisible();
});

test('the month is walked by keyboard, a day is opened, and what has no day stands below it', async ({
  sample: page,
}) => {
  await goToAddress(page, '/deadlines?view=month');
  const grid = page.getByRole('grid', { name: /^Deadlines in/ });
  const today = grid.getByRole('gridcell', { name: /^Today/ });
  await today.focus();
  await page.keyboard.press('PageDown');
  const name = await grid.getAttribute('aria-label');
  await page.keyboard.press('PageDown');
  await expect(grid).not.toHaveAttribute('aria-label', name ?? '');
  await page.keyboard.press('t');
  await expect(today).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible();
  await panel(page).getByRole('button', { name: 'The day after' }).click();
  await expectAccessible(page, 'the month with a day open');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await goToAddress(page, `/deadlines?view=month&month=${monthAhead(75)}&kinds=forecast`);
  await expect(page.getByText('Forecast: published')).toBeVisible();
  await expect(grid.getByRole('link')).toHaveCount(0);
  await page.setViewportSize({ width: 800, height: 700 });
  await expectNoSidewaysScroll(page, 'the month');
});

test('deadlines are saved for another calendar, with references only', async ({ sample: page }) => {
  await goToAddress(page, '/deadlines');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for my calendar' }).click();
  const file = readFileSync(await (await coming).path(), 'utf8').replaceAll('\r\n ', '');
  expect(file).toContain('BEGIN:VEVENT');
  expect(file).toMatch(/SUMMARY:Clock\\, [a-z ]+: /);
  for (const label of ['Baby T', 'Child K', 'Family L', 'Adult W']) expect(file).not.toContain(label);
  await expect(message(page, /with references only/)).toBeVisible();
});

test('a clock has a forecast beside its due date; the register reminds; a stated figure is set beside a count', async ({
  sample: page,
}) => {
  await openReview(page, 'LCSPR 2026/01');
  await expect(clock(page, 'Published within 6 months of initiation')).toContainText(
    /Forecast \w+ \d{4}, at least \d+ days after it is due/,
  );

  await goToAddress(page, '/publication');
  await expect(page.getByText(/The delay was expected to end .+ and is still open/)).toBeVisible();
  await page.getByText('Days of delay by reason, over time').click();
  await expect(page.getByRole('table', { name: 'Calendar days of delay by reason' })).toContainText('Inquest');

  await goToAddress(page, '/packs/figures');
  const form = await openForm(page, 'Add a stated figure');
  await fill(form, /^As stated/, 'Three reviews are on the register.');
  await fill(form, /^Figure/, '3');
  await fill(form, /^Of what/, 'reviews');
  await fill(form, /^Source/, 'Annual report, page 4');
  await form.getByRole('button', { name: /Beside$/ }).click();
  await page.getByRole('option', { name: 'All reviews', exact: true }).click();
  await form.getByRole('button', { name: 'Add the figure' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Three reviews are on the register.' });
  await expect(row).toContainText(/\d+ reviews.*more than stated/);
  await expectAccessible(page, 'the stated figures');
  await undoInMessage(page).click();
  await expect(row).toHaveCount(0);
});

const monthAhead = (days: number): string => {
  const then = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return `${then.getFullYear()}-${String(then.getMonth() + 1).padStart(2, '0')}`;
};
