/** The test build in a real Electron, with the sample board on the list of boards of a laptop that is otherwise new. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { hasDisplay, installedRuntime } from '../electron-runtime.ts';
import { projectFolder } from '../setup.mjs';
import { inTemporaryFolder } from './boards.ts';
import { virtualDisplay } from './display.ts';

/** In words; null when a window can be opened. */
export const whyNoElectron = (): string | null => {
  if (!installedRuntime(projectFolder, process).found) return 'no Electron runtime';
  return hasDisplay(process) || existsSync(virtualDisplay) ? null : 'no display';
};

export type OpenWindow = { readonly page: Page; readonly pid: number };

/** Starts Electron on a program's folder and gives its first window as soon as there is one. */
export const inElectron = async <T>(
  program: string,
  laptop: string,
  work: (window: OpenWindow) => Promise<T>,
): Promise<T> => {
  const runtime = installedRuntime(projectFolder, process);
  if (!runtime.found) throw new Error(runtime.because);
  const electron = await _electron.launch({
    executablePath: runtime.program,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${laptop}`, program],
    // The runtime that tests may have is too old for the database inside it; test builds then use this Node for the data process.
    env: { ...definedEnvironment(), TRACKER_TEST_NODE: process.execPath },
  });
  try {
    return await work({ page: await electron.firstWindow(), pid: electron.process().pid ?? 0 });
  } finally {
    await electron.close();
  }
};

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** The tracker's window at the lock screen of the board. */
export const inWindow = <T>(board: string, work: (window: OpenWindow) => Promise<T>): Promise<T> =>
  inTemporaryFolder((folder) =>
    inElectron(path.join(projectFolder, 'out', 'test'), laptopThatKnows(board, folder), async (window) => {
      await lockScreenOf(window.page);
      return work(window);
    }),
  );

/** A folder for the program's own files, with the board on the list of recent ones. */
export const laptopThatKnows = (board: string, folder: string): string => {
  const laptop = path.join(folder, 'laptop');
  mkdirSync(laptop);
  const boards = [{ id: randomUUID(), folder: board, name: 'Big board', openedAt: Date.now() }];
  writeFileSync(path.join(laptop, 'recent-boards.json'), JSON.stringify({ version: 1, boards }));
  return laptop;
};

/** The board on top of the list is there when the program starts, and its passphrase can be typed. */
export const lockScreenOf = (page: Page): Promise<void> => page.getByLabel('Passphrase', { exact: true }).waitFor();
