import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type MessagePortMain } from 'electron';
import { type BoardSession, createBoardSession } from './board-session.ts';
import { type Boards, createBoards, type FolderAnswer } from './boards.ts';
import { answerCalls, answerConnect } from './calls.ts';
import { createClosedSession, refuseNames } from './closed-session.ts';
import { startDataProcess } from './data-process.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createFiles } from './files.ts';
import { pageOrigin } from './guards/navigation.ts';
import { safeFileName } from './guards/paths.ts';
import { createIdleLock } from './idle-lock.ts';
import { lockWithTheLaptop } from './lock.ts';
import { setMenu } from './menu.ts';
import { createPrinter } from './print.ts';
import { registerAppScheme, servePages } from './protocol.ts';
import { quitWhenPutAway } from './quit.ts';
import { createRecentBoards } from './recent-boards.ts';
import { createSyncFolders } from './sync-folders.ts';
import { openMainWindow } from './window.ts';

/** Once built, this file is `electron/main.cjs`, with `renderer/` and `db/` beside its folder. */
const preloadFile = path.join(__dirname, 'preload.cjs');
const pagesFolder = path.join(__dirname, '../renderer');
const dataProcessFile = path.join(__dirname, '../db/process.cjs');

const start = (): void => {
  const { isPackaged: packaged } = app;
  const pageSession = createClosedSession('page', { origins: [pageOrigin], devTools: !packaged });
  servePages(pageSession, pagesFolder);
  const page = openMainWindow(pageSession, preloadFile, packaged);
  app.on('second-instance', () => page.bringToFront());

  const session = createBoardSession({
    start: (folder) => startDataProcess(dataProcessFile, folder),
    onStopping: () => idle.forget(),
    onEnded: () => {
      idle.forget();
      page.dataProcessEnded();
    },
    now: Date.now,
  });
  const dialogs = createDialogs(page.window);
  const boards = boardsOfThisLaptop(session, dialogs);

  const printer = createPrinter();

  const lock = async (): Promise<void> => {
    page.startAfresh();
    await session.lock();
  };
  const idle = createIdleLock(() => void lock());
  const closeBoard = async (): Promise<void> => {
    await boards.closeBoard();
    page.startAfresh();
  };

  answerCalls(page.window.webContents, {
    about: async () => ({
      name: app.getName(),
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
    }),
    ...boards,
    closeBoard,
    lock,
    inUse: idle.inUse,
    ...createSyncFolders({
      session,
      askForSyncFolder: async () => asAnswer(await dialogs.syncFolder()),
      newId: randomUUID,
    }),
    ...createFiles(dialogs, app.getPath('documents')),
    htmlToPdf: (html) => printer.print(html),
  });
  answerConnect(page.window.webContents, () => session.connect());

  setMenu({ command: (name) => page.command(name), lock: () => void lock() }, packaged);
  lockWithTheLaptop(lock);
  page.onCrash(() => void lock());
  quitWhenPutAway(() => boards.closeBoard());
  void boards.openLatest();
  page.startAfresh();
};

const boardsOfThisLaptop = (session: BoardSession<MessagePortMain>, dialogs: Dialogs): Boards => {
  const programFolder = app.getPath('userData');
  return createBoards({
    session,
    recent: createRecentBoards(path.join(programFolder, 'recent-boards.json'), { now: Date.now, newId: randomUUID }),
    sampleFolder: path.join(programFolder, 'sample-board'),
    askForNewFolder: async (suggestedName) =>
      asAnswer(await dialogs.newFolder(path.join(app.getPath('documents'), safeFileName(suggestedName)))),
    askForBoardFolder: async () => asAnswer(await dialogs.folder()),
  });
};

const asAnswer = (folder: string | null): FolderAnswer =>
  folder === null ? { outcome: 'cancelled' } : { outcome: 'folder', folder };

if (app.requestSingleInstanceLock()) {
  refuseNames();
  registerAppScheme();
  void app.whenReady().then(start);
} else {
  app.quit();
}
