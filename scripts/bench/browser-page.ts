import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startBrowserShell } from '../serve.ts';
import { projectFolder } from '../setup.mjs';
import { testChromium } from '../test-chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The board in the browser shell, in a real Chromium that shows its lock screen. Null where there is no Chromium. */
export const inBrowserShell = async <T>(board: string, work: (page: Page) => Promise<T>): Promise<T | null> => {
  const found = await testChromium();
  if (found === null) return null;
  const out = path.join(projectFolder, 'out');
  const shell = await startBrowserShell({
    home: path.dirname(board),
    folder: board,
    staticDir: path.join(out, 'renderer'),
    dataProcessEntry: path.join(out, 'db', 'process.cjs'),
    openBrowser: false,
    say: () => undefined,
  });
  const browser = await chromium.launch({ executablePath: found.program, args: flags });
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 880 } });
    await page.goto(shell.url);
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    return await work(page);
  } finally {
    await browser.close();
    await shell.close();
  }
};
