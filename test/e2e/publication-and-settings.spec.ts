import type { Page } from '@playwright/test';
import { editValue, valueOf } from './support/edit-in-place.ts';
import { fill, tick } from './support/fields.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress, goToPlace, main, message, undoInMessage } from './support/frame.ts';
import { expectFound, rowsOf, rowWith } from './support/lists.ts';
import { clock, openReview } from './support/reviews.ts';

test('the publication register says what is held up and by what; a delay ended there leaves the other', async ({
  sample: page,
}) => {
  await goToPlace(page, 'Publication');
  await page.getByRole('link', { name: '2 delayed' }).click();
  await expectFound(page, 2);
  await rowWith(page, 'Publication register', 'Baby T').getByRole('gridcell').first().click();
  const panel = page.getByRole('complementary', { name: 'LCSPR 2025/02' });
  await expect(panel).toContainText('expected to end with verdict in the trial');
  await panel.getByRole('button', { name: 'End this delay' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^End/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel).toContainText(/Publication is delayed by an inquest, \d+ days so far/);
  await expect(rowWith(page, 'Publication register', 'Baby T')).not.toContainText('Criminal proceedings');
  await undoInMessage(page).click();
  await expect(rowWith(page, 'Publication register', 'Baby T')).toContainText('Criminal proceedings');
});

test('a report is recorded as published, and its year on the website begins', async ({ sample: page }) => {
  await goToAddress(page, '/publication?state=not-yet-decided');
  await expectFound(page, 7);
  await rowWith(page, 'Publication register', 'Child S').getByRole('gridcell').first().click();
  await page.getByRole('complementary').getByRole('button', { name: 'Record publication' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, /^Where/, 'The partnership’s website');
  await fill(dialog, /^On the website until/, inWords(thisDayPlus(30)));
  await dialog.getByRole('button', { name: 'Record the publication' }).click();
  await expect(dialog).toHaveCount(0);
  await goToAddress(page, '/publication?state=published');
  await expectFound(page, 2);
  await expect(rowWith(page, 'Publication register', 'Child S')).toContainText(
    `its time on the website ends ${inWords(thisDayPlus(30))}`,
  );
});

test('an agency is added, renamed in its place and removed again', async ({ sample: page }) => {
  await goToAddress(page, '/settings/agencies');
  await fill(page, 'New agency', 'Exampleshire Fire and Rescue');
  await page.getByRole('button', { name: 'Add the agency' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Exampleshire Fire and Rescue' });
  await expect(row).toHaveCount(1);
  await editValue(page, 'Short name of Exampleshire Fire and Rescue', 'Fire');
  await expect(row).toContainText('Fire');
  await page.getByRole('button', { name: 'Remove Exampleshire Fire and Rescue', exact: true }).click();
  await expect(row).toHaveCount(0);
  await undoInMessage(page).click();
  await expect(row).toHaveCount(1);
});

test('a closed day moves a due date that counts working days, and Undo moves it back', async ({ sample: page }) => {
  const due = clock(page, 'Complete within 15 working days');
  await openReview(page, 'RR 2026/05');
  const before = await due.innerText();
  await goToAddress(page, '/settings/closures');
  await fill(page, 'New day', nextWorkingDay());
  await fill(page, 'Why', 'County closure day');
  await page.getByRole('button', { name: 'Add the day' }).click();
  await expect(message(page, /^Added a closure day/)).toBeVisible();
  await openReview(page, 'RR 2026/05');
  await expect(due).not.toContainText(dueDateIn(before));
  await page.keyboard.press('Control+z');
  await expect(due).toContainText(dueDateIn(before));
});

test('another RAG scheme gives the actions other ratings, and its key stands beside them', async ({ sample: page }) => {
  await goToAddress(page, '/settings/rag');
  await tick(page, 'radio', 'Blue, red, amber, green');
  await expect(page.getByRole('heading', { level: 2, name: 'Key: Blue, red, amber, green' })).toBeVisible();
  await goToAddress(page, '/actions?overdue=true');
  await expectFound(page, 14);
  await expect(rowsOf(page, 'Actions').first()).toContainText(/\d+ days late/);
  await expect(rowsOf(page, 'Actions').first()).not.toContainText('Overdue');
  await goToPlace(page, 'Overview');
  await expect(main(page)).toContainText('Rated by the scheme “Blue, red, amber, green”');
});

test('a further step of the ladder is what approvals wait for next', async ({ sample: page }) => {
  await goToAddress(page, '/settings/ladder');
  await page
    .getByRole('button', { name: /Step 3: body$/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Executive group' }).click();
  await page.getByRole('button', { name: 'Add the step' }).first().click();
  const steps = page.getByRole('table', { name: 'Steps for a report' });
  await expect(steps.getByRole('rowheader', { name: /^Executive group/ })).toHaveCount(1);
  await openReview(page, 'LCSPR 2026/02');
  await expect(page.getByRole('button', { name: 'Record: Executive group, report' })).toBeVisible();
});

test('a backup is made, restored and taken back by the backup that the restore makes first', async ({
  sample: page,
}) => {
  await rename(page, 'Before the backup');
  await goToAddress(page, '/settings/backups');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(message(page, 'Backup made and checked')).toBeVisible();
  await rename(page, 'After the backup');

  const restore = async (why: string | RegExp): Promise<void> => {
    await goToAddress(page, '/settings/backups');
    await page
      .getByRole('row')
      .filter({ hasText: why })
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore the backup' }).click();
    await expect(message(page, /^Backup restored/).first()).toBeVisible();
    await goToAddress(page, '/settings/board');
  };
  await restore('Made when asked for');
  await expect(valueOf(page, 'Short name')).toContainText('Before the backup');
  await restore('Made before a backup was restored');
  await expect(valueOf(page, 'Short name')).toContainText('After the backup');

  await goToAddress(page, '/settings/backups');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(main(page).getByText('Everything is in order.')).toBeVisible();
});

const rename = async (page: Page, shortName: string): Promise<void> => {
  await goToAddress(page, '/settings/board');
  await editValue(page, 'Short name', shortName);
  await expect(valueOf(page, 'Short name')).toContainText(shortName);
};

/** "Tuesday 1 December 2026" of a clock's words. */
const dueDateIn = (words: string): string => /due (\w+day \d+ \w+ \d{4})/i.exec(words)?.[1] ?? 'no due date';

/** The sample’s rapid review runs over it. */
const nextWorkingDay = (): string => {
  const next = [1, 2, 3].map(thisDayPlus).find((day) => day.getDay() !== 0 && day.getDay() !== 6);
  return inWords(next ?? thisDayPlus(1));
};

const thisDayPlus = (days: number): Date => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day;
};

const inWords = (day: Date): string =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
