/** Chasing a quarter's updates: asking, filling in as an agency would, reading back, accepting. */
import { expectAccessible } from './support/accessibility.ts';
import { chaseAQuarter, openChasing, police, readBack, readFile, writeSheet } from './support/chasing.ts';
import { exchangeOfBrowser } from './support/exchange.ts';
import { expect, test } from './support/fixtures.ts';
import { goToAddress } from './support/frame.ts';
import { passphraseOf } from './support/prepared-boards.ts';
import { unlockWith } from './support/welcome.ts';

test('a sheet is written, filled in, read back and accepted in one go, and one undo takes it back', async ({
  sample,
}, testInfo) => {
  await chaseAQuarter(sample, exchangeOfBrowser(sample, testInfo.outputDir));
});

test('what was chosen of a returned sheet is kept while an action is looked at, and over a lock', async ({
  sample,
}, testInfo) => {
  await openChasing(sample);
  const exchange = exchangeOfBrowser(sample, testInfo.outputDir);
  const sheet = await writeSheet(sample, exchange);
  await readBack(sample, exchange, sheet, (filled) => {
    filled.set(0, 'update', 'One.');
    filled.set(1, 'update', 'Two.');
  });
  await expectAccessible(sample, 'a returned sheet');
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
  await sample.getByRole('article').nth(1).getByRole('textbox', { name: 'Update' }).fill('Two, in our words.');
  await sample.keyboard.press('Control+l');
  await unlockWith(sample, passphraseOf.sample);
  await openChasing(sample);
  await readFile(sample, exchange, sheet);
  await expect(sample.getByRole('button', { name: 'Accept 1 update' })).toBeVisible();
  await expect(sample.getByRole('article').nth(1).getByRole('textbox', { name: 'Update' })).toHaveValue(
    'Two, in our words.',
  );
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
