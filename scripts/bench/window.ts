/** How long a person waits for the window on the big board, against a window with nothing in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { VAULT_FILE } from '../../db/store/store.ts';
import { readVault, unwrapKey } from '../../db/store/vault.ts';
import { projectFolder } from '../setup.mjs';
import { inTemporaryFolder } from './boards.ts';
import { onDisplay } from './display.ts';
import { lockScreenOf, inElectron, laptopThatKnows, whyNoElectron } from './electron-window.ts';
import type { Finding, Measurement } from './finding.ts';
import { unlock } from './look-round.ts';
import { median, timed } from './timing.ts';

const rounds = 5;

export const window: Measurement = {
  name: 'window',
  run: async ({ big }): Promise<readonly Finding[]> => {
    const reason = whyNoElectron();
    if (reason !== null) return [{ name: 'window', notRun: reason }];
    const starts: Start[] = [];
    const empty: number[] = [];
    await onDisplay(async () => {
      for (let round = -1; round < rounds; round += 1) {
        // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
        const [start, nothing] = [await startOnBoard(big), await startEmpty()];
        if (round < 0) continue;
        starts.push(start);
        empty.push(nothing);
      }
    });
    const of = (part: keyof Start): number => median(starts.map((start) => start[part]));
    const emptyWindow = median(empty);
    return [
      {
        name: 'window usable on the big board',
        values: { lockScreen: of('lockScreen'), emptyWindow },
        unit: 'ms',
        ratio: of('lockScreen') / emptyWindow,
        limit: 2,
        how: 'from starting Electron until the passphrase of the board worked on last can be typed, against one window with an empty page; wall clock',
      },
      {
        name: 'unlock until the overview shows',
        values: { unlock: of('unlock'), ofWhichScrypt: await scryptTime(big) },
        unit: 'ms',
        how: 'from Enter at the lock screen until the overview of the big board shows its figures; wall clock',
      },
    ];
  },
};

type Start = { readonly lockScreen: number; readonly unlock: number };

const startOnBoard = (board: string): Promise<Start> =>
  inTemporaryFolder((folder) => {
    const laptop = laptopThatKnows(board, folder);
    const start = performance.now();
    return inElectron(path.join(projectFolder, 'out', 'test'), laptop, async ({ page }) => {
      await lockScreenOf(page);
      const lockScreen = performance.now() - start;
      return { lockScreen, unlock: await timed(() => unlock(page), 'wall') };
    });
  });

const startEmpty = (): Promise<number> =>
  inTemporaryFolder(async (folder) => {
    const program = path.join(folder, 'empty');
    mkdirSync(program);
    writeFileSync(path.join(program, 'package.json'), '{ "name": "empty", "main": "main.cjs" }');
    writeFileSync(path.join(program, 'main.cjs'), emptyProgram);
    writeFileSync(path.join(program, 'index.html'), '<!doctype html><title>Empty</title><h1>Empty</h1>');
    const start = performance.now();
    return inElectron(program, path.join(folder, 'laptop'), async ({ page }) => {
      await page.getByRole('heading', { name: 'Empty' }).waitFor();
      return performance.now() - start;
    });
  });

const emptyProgram = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1360, height: 880 }).loadFile('index.html'));
`;

const scryptTime = async (board: string): Promise<number> => {
  const vault = readVault(path.join(board, VAULT_FILE));
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
    times.push(await timed(() => unwrapKey(vault, { kind: 'passphrase', text: SAMPLE_PASSPHRASE }), 'wall'));
  }
  return median(times);
};
