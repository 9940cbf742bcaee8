import type { PrintedPdf } from '../db/contract/shell.ts';
import { createClosedSession } from './closed-session.ts';
import { openGuardedWindow } from './guarded-window.ts';
import { printContentSecurityPolicy, responseHeaders } from './guards/response-headers.ts';

/**
 * A document becomes a tagged PDF in a window nobody sees: no script, no network, no file. The HTML is held in memory and
 * served once, to its own address in its own session.
 */
const printOrigin = 'app://print';
const longestPrint = 120_000;

export type Printer = { print(html: string): Promise<PrintedPdf> };

export const createPrinter = (): Printer => {
  const session = createClosedSession('print', { origins: [printOrigin], devTools: false });
  const waiting = new Map<string, string>();
  let documents = 0;
  session.protocol.handle('app', ({ url }) => {
    const html = waiting.get(url);
    waiting.delete(url);
    const headers = responseHeaders(printContentSecurityPolicy, 'text/html; charset=utf-8');
    return html === undefined ? new Response(null, { status: 404, headers }) : new Response(html, { headers });
  });

  return {
    print: async (html) => {
      documents += 1;
      const url = `${printOrigin}/${documents}`;
      waiting.set(url, html);
      const window = openGuardedWindow({ purpose: 'print' }, session, { show: false });
      const tooLong = setTimeout(() => window.destroy(), longestPrint);
      try {
        await window.loadURL(url);
        const pdf = await window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        return { outcome: 'printed', bytes: new Uint8Array(pdf) };
      } catch {
        return {
          outcome: 'failed',
          message:
            'The document could not be turned into a PDF. Nothing was saved. Try again, or choose another format.',
        };
      } finally {
        clearTimeout(tooLong);
        waiting.delete(url);
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
};
