/**
 * Where a window may go.
 *
 * Threat: a link, a script or a dropped file takes the window, with its way into the shell, to a page that is not ours.
 * Must hold: only the start page itself, with whatever follows `#`; no frames, no redirects, no second window.
 * The start of the URL is compared as text: outside Chromium `new URL('app://x/').origin` is the text "null".
 * Accepted gap: the page may move within its own `#…` addresses; they never leave the document.
 */
export const pageOrigin = 'app://tracker';
export const startUrl = `${pageOrigin}/`;

export const isStartPage = (url: string): boolean => url === startUrl || url.startsWith(`${startUrl}#`);

export const mayNavigate = (navigation: { readonly url: string; readonly isMainFrame: boolean }): boolean =>
  navigation.isMainFrame && isStartPage(navigation.url);

export const mayOpenWindow = (_url: string): boolean => false;
