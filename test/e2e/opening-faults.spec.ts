import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Program, test } from './support/fixtures.ts';
import { passphraseOf, recoveryCodeOfEmptyBoard } from './support/prepared-boards.ts';
import { passphraseField, unlockWith } from './support/welcome.ts';

const openWestvale = { name: 'westvale' } as const;

test('a wrong passphrase is answered calmly, and the recovery code sets a new one', async ({ welcome: page }) => {
  await page.getByRole('button', openWestvale).first().click();
  await passphraseField(page).fill('not the right words');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That passphrase does not open this board.')).toBeVisible();
  await expect(passphraseField(page)).toBeFocused();
  await expect(passphraseField(page)).toHaveValue('');

  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  const next = 'meadow lantern copper sixpence';
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCodeOfEmptyBoard().toLowerCase());
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(next);
  await page.getByRole('textbox', { name: 'New passphrase again' }).fill(next);
  await page.getByRole('button', { name: 'Open and set the new passphrase' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await page.keyboard.press('Control+l');
  await passphraseField(page).fill(passphraseOf.empty);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That passphrase does not open this board.')).toBeVisible();
  await unlockWith(page, next);
});

test('attempts to guess a passphrase are slowed down', async ({ welcome: page }) => {
  await page.getByRole('button', openWestvale).first().click();
  for (const guess of ['first guess', 'second guess', 'third guess', 'fourth guess']) {
    await passphraseField(page).fill(guess);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('That passphrase does not open this board.')).toBeVisible();
    if (await page.getByRole('button', { name: /^Wait \d+ s$/ }).isVisible()) break;
    await expect(passphraseField(page)).toHaveValue('');
  }
  await expect(page.getByRole('button', { name: /^Wait \d+ s$/ })).toBeDisabled();
  await expect(page.getByText(/You can try again in \d+ seconds/)).toBeVisible();
});

test('a damaged key file is said to be that, and repaired from the copy kept with the backups', async ({
  welcome: page,
  program,
}) => {
  const keyFile = path.join(program.folderOf('empty'), 'vault.json');
  writeFileSync(keyFile, readFileSync(keyFile, 'utf8').slice(0, 80));
  await page.getByRole('button', openWestvale).first().click();
  await expect(page.getByText('The key file of this board (vault.json) is damaged.')).toBeVisible();
  await page.getByRole('button', { name: 'Use the copy kept with the backups' }).click();
  await unlockWith(page, passphraseOf.empty);
});

test('a damaged database is said to be that, and restored from a backup while the damaged file is kept', async ({
  welcome: page,
  program,
}) => {
  damageDatabase(program);
  await page.getByRole('button', openWestvale).first().click();
  await passphraseField(page).fill(passphraseOf.empty);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('The board database is damaged and cannot be read in full.')).toBeVisible();
  await expect(page.getByText('Your passphrase is right.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Restore this backup and open it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(readdirSync(program.folderOf('empty')).filter((name) => name.includes('damaged'))).not.toHaveLength(0);
});

test('an unencrypted database is not opened, and a backup is offered', async ({ welcome: page, program }) => {
  const folder = program.folderOf('empty');
  writeFileSync(path.join(folder, 'board.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)]));
  await page.getByRole('button', openWestvale).first().click();
  await passphraseField(page).fill(passphraseOf.empty);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('The board database in this folder is not encrypted.')).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Restore a backup' })).toBeVisible();
});

test('a folder whose database is gone says so, and is put right by a backup', async ({ welcome: page, program }) => {
  rmSync(path.join(program.folderOf('empty'), 'board.db'));
  await page.getByRole('button', openWestvale).first().click();
  await passphraseField(page).fill(passphraseOf.empty);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('This folder has a key file but no board database (board.db).')).toBeVisible();
  await page.getByRole('button', { name: 'Restore this backup and open it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

const damageDatabase = (program: Program): void => {
  const file = path.join(program.folderOf('empty'), 'board.db');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);
};
