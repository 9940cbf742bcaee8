import type { Page } from '@playwright/test';
import { editValue, valueOf } from './support/edit-in-place.ts';
import { expect, type Program, test } from './support/fixtures.ts';
import { goToAddress, main, message, saved } from './support/frame.ts';
import { openReview } from './support/reviews.ts';
import { passphraseField } from './support/welcome.ts';

/** Words of the sample that must not be on a page that is locked. */
const caseWords = /Baby T|Family L|LCSPR|Criminal proceedings|overdue/;

test('Ctrl+L ends the data process and leaves nothing of a case on the page', async ({ sample: page, program }) => {
  await openReview(page, 'LCSPR 2025/02');
  const before = program.dataProcess('sample');
  expect(before).not.toBeNull();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('You locked the board.')).toBeVisible();
  await expectNothingOfACase(page);
  await expectAnotherDataProcess(program, before);
});

test('nobody there: a warning, then the lock, as the settings say', async ({ sample: page, program }) => {
  await page.clock.install();
  await goToAddress(page, '/settings/security');
  await editValue(page, 'Locks itself after', '2');
  await expect(valueOf(page, 'Locks itself after')).toContainText('2 minutes without use');
  await page.reload();
  await expect(valueOf(page, 'Locks itself after')).toContainText('2 minutes without use');
  const before = program.dataProcess('sample');

  await page.clock.fastForward(95_000);
  await expect(message(page, /^The board locks in 30 seconds/)).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(message(page, /^The board locks in 30 seconds/)).toHaveCount(0);

  await page.clock.fastForward(125_000);
  await expect(page.getByText('Locked because nobody had used it for a while.')).toBeVisible();
  await expectNothingOfACase(page);
  await expectAnotherDataProcess(program, before);
});

test('a lock in one tab locks the others', async ({ sample: page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock the board' }).click();
  await expect(passphraseField(other)).toBeVisible();
  await expectNothingOfACase(other);
});

test('a data process that is killed is said to be, and no change that was shown as saved is lost', async ({
  sample: page,
  program,
}) => {
  await openReview(page, 'LCSPR 2026/02');
  await editValue(page, 'Method', 'Systems model');
  await expect(valueOf(page, 'Method')).toContainText('Systems model');
  await expect(saved(page)).toBeVisible();
  const running = program.dataProcess('sample');
  if (running === null) throw new Error('no data process runs');
  process.kill(running, 'SIGKILL');
  await expect(page.getByText('ended unexpectedly and was started again')).toBeVisible();
  await expectNothingOfACase(page);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(valueOf(page, 'Method').or(page.getByRole('heading', { level: 1, name: 'Overview' }))).toBeVisible();
  await openReview(page, 'LCSPR 2026/02');
  await expect(valueOf(page, 'Method')).toContainText('Systems model');
  await editValue(page, 'Method', 'Root cause analysis');
  await expect(valueOf(page, 'Method')).toContainText('Root cause analysis');
});

test('a data process that ends while a change is on its way: the page says so and shows what was kept', async ({
  sample: page,
  program,
}) => {
  await openReview(page, 'LCSPR 2026/02');
  await valueOf(page, 'Method').click();
  const running = program.dataProcess('sample');
  if (running === null) throw new Error('no data process runs');
  process.kill(running, 'SIGSTOP');
  await page.getByRole('textbox', { name: 'Method' }).fill('Appreciative inquiry');
  await page.getByRole('textbox', { name: 'Method' }).press('Enter');
  await expect(main(page).getByText('Saving…').first()).toBeVisible();
  process.kill(running, 'SIGKILL');
  await expect(page.getByText('ended unexpectedly and was started again')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await openReview(page, 'LCSPR 2026/02');
  await expect(valueOf(page, 'Method')).toContainText('Not recorded');
});

const expectNothingOfACase = async (page: Page): Promise<void> => {
  await expect(passphraseField(page)).toBeVisible();
  expect(
    await page.evaluate(() => `${document.documentElement.outerHTML} ${document.title} ${location.href}`),
  ).not.toMatch(caseWords);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toMatch(caseWords);
};

const expectAnotherDataProcess = async (program: Program, before: number | null): Promise<void> => {
  await expect.poll(() => program.dataProcess('sample')).not.toBe(before);
  await expect.poll(() => program.dataProcess('sample')).not.toBeNull();
};
