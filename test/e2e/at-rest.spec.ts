import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from '@playwright/test';
import { testChromium } from '../../scripts/test-chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { allFiles, filesHolding, PLANTED, plantWords } from './support/planted-words.ts';
import { copyPreparedBoard, passphraseOf } from './support/prepared-boards.ts';
import { passphraseField, unlockWith } from './support/welcome.ts';

const project = path.join(import.meta.dirname, '../..');

test('no word of a case lies in any file that the program or its browser wrote, in use or locked', async () => {
  const all = mkdtempSync(path.join(tmpdir(), 'tracker-at-rest-'));
  const folders = Object.fromEntries(
    ['home', 'temporary', 'profile', 'cache'].map((name) => [name, path.join(all, name)] as const),
  );
  Object.values(folders).forEach((folder) => mkdirSync(folder));
  const { home = '', temporary = '', profile = '', cache = '' } = folders;
  const board = path.join(home, 'westvale');
  copyPreparedBoard('empty', board);
  const env = { ...process.env, HOME: home, TMPDIR: temporary, XDG_CACHE_HOME: cache, XDG_CONFIG_HOME: cache };
  const program = spawn(process.execPath, ['scripts/serve.ts', board, '--home', home], { cwd: project, env });
  let context: BrowserContext | null = null;
  try {
    const address = await addressOf(program);
    context = await chromium.launchPersistentContext(profile, {
      executablePath: (await testChromium())?.program,
      args: ['--no-sandbox', '--disable-gpu'],
      env,
    });
    const [page = await context.newPage()] = context.pages();
    await page.goto(address);
    await unlockWith(page, passphraseOf.empty);
    await plantWords(page);

    expect(allFiles(board).some((file) => file.endsWith('board.db'))).toBe(true);
    expect(filesHolding([all], Object.values(PLANTED)), 'while the board is open').toEqual([]);

    await page.keyboard.press('Control+l');
    await expect(passphraseField(page)).toBeVisible();
    await page.reload();
    await expect(passphraseField(page)).toBeVisible();
    await context.close();
    context = null;
    program.kill('SIGINT');
    await once(program, 'exit');
    expect(filesHolding([all], [...Object.values(PLANTED), passphraseOf.empty]), 'when everything has ended').toEqual(
      [],
    );
  } finally {
    await context?.close();
    program.kill('SIGKILL');
    rmSync(all, { recursive: true, force: true });
  }
});

/** The line of the terminal that holds the address which lets one browser in. */
const addressOf = async ({ stdout }: ChildProcess): Promise<string> => {
  if (stdout === null) throw new Error('the program has no terminal');
  for await (const line of createInterface({ input: stdout })) {
    if (line.trim().startsWith('http://')) return line.trim();
  }
  throw new Error('the program ended before it said its address');
};
