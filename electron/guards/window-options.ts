/**
 * How every window is made.
 *
 * Threat: one window made with a weaker setting gives a page Node, the shell's memory, or a network.
 * Must hold: sandboxed, isolated, no Node, no webview, web security on; a window that prints runs no script at all and has
 * no preload. Only `guarded-window.ts` makes windows (a test reads the sources to see to it), and only with these.
 * Accepted gap: developer tools are there when the program is not packaged.
 */
export type GuardedWebPreferences = {
  readonly preload?: string;
  readonly sandbox: true;
  readonly contextIsolation: true;
  readonly nodeIntegration: false;
  readonly nodeIntegrationInWorker: false;
  readonly nodeIntegrationInSubFrames: false;
  readonly webviewTag: false;
  readonly webSecurity: true;
  readonly allowRunningInsecureContent: false;
  readonly experimentalFeatures: false;
  readonly navigateOnDragDrop: false;
  readonly safeDialogs: true;
  readonly spellcheck: false;
  readonly javascript: boolean;
  readonly devTools: boolean;
};

export type WindowPurpose =
  | { readonly purpose: 'page'; readonly preload: string; readonly packaged: boolean }
  | { readonly purpose: 'print' };

export const guardedWebPreferences = (wanted: WindowPurpose): GuardedWebPreferences => ({
  ...(wanted.purpose === 'page' ? { preload: wanted.preload } : {}),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Chromium's spell-checker fetches its dictionaries from the network.
  spellcheck: false,
  javascript: wanted.purpose === 'page',
  devTools: wanted.purpose === 'page' && !wanted.packaged,
});
