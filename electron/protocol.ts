import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { fileWithin } from './guards/paths.ts';
import { contentSecurityPolicy, contentTypeOf, responseHeaders } from './guards/response-headers.ts';
import { pageOrigin } from './guards/navigation.ts';

/** Before the program is ready: `app:` is a scheme with origins, like https, and cannot be opened by anything outside. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

/** Answers `app://tracker/…` from the folder of pages and nothing else. */
export const servePages = (session: Session, pagesFolder: string): void =>
  session.protocol.handle('app', async ({ url, method }) => {
    if (method !== 'GET' || !url.startsWith(`${pageOrigin}/`)) return notFound();
    const { pathname } = new URL(url);
    const file = fileWithin(pagesFolder, pathname === '/' ? '/index.html' : pathname);
    if (file === null) return notFound();
    try {
      return new Response(await readFile(file), {
        headers: responseHeaders(contentSecurityPolicy(), contentTypeOf(file)),
      });
    } catch {
      return notFound();
    }
  });

const notFound = (): Response =>
  new Response('Not found', {
    status: 404,
    headers: responseHeaders(contentSecurityPolicy(), 'text/plain; charset=utf-8'),
  });
