import type { OpenedFile, PrintedPdf, SavedFile, Shell } from '../../db/contract/shell.ts';
import { openFileInput, saveAsDownload } from './browser-files.ts';
import { connectOverWebSocket, notRunning } from './web-socket-port.ts';

/**
 * The shell in an ordinary browser: questions go to the program on this computer that served the page, files through the
 * browser itself. The page is thrown away and started afresh with every lock.
 */
export const createBrowserShell = (): Shell => {
  const ended: (() => void)[] = [];
  return {
    kind: 'browser',
    about: () => ask('about'),
    recentBoards: () => ask('recentBoards'),
    forgetBoard: (id) => ask('forgetBoard', id),
    currentBoard: () => ask('currentBoard'),
    chooseBoard: (purpose, suggestedName) => ask('chooseBoard', purpose, suggestedName),
    openRecentBoard: (id) => ask('openRecentBoard', id),
    openSampleBoard: () => ask('openSampleBoard'),
    nameBoard: (name) => ask('nameBoard', name),
    closeBoard: () => ask<void>('closeBoard').then(startAfresh),
    lock: () => ask<void>('lock').finally(startAfresh),
    inUse: (lockAfterMinutes) => ask('inUse', lockAfterMinutes),
    chooseSyncFolder: () => ask('chooseSyncFolder'),
    connect: () =>
      connectOverWebSocket({ onDataProcessEnded: () => ended.forEach((tell) => tell()), onPutAway: startAfresh }),
    saveFile: async (file): Promise<SavedFile> => saveAsDownload(file),
    openFile: (wanted): Promise<OpenedFile> => openFileInput(wanted),
    htmlToPdf,
    onDataProcessEnded: (listener) => {
      ended.push(listener);
    },
    // A browser has no menu of ours; the page's own shortcuts and palette are there in both shells.
    onCommand: () => undefined,
  };
};

const startAfresh = (): void => {
  history.replaceState(null, '', '/');
  location.reload();
};

const post = async (call: string, body: string, contentType: string): Promise<Response> => {
  const headers = { 'Content-Type': contentType };
  const response = await fetch(`/shell/${call}`, { method: 'POST', body, headers }).catch(() => null);
  if (response === null) throw new Error(notRunning);
  if (!response.ok) throw new Error(`The shell refused this call (${response.status}).`);
  return response;
};

const ask = async <Answer>(call: string, ...given: readonly unknown[]): Promise<Answer> => {
  const response = await post(call, JSON.stringify(given), 'application/json');
  return response.json() as Promise<Answer>;
};

const htmlToPdf = async (html: string): Promise<PrintedPdf> => {
  const response = await post('htmlToPdf', html, 'text/html');
  if (response.headers.get('Content-Type') !== 'application/pdf') return response.json() as Promise<PrintedPdf>;
  return { outcome: 'printed', bytes: new Uint8Array(await response.arrayBuffer()) };
};
