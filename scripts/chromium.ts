import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createDevTools, type DevTools } from './devtools-pipe.ts';

/** A program of the Chromium family on this machine; `env` is added to the environment it is started in. */
export type Chromium = { readonly program: string; readonly env?: Readonly<Record<string, string>> };

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (file: string) => boolean;
};

/** CHROMIUM_PATH, else Chromium, Chrome or Edge where their installers put them; null when there is none. */
export const findChromium = (
  { platform, env, isProgram }: Surroundings = { platform: process.platform, env: process.env, isProgram: canRun },
): Chromium | null => {
  const named = env.CHROMIUM_PATH;
  if (named) return { program: named };
  const program = usualPlaces(platform, env).find(isProgram);
  return program === undefined ? null : { program };
};

const usualPlaces = (platform: NodeJS.Platform, env: Surroundings['env']): readonly string[] => {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (env.PATH ?? '/usr/bin').split(':').filter((folder) => folder.startsWith('/'));
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
};

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export class NoChromiumError extends Error {
  override readonly name = 'NoChromiumError';
  constructor() {
    super(
      'A PDF needs Chromium, Chrome or Edge on this computer, and none was found. Install one of them or name it in CHROMIUM_PATH, or choose another format.',
    );
  }
}

const quiet = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--incognito',
  '--no-first-run',
  // Only the page that is printed: a window of its own would be a second one to start.
  '--no-startup-window',
  '--no-default-browser-check',
];

const longestPrint = 120_000;

export type Printer = {
  /**
   * Prints a self-contained HTML document to a tagged PDF with an outline, on the page size its own `@page` names.
   * No script of the document runs, nothing is fetched, and the document is in no file: it goes in and out by pipe.
   * Resolves when the browser has the whole document: from then on it prints beside whoever asked, who may be busy.
   * Throws NoChromiumError, or an Error when the browser could not do it.
   */
  print(html: string): Promise<Printing>;
  /** Ends the browser; never rejects. */
  end(): Promise<void>;
};

export type Printing = { readonly pdf: Promise<Uint8Array<ArrayBuffer>> };

/** The browser starts at once, so that whoever has other work first does not wait for it. It must be ended. */
export const startPrinter = (chromium: Chromium | null = findChromium()): Printer => {
  if (chromium === null) return { print: () => Promise.reject(new NoChromiumError()), end: async () => undefined };
  const profile = mkdtempSync(path.join(tmpdir(), 'tracker-print-'));
  const browser = startChromium(chromium, profile);
  const page = emptyPage(browser.devTools);
  // A browser that could not start says so when something is to be printed.
  page.catch(() => undefined);
  return {
    print: async (html) => printIn(await page, html),
    end: async () => {
      await browser.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** Prints one document, as a printer does. */
export const printHtml = async (html: string, chromium?: Chromium | null): Promise<Uint8Array<ArrayBuffer>> => {
  const printer = startPrinter(chromium);
  try {
    return await (await printer.print(html)).pdf;
  } finally {
    await printer.end();
  }
};

const startChromium = ({ program, env }: Chromium, profile: string) => {
  // Chromium refuses to be sandboxed for root, which only containers and servers are.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...quiet, ...asRoot, `--user-data-dir=${profile}`, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const devTools = createDevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = whenEnded(child);
  const kill = (): void => void child.kill('SIGKILL');
  const tooLong = setTimeout(kill, longestPrint);
  process.once('exit', kill);
  void ended.then((reason) => devTools.fail(reason));
  return {
    devTools,
    end: async (): Promise<void> => {
      clearTimeout(tooLong);
      // Asked first, so that it ends all its own processes; the pipe breaking under the question is an answer too.
      await Promise.race([devTools.call('Browser.close').catch(() => undefined), pause(1_000)]);
      const hung = setTimeout(kill, 1_000);
      await ended;
      clearTimeout(hung);
      process.off('exit', kill);
    },
  };
};

const whenEnded = (child: ChildProcess): Promise<Error> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(new Error(`The browser could not be started: ${error.message}`)));
    child.once('exit', () => resolve(new Error('The browser ended before the document was printed.')));
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

type Page = {
  readonly frameId: string;
  call<Result>(method: string, params?: object): Promise<Result>;
  sent(): Promise<void>;
};

/** Offline, and runs no script. */
const emptyPage = async (devTools: DevTools): Promise<Page> => {
  const { targetId } = await devTools.call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devTools.call<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const call = <Result>(method: string, params: object = {}): Promise<Result> =>
    devTools.call<Result>(method, params, sessionId);
  await call('Network.enable');
  await call('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  });
  await call('Emulation.setScriptExecutionDisabled', { value: true });
  const { frameTree } = await call<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  return { frameId: frameTree.frame.id, call, sent: devTools.sent };
};

/** The browser takes calls in order, so both are handed over at once: whoever asked may be too busy to answer in between. */
const printIn = async (page: Page, html: string): Promise<Printing> => {
  const taken = page.call('Page.setDocumentContent', { frameId: page.frameId, html });
  const printed = page.call<{ data: string }>('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const pdf = Promise.all([taken, printed]).then(([, { data }]) => new Uint8Array(Buffer.from(data, 'base64')));
  // A fault waits for whoever asks for the document.
  pdf.catch(() => undefined);
  await page.sent();
  return { pdf };
};
