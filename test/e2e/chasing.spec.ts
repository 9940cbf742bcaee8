/** Chasing a quarter's updates: asking, filling in as an agency would, reading back, accepting. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { returned, type SheetInHand } from '../support/returned-sheets.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress } from './support/frame.ts';

const police = 'Exampleshire Police';

const openChasing = async (page: Page): Promise<void> => {
  await goToAddress(page, '/actions/chasing');
  await expect(page.getByRole('table', { name: 'No update received, by agency' })).toBeVisible();
};

/** Writes the sheet of one agency and takes it from the downloads. */
const writeSheet = async (page: Page): Promise<Uint8Array> => {
  await page.getByRole('button', { name: `Write a request sheet for ${police}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Write request sheets' });
  await dialog.getByRole('textbox', { name: 'Answer wanted by' }).fill('31 January 2099');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Write the sheet' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Update request - Exampleshire Police - .*\.xlsx$/);
  await expect(dialog).toBeHidden();
  return new Uint8Array(readFileSync(await download.path()));
};

const readBack = async (page: Page, sheet: Uint8Array, fill: (sheet: SheetInHand) => void): Promise<void> => {
  const buffer = Buffer.from(await returned(sheet, fill));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Read a returned sheet' }).click(),
  ]);
  await chooser.setFiles({ name: 'Police return.xlsx', mimeType: 'application/octet-stream', buffer });
};

test('a sheet is written, filled in, read back and accepted in one go, and one undo takes it back', async ({
  sample,
}) => {
  await openChasing(sample);
  const sheet = await writeSheet(sample);
  await readBack(sample, sheet, (filled) => {
    filled.set(0, 'update', 'The audit was done in three districts.');
    filled.set(0, 'rag', 'On time');
    filled.set(1, 'update', 'Started in the north.');
    filled.set(1, 'newTarget', '30 June 2099');
    filled.set(1, 'newTargetReason', 'The new system comes in May');
    filled.set(2, 'newTarget', '31 February 2099');
  });
  await expect(sample.getByRole('heading', { level: 1, name: `Returned by ${police}` })).toBeVisible();
  await expect(sample.getByRole('row', { name: /February 2099 has 28 days/ })).toBeVisible();
  await expectAccessible(sample, 'a returned sheet');

  const [first, second] = [sample.getByRole('article').nth(0), sample.getByRole('article').nth(1)];
  await first.getByRole('textbox', { name: 'Update' }).fill('The audit was done.');
  await second.getByText('Move the target').click();
  const reason = second.getByRole('textbox', { name: 'Reason for the new target' });
  await expect(reason).toHaveValue('The new system comes in May');
  await reason.fill('');
  await sample.getByRole('button', { name: 'Accept 2 updates' }).click();
  await expect(second.getByText('Say why the target is moved.')).toBeVisible();
  await reason.fill('Agreed with the executive');
  await sample.getByRole('button', { name: 'Accept 2 updates' }).click();

  await expect(sample.getByRole('table', { name: /accepted from this sheet before/ }).getByRole('row')).toHaveCount(2);
  // What was accepted in other words than the agency's stays to be looked at, and is left out unless it is chosen.
  await expect(sample.getByRole('checkbox', { name: /^Accept / })).not.toBeChecked();
  await sample.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(sample.getByText('Undone: accepted returned updates')).toBeVisible();
  await sample.getByRole('button', { name: 'Read it again' }).click();
  await expect(sample.getByRole('button', { name: 'Accept 2 updates' })).toBeVisible();
});

test('looking at an action and coming back keeps what was chosen', async ({ sample }) => {
  await openChasing(sample);
  const sheet = await writeSheet(sample);
  await readBack(sample, sheet, (filled) => {
    filled.set(0, 'update', 'One.');
    filled.set(1, 'update', 'Two.');
  });
  await sample
    .getByRole('article')
    .first()
    .getByText(/^Accept /)
    .click();
  await expect(sample.getByRole('button', { name: 'Accept 1 update' })).toBeVisible();
  await sample.getByRole('article').first().getByRole('link').click();
  await expect(sample.getByRole('heading', { level: 1, name: 'Actions' })).toBeVisible();
  await goToAddress(sample, '/actions/chasing');
  await expect(sample.getByRole('button', { name: 'Accept 1 update' })).toBeVisible();
  await sample.getByRole('button', { name: 'Back to chasing' }).click();
  await expect(sample.getByRole('table', { name: 'No update received, by agency' })).toBeVisible();
});

test('a file that is no sheet is refused in words, and a figure opens the actions behind it', async ({ sample }) => {
  await openChasing(sample);
  const [chooser] = await Promise.all([
    sample.waitForEvent('filechooser'),
    sample.getByRole('button', { name: 'Read a returned sheet' }).click(),
  ]);
  await chooser.setFiles({
    name: 'x.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('Dear colleague'),
  });
  await expect(sample.getByText(/neither an Excel workbook/)).toBeVisible();
  const row = sample.getByRole('row').filter({ has: sample.getByRole('rowheader', { name: police }) });
  const open = row.getByRole('link', { name: /open actions of/ });
  const count = Number.parseInt((await open.textContent()) ?? '', 10);
  await open.click();
  await expect(sample.getByText(new RegExp(`^${count} of \\d+ actions$`))).toBeVisible();
});
