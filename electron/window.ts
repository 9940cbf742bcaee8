import { type BrowserWindow, nativeTheme, type Session } from 'electron';
import type { ShellCommand } from '../db/contract/shell.ts';
import { openGuardedWindow } from './guarded-window.ts';
import { startUrl } from './guards/navigation.ts';

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Throws away the page with all it holds and starts it afresh, where it asks the shell which board is open. */
  startAfresh(): void;
  command(command: ShellCommand): void;
  dataProcessEnded(): void;
  /** The page itself is gone; it is started afresh. */
  onCrash(listener: () => void): void;
  bringToFront(): void;
};

/** Milliseconds a page that does not answer any more may stay on the screen when it is to go. */
const longestUnload = 3_000;

export const openMainWindow = (session: Session, preload: string, packaged: boolean): MainWindow => {
  const window = openGuardedWindow({ purpose: 'page', preload, packaged }, session, {
    width: 1360,
    height: 880,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
  });
  const contents = window.webContents;
  const send = (channel: string, ...message: readonly unknown[]): void => {
    if (!contents.isDestroyed()) contents.send(channel, ...message);
  };
  const startAfresh = (): void => {
    if (contents.isDestroyed()) return;
    const hung = setTimeout(() => contents.forcefullyCrashRenderer(), longestUnload);
    contents.once('did-navigate', () => clearTimeout(hung));
    contents.once('destroyed', () => clearTimeout(hung));
    // A load that is overtaken by the next one, or by the window's end, is no fault.
    contents.loadURL(startUrl).catch(() => undefined);
  };

  // A page with unsaved input may ask the person to stay; it may not hold up a lock.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return {
    window,
    startAfresh,
    command: (command) => send('tracker:command', command),
    dataProcessEnded: () => send('tracker:data-process-ended'),
    onCrash: (listener) =>
      contents.on('render-process-gone', () => {
        startAfresh();
        listener();
      }),
    bringToFront: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
};
