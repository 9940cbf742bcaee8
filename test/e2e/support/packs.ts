import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { tick, untick } from './fields.ts';
import { goToAddress } from './frame.ts';

export type Parts = Readonly<Record<string, string>>;

/** A Word document or a workbook as what it is: a zip of XML, by the path of each part. */
export const openOfficeFile = (file: string): Parts =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([part, bytes]) => [part, strFromU8(bytes)] as const),
  );

export const partsLike = (parts: Parts, path: RegExp): readonly string[] =>
  Object.entries(parts)
    .filter(([name]) => path.test(name))
    .map(([, xml]) => xml);

/** One pack more in the register, as JSON: the quickest to write. */
export const issuePack = async (page: Page): Promise<void> => {
  await goToAddress(page, '/packs');
  await expect(page.getByRole('article').first()).toBeVisible();
  if (await page.getByRole('checkbox', { name: 'Word document' }).isChecked()) {
    await tick(page, 'checkbox', 'JSON');
    await untick(page, 'Word document');
  }
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  await (await saving).delete();
  await expect(page.getByRole('link', { name: /^pack \d+$/ })).toBeVisible();
};
