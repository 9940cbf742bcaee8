/**
 * The browser shell: the same page and the same data process as in the window, served on 127.0.0.1 to a browser on this
 * computer. It ends with its terminal, and the data process with it, whatever ends it.
 *
 *   node scripts/serve.ts [FOLDER] [--port N] [--home FOLDER] [--sync-folder DIR]
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isBoardFolder } from '../electron/board-folders.ts';
import { createBoardSession } from '../electron/board-session.ts';
import { createIdleLock } from '../electron/idle-lock.ts';
import { forkDataProcess } from '../electron/forked-data-process.ts';
import { createBrowserAnswers } from './browser-answers.ts';
import { openHttpFront } from './http-front.ts';
import { openInBrowser } from './open-browser.ts';
import { createRelay } from './relay.ts';
import { watchForSleep } from './sleep-watch.ts';
import { endWithTerminal, onEnter } from './terminal.ts';

export type BrowserShellOptions = {
  /** Where new boards, the sample and the list of boards are kept; by default a folder in the person's own. */
  readonly home?: string;
  /** One board's folder: opened at once when it holds a board, else where a new board is made. */
  readonly folder?: string | null;
  /** The folder that the laptops share, which a browser cannot ask for; `sync` in the home by default. */
  readonly syncFolder?: string | null;
  /** Any free port by default. */
  readonly port?: number;
  readonly staticDir: string;
  readonly dataProcessEntry: string;
  readonly openBrowser: boolean;
  /** What is said in the terminal. */
  readonly say?: (line: string) => void;
  /** Milliseconds after which a board that no page looks at any more is locked. */
  readonly longestAbsence?: number;
};

export type BrowserShell = {
  /** Lets one browser in, once. */
  readonly url: string;
  /** Another such address; the one before it, if unused, is void. */
  newAddress(): string;
  close(): Promise<void>;
};

const fiveMinutes = 5 * 60_000;

/** Rejects with words for the person when it cannot be started: a taken port, a folder that holds something else. */
export const startBrowserShell = async (options: BrowserShellOptions): Promise<BrowserShell> => {
  const { say = console.log, longestAbsence = fiveMinutes } = options;
  const home = path.resolve(options.home ?? path.join(homedir(), 'Case Review Tracker'));
  const folder = options.folder ? path.resolve(options.folder) : null;
  const syncFolder = options.syncFolder ? path.resolve(options.syncFolder) : null;
  await mkdir(home, { recursive: true });

  const session = createBoardSession({
    start: (board) => forkDataProcess({ node: process.execPath, entry: options.dataProcessEntry, folder: board }),
    onStopping: () => {
      idle.forget();
      relay.closeAll('putAway');
    },
    onEnded: () => {
      idle.forget();
      relay.closeAll('dataProcessEnded');
    },
    now: Date.now,
  });
  const idle = createIdleLock(() => void session.lock());
  let absence: NodeJS.Timeout | undefined;
  const relay = createRelay({
    connect: () => session.connect(),
    onPages: (count) => {
      clearTimeout(absence);
      // A reload takes moments. Minutes without a page mean that nobody is there who could lock.
      if (count === 0) absence = setTimeout(() => void session.lock(), longestAbsence).unref();
    },
  });

  const answers = createBrowserAnswers(session, idle, { home, folder, syncFolder });
  if (folder !== null) await openGivenFolder(folder, (board) => session.open(board));
  const { staticDir } = options;
  const front = await openHttpFront(options.port ?? 0, { staticDir, answers, relay }).catch(async (error: unknown) => {
    await answers.closeBoard();
    throw portFault(error, options.port);
  });

  const url = front.door.newAddress();
  const isOpened = options.openBrowser && (await openInBrowser(url));
  say(
    `Case Review Tracker ${isOpened ? 'opens in your browser' : 'is ready: open this in a browser on this computer'}:`,
  );
  say(`  ${url}`);
  say('The address works once; press Enter for a new one. Ctrl-C ends the program.');
  const stopListening = onEnter(() => say(`  ${front.door.newAddress()}`));

  const stopWatching = watchForSleep(() => void session.lock());

  const close = async (): Promise<void> => {
    idle.stop();
    stopWatching();
    stopListening();
    leaveTerminal();
    clearTimeout(absence);
    relay.end();
    await Promise.all([front.close(), answers.closeBoard()]);
  };
  const leaveTerminal = endWithTerminal(close);
  return { url, newAddress: () => front.door.newAddress(), close };
};

const openGivenFolder = async (folder: string, open: (folder: string) => Promise<boolean>): Promise<void> => {
  if (await isBoardFolder(folder)) {
    if (!(await open(folder))) throw new Error('The data process could not be started.');
  } else if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new Error(
      `There is no board in ${folder}, and something else is. Name the folder of a board, or an empty one.`,
    );
  }
};

const portFault = (error: unknown, port: number | undefined): unknown =>
  (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    ? new Error(`Port ${port} is used by another program. Name another one with --port, or leave it out.`)
    : error;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, home: { type: 'string' }, 'sync-folder': { type: 'string' } },
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('A port is a number from 0 to 65535.');
  const out = path.join(import.meta.dirname, '..', 'out');
  const staticDir = path.join(out, 'renderer');
  if (!existsSync(path.join(staticDir, 'index.html'))) throw new Error('The page is not built yet: npm run build');
  await startBrowserShell({
    ...(values.home === undefined ? {} : { home: values.home }),
    folder: positionals[0] ?? null,
    syncFolder: values['sync-folder'] ?? null,
    port,
    staticDir,
    dataProcessEntry: path.join(out, 'db', 'process.cjs'),
    openBrowser: false,
  });
};

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
