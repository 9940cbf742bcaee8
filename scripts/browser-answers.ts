import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PrintedPdf } from '../db/contract/shell.ts';
import { isBoardFolder } from '../electron/board-folders.ts';
import type { BoardSession } from '../electron/board-session.ts';
import { createBoards, type FolderAnswer } from '../electron/boards.ts';
import type { IdleLock } from '../electron/idle-lock.ts';
import { createRecentBoards } from '../electron/recent-boards.ts';
import { createSyncFolders } from '../electron/sync-folders.ts';
import { NoChromiumError, printHtml } from './chromium.ts';
import { freeFolderIn, nameToFolderName, syncFolderAtHome, withBoardsAtHome } from './home-boards.ts';
import type { BrowserAnswers } from './shell-endpoints.ts';

export type Places = {
  /** Where new boards, the sample and the list of boards are. */
  readonly home: string;
  /** The one folder the program was started on, if any. */
  readonly folder: string | null;
  /** The folder that the laptops share; one beside the boards when none was named. */
  readonly syncFolder: string | null;
};

/** What the page's calls are answered with. A browser has no dialog for folders: they follow from where the program was started. */
export const createBrowserAnswers = (
  session: BoardSession<unknown>,
  idle: Pick<IdleLock, 'inUse'>,
  { home, folder, syncFolder }: Places,
): BrowserAnswers => {
  const sampleFolder = path.join(home, 'sample-board');
  const remembered = createRecentBoards(path.join(home, 'recent-boards.json'), { now: Date.now, newId: randomUUID });
  const boards = createBoards({
    session,
    recent: withBoardsAtHome(remembered, home, sampleFolder),
    sampleFolder,
    askForNewFolder: async (name): Promise<FolderAnswer> => {
      const useGiven = folder !== null && !(await isBoardFolder(folder));
      return { outcome: 'folder', folder: useGiven ? folder : await freeFolderIn(home, nameToFolderName(name)) };
    },
    askForBoardFolder: async (): Promise<FolderAnswer> => ({
      outcome: 'refused',
      message:
        'A browser cannot choose a folder. Stop the program in its terminal and start it on the board’s folder: npm start -- --browser FOLDER',
    }),
  });
  return {
    about: async () => ({ ...program(), runtime: `Node ${process.versions.node}` }),
    ...boards,
    ...createSyncFolders({
      session,
      askForSyncFolder: async (): Promise<FolderAnswer> => ({
        outcome: 'folder',
        folder: syncFolder ?? (await syncFolderAtHome(home)),
      }),
      newId: randomUUID,
    }),
    lock: () => session.lock(),
    inUse: idle.inUse,
    htmlToPdf: print,
  };
};

const program = (): { readonly name: string; readonly version: string } => {
  const { productName, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly productName: string;
    readonly version: string;
  };
  return { name: productName, version };
};

const print = async (html: string): Promise<PrintedPdf> => {
  try {
    return { outcome: 'printed', bytes: await printHtml(html) };
  } catch (error) {
    const message =
      error instanceof NoChromiumError
        ? error.message
        : 'The document could not be turned into a PDF. Try again, or choose another format.';
    return { outcome: 'failed', message };
  }
};
