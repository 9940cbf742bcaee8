/** Chasing a quarter’s updates, as steps that any page of an open sample board can be walked through, in either shell. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { returned, type SheetInHand } from '../../support/returned-sheets.ts';
import type { Exchange } from './exchange.ts';
import { goToAddress } from './frame.ts';

export const police = 'Exampleshire Police';

export const openChasing = async (page: Page): Promise<void> => {
  await goToAddress(page, '/actions/chasing');
  await expect(page.getByRole('table', { name: 'No update received, by agency' })).toBeVisible();
};

/** Writes the sheet of one agency; answers where it lies. */
export const writeSheet = async (page: Page, exchange: Exchange): Promise<string> => {
  await page.getByRole('button', { name: `Write a request sheet for ${police}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Write request sheets' });
  await dialog.getByRole('textbox', { name: 'Answer wanted by' }).fill('31 January 2099');
  const sheet = await exchange.saved('request.xlsx', () =>
    dialog.getByRole('button', { name: 'Write the sheet' }).click(),
  );
  await expect(dialog).toBeHidden();
  return sheet;
};

export const readFile = (page: Page, exchange: Exchange, file: string): Promise<void> =>
  exchange.given(file, () => page.getByRole('button', { name: 'Read a returned sheet' }).click());

/** Fills the sheet in as an agency would, and reads it back. */
export const readBack = async (
  page: Page,
  exchange: Exchange,
  sheet: string,
  fill: (sheet: SheetInHand) => void,
): Promise<void> => {
  writeFileSync(sheet, await returned(new Uint8Array(readFileSync(sheet)), fill));
  await readFile(page, exchange, sheet);
  await expect(page.getByRole('heading', { level: 1, name: `Returned by ${police}` })).toBeVisible();
};

/** A sheet is written, filled in, read back and accepted in one go, and one Undo takes it back. */
export const chaseAQuarter = async (page: Page, exchange: Exchange): Promise<void> => {
  await openChasing(page);
  const sheet = await writeSheet(page, exchange);
  await readBack(page, exchange, sheet, (filled) => {
    filled.set(0, 'update', 'The audit was done in three districts.');
    filled.set(0, 'rag', 'On time');
    filled.set(1, 'update', 'Started in the north.');
    filled.set(1, 'newTarget', '30 June 2099');
    filled.set(1, 'newTargetReason', 'The new system comes in May');
    filled.set(2, 'newTarget', '31 February 2099');
  });
  await expect(page.getByRole('row', { name: /February 2099 has 28 days/ })).toBeVisible();

  const [first, second] = [page.getByRole('article').nth(0), page.getByRole('article').nth(1)];
  await first.getByRole('textbox', { name: 'Update' }).fill('The audit was done.');
  await second.getByText('Move the target').click();
  const reason = second.getByRole('textbox', { name: 'Reason for the new target' });
  await expect(reason).toHaveValue('The new system comes in May');
  await reason.fill('');
  await page.getByRole('button', { name: 'Accept 2 updates' }).click();
  await expect(second.getByText('Say why the target is moved.')).toBeVisible();
  await reason.fill('Agreed with the executive');
  await page.getByRole('button', { name: 'Accept 2 updates' }).click();

  await expect(page.getByRole('table', { name: /accepted from this sheet before/ }).getByRole('row')).toHaveCount(2);
  // What was accepted in other words than the agency's stays to be looked at, and is left out unless it is chosen.
  await expect(page.getByRole('checkbox', { name: /^Accept / })).not.toBeChecked();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByText('Undone: accepted returned updates')).toBeVisible();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(page.getByRole('button', { name: 'Accept 2 updates' })).toBeVisible();
};
