/** Two laptops in two browsers, each with the program and a home of its own, and a folder that both reach. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test as base } from '@playwright/test';
import { type BrowserShell, startBrowserShell } from '../../../scripts/serve.ts';
import { type Exchange, exchangeOfBrowser } from './exchange.ts';
import { oneDayInPage } from './one-day.ts';
import { collectFaults } from './page-faults.ts';
import { copyPreparedBoard, passphraseOf } from './prepared-boards.ts';
import { unlockWith } from './welcome.ts';

export { expect } from '@playwright/test';

export type Laptop = { readonly page: Page; readonly exchange: Exchange };

export type Laptops = {
  /** In the overview of a board with nothing on it. */
  readonly office: Laptop;
  /** On the welcome screen. */
  readonly home: Laptop;
};

const built = path.join(import.meta.dirname, '../../../out');

export const test = base.extend<{ laptops: Laptops }>({
  laptops: async ({ browser }, use) => {
    const all = mkdtempSync(path.join(tmpdir(), 'tracker-laptops-'));
    const [officeHome, homeHome, shared, sticks] = ['office', 'home', 'shared', 'sticks'].map((name) => {
      mkdirSync(path.join(all, name));
      return path.join(all, name);
    }) as [string, string, string, string];
    copyPreparedBoard('empty', path.join(officeHome, 'westvale'));
    const shells = await Promise.all([officeHome, homeHome].map((home) => start(home, shared)));
    const begun = await Promise.all(shells.map((shell) => begin(browser, shell, sticks)));
    const [office, home] = begun as [Begun, Begun];
    try {
      await office.page.getByRole('button', { name: 'westvale' }).first().click();
      await unlockWith(office.page, passphraseOf.empty);
      await use({ office, home });
      expect([...office.faults, ...home.faults], 'the pages had nothing to complain of').toEqual([]);
    } finally {
      await Promise.all(begun.map(({ page }) => page.context().close()));
      await Promise.all(shells.map((shell) => shell.close()));
      rmSync(all, { recursive: true, force: true });
    }
  },
});

type Begun = Laptop & { readonly faults: readonly string[] };

const start = (home: string, syncFolder: string): Promise<BrowserShell> =>
  startBrowserShell({
    home,
    syncFolder,
    staticDir: path.join(built, 'renderer'),
    dataProcessEntry: path.join(import.meta.dirname, 'one-day-process.cjs'),
    openBrowser: false,
    say: () => undefined,
  });

const begin = async (browser: Browser, shell: BrowserShell, sticks: string): Promise<Begun> => {
  const context = await browser.newContext();
  await oneDayInPage(context);
  const faults = collectFaults(context);
  const page = await context.newPage();
  await page.goto(shell.url);
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible();
  return { page, exchange: exchangeOfBrowser(page, sticks), faults };
};
