import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from 'electron';
import { mayNavigate, mayOpenWindow } from './guards/navigation.ts';
import { guardedWebPreferences, type WindowPurpose } from './guards/window-options.ts';

/** The only place where a window is made: its settings come from the guard, and it can go nowhere. */
export const openGuardedWindow = (
  wanted: WindowPurpose,
  session: Session,
  look: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
): BrowserWindow => {
  const window = new BrowserWindow({ ...look, webPreferences: { ...guardedWebPreferences(wanted), session } });
  const contents = window.webContents;
  const keepInPlace = (event: {
    preventDefault(): void;
    readonly url: string;
    readonly isMainFrame: boolean;
  }): void => {
    if (wanted.purpose === 'print' || !mayNavigate(event)) event.preventDefault();
  };
  contents.on('will-navigate', keepInPlace);
  contents.on('will-frame-navigate', keepInPlace);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => ({ action: mayOpenWindow(url) ? 'allow' : 'deny' }));
  return window;
};
