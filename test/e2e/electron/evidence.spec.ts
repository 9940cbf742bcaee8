import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goToAddress } from '../support/frame.ts';
import { expect, openSampleInWindow, test } from '../support/window.ts';

test('a file of 25 MB is attached in the window, and its copy saved where the person says is the same', async ({
  tracker: { page, documents, answerDialogs },
}) => {
  const file = path.join(documents, 'minutes.txt');
  const copy = path.join(documents, 'copy.txt');
  const minutes = Buffer.alloc(25 * 1024 * 1024, 'Minutes. ');
  writeFileSync(file, minutes);
  await openSampleInWindow(page);
  await goToAddress(page, '/actions/evidence?withoutFiles=true');
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).getByRole('gridcell').first().click();
  answerDialogs([file, copy]);
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await page.getByRole('button', { name: 'Save a copy of minutes.txt' }).click();
  await expect(page.getByText('Saved “copy.txt”')).toBeVisible();
  expect(readFileSync(copy).equals(minutes)).toBe(true);
});
