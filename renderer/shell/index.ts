import type { Shell, ShellBridge } from '../../db/contract/shell.ts';
import { createBrowserShell } from './browser.ts';
import { createElectronShell } from './electron.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly tracker?: ShellBridge;
  }
}

/** The shell around this page. */
export const shell: Shell = window.tracker === undefined ? createBrowserShell() : createElectronShell(window.tracker);
