/** The browser shell on boards of its own for each test, started before it and ended after it whatever happens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { type BrowserShell, startBrowserShell } from '../../../scripts/serve.ts';
import { oneDayInPage } from './one-day.ts';
import { collectFaults } from './page-faults.ts';
import { copyPreparedBoard, passphraseOf, type PreparedBoard } from './prepared-boards.ts';
import { dataProcessOf } from './processes.ts';
import { unlockWith } from './welcome.ts';

export { expect } from '@playwright/test';

export type Program = {
  /** Where its boards lie. */
  readonly home: string;
  readonly shell: BrowserShell;
  folderOf(board: PreparedBoard): string;
  dataProcess(board: PreparedBoard): number | null;
};

type Fixtures = {
  program: Program;
  /** What the page may complain of in this test; anything else fails it. */
  expectedFaults: readonly RegExp[];
  /** On the welcome screen. */
  welcome: Page;
  /** In the overview of the sample board. */
  sample: Page;
  /** In the overview of the sample board with what laptops wrote apart. */
  apart: Page;
  /** In the overview of a board with nothing on it. */
  empty: Page;
};

const built = path.join(import.meta.dirname, '../../../out');

/** The sample lies where the program keeps its own. */
const folderNames: Readonly<Record<PreparedBoard, string>> = {
  sample: 'sample-board',
  empty: 'westvale',
  apart: 'parted-laptops',
};

export const test = base.extend<Fixtures>({
  expectedFaults: [[], { option: true }],
  program: async ({}, use) => {
    const home = mkdtempSync(path.join(tmpdir(), 'tracker-e2e-'));
    const folderOf = (board: PreparedBoard): string => path.join(home, folderNames[board]);
    copyPreparedBoard('sample', folderOf('sample'));
    copyPreparedBoard('empty', folderOf('empty'));
    const shell = await startBrowserShell({
      home,
      staticDir: path.join(built, 'renderer'),
      dataProcessEntry: path.join(import.meta.dirname, 'one-day-process.cjs'),
      openBrowser: false,
      say: () => undefined,
    });
    await use({ home, shell, folderOf, dataProcess: (board) => dataProcessOf(folderOf(board)) });
    await shell.close();
    rmSync(home, { recursive: true, force: true });
  },
  // Needs the program, so that its own end comes first: a page complains when its program is gone.
  context: async ({ context, expectedFaults, program: _ }, use) => {
    const faults = collectFaults(context);
    await oneDayInPage(context);
    await use(context);
    const unexpected = faults.filter((fault) => !expectedFaults.some((expected) => expected.test(fault)));
    expect(unexpected, 'the page had nothing to complain of').toEqual([]);
  },
  welcome: async ({ page, program }, use) => {
    await page.goto(program.shell.url);
    await expect(page.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible();
    await use(page);
  },
  sample: async ({ welcome }, use) => {
    await welcome.getByRole('button', { name: 'Open the sample board' }).click();
    await expect(welcome.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await use(welcome);
  },
  apart: async ({ page, program }, use) => {
    copyPreparedBoard('apart', program.folderOf('apart'));
    await page.goto(program.shell.url);
    await page.getByRole('button', { name: 'parted-laptops' }).first().click();
    await unlockWith(page, passphraseOf.apart);
    await use(page);
  },
  empty: async ({ welcome }, use) => {
    await welcome.getByRole('button', { name: 'westvale' }).first().click();
    await unlockWith(welcome, passphraseOf.empty);
    await use(welcome);
  },
});
