/**
 * What a page may load.
 *
 * Threat: case data leaves the laptop in a request, or foreign content comes in with one.
 * Must hold: our own pages, and bytes the page already holds. Every scheme that reaches a network or the disk is refused,
 * also when the Content-Security-Policy would have refused it first.
 * Accepted gap: while developing (never in a packaged program) the developer tools load their own pages.
 */
const schemesWithoutNetwork = ['data:', 'blob:'];

export const mayRequest = (
  url: string,
  allowed: { readonly origins: readonly string[]; readonly devTools: boolean },
): boolean =>
  allowed.origins.some((origin) => url.startsWith(`${origin}/`)) ||
  schemesWithoutNetwork.some((scheme) => url.startsWith(scheme)) ||
  (allowed.devTools && url.startsWith('devtools://'));
