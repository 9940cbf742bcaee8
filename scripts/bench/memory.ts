import { inTemporaryFolder } from './boards.ts';
import { inBrowserShell } from './browser-page.ts';
import { onDisplay } from './display.ts';
import { inWindow, whyNoElectron } from './electron-window.ts';
import type { Finding, Measurement } from './finding.ts';
import { scrollActions, unlock } from './look-round.ts';
import { memoryUnder } from './processes.ts';

const how = 'resident after unlocking the big board and scrolling through its 40,000 actions';

export const memory: Measurement = {
  name: 'memory',
  run: async ({ big }) => {
    if (process.platform === 'win32') return [{ name: 'memory', notRun: 'processes are listed with ps' }];
    return [await inTheWindow(big), await inTheBrowser(big)];
  },
};

const inTheWindow = async (board: string): Promise<Finding> => {
  const name = 'memory in the window';
  const reason = whyNoElectron();
  if (reason !== null) return { name, notRun: reason };
  const values = await onDisplay(() =>
    inWindow(board, async ({ page, pid }) => {
      await unlock(page);
      await scrollActions(page);
      return memoryUnder(pid);
    }),
  );
  return { name, values, unit: 'MB', how };
};

const inTheBrowser = (board: string): Promise<Finding> =>
  inTemporaryFolder(async (_, copy): Promise<Finding> => {
    const name = 'memory in the browser shell';
    const values = await inBrowserShell(copy, async (page) => {
      await unlock(page);
      await scrollActions(page);
      const { page: ofPage, dataProcess } = memoryUnder(process.pid);
      return { page: ofPage, dataProcess };
    });
    return values === null ? { name, notRun: 'no Chromium here' } : { name, values, unit: 'MB', how };
  }, board);
