/** `npm start`, once the packages are there: builds what is out of date, then opens the window, or the browser where there can be none. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { bringUpToDate } from './build.ts';
import { bringRuntime, hasDisplay, whyNoWindow } from './electron-runtime.ts';
import { projectFolder } from './setup.mjs';
import { readStartOptions } from './start-options.mjs';

type WindowEnd = { readonly opened: true; readonly code: number } | { readonly opened: false };

/** Electron ends by one of these, and at once, where the system lets it start no sandbox. */
const startFailures: ReadonlySet<NodeJS.Signals> = new Set(['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL', 'SIGBUS']);
const startSeconds = 10;

async function launch(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (options.wrong !== null) throw new Error(options.wrong);
  await bringUpToDate('release');
  if (!options.browser) {
    const because = await openWindow(options.electron);
    if (because === null) return;
    console.log(`${because}, so there is no window of its own: the same tracker opens in the browser.`);
  }
  await openBrowserShell(options.folder, options.syncFolder);
}

/** Null when the window was opened and closed again; otherwise why there was none. */
async function openWindow(evenAfterFailure: boolean): Promise<string | null> {
  const surroundings = { platform: process.platform, env: process.env, userId: process.getuid?.() ?? null };
  const hindrance = whyNoWindow(surroundings);
  if (hindrance !== null) return hindrance;
  const runtime = await bringRuntime(projectFolder, surroundings, { now: Date.now(), evenAfterFailure });
  if (!runtime.found) return runtime.because;
  const end = await runWindow(runtime.program);
  if (!end.opened) return 'Electron is here but could not start on this system';
  process.exitCode = end.code;
  return null;
}

function runWindow(program: string): Promise<WindowEnd> {
  // Editors' terminals set this for themselves; it would make Electron a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const started = Date.now();
  const child = spawn(program, [projectFolder], { stdio: 'inherit', env });
  const stop = (): void => void child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  return new Promise((resolve) => {
    child.on('error', () => resolve({ opened: false }));
    child.on('exit', (code, signal) => {
      const atOnce = Date.now() - started < startSeconds * 1000;
      if (atOnce && signal !== null && startFailures.has(signal)) resolve({ opened: false });
      else resolve({ opened: true, code: code ?? 0 });
    });
  });
}

async function openBrowserShell(folder: string | null, syncFolder: string | null): Promise<void> {
  const { startBrowserShell } = await import('./serve.ts');
  await startBrowserShell({
    folder: folder === null ? null : path.resolve(folder),
    syncFolder,
    staticDir: path.join(projectFolder, 'out', 'renderer'),
    dataProcessEntry: path.join(projectFolder, 'out', 'db', 'process.cjs'),
    openBrowser: hasDisplay(process),
  });
}

try {
  await launch();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
