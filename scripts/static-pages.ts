import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileWithin } from '../electron/guards/paths.ts';
import { contentTypeOf, responseHeaders } from '../electron/guards/response-headers.ts';

/** Answers from the folder of pages and nothing else, by the same guard as the window's `app://` pages. */
export const sendPage = async (
  response: ServerResponse,
  pathname: string,
  pages: { readonly folder: string; readonly policy: string },
): Promise<void> => {
  const file = fileWithin(pages.folder, pathname === '/' ? '/index.html' : pathname);
  const contents = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || contents === null)
    return sendText(response, 404, 'There is nothing at this address.', pages.policy);
  response.writeHead(200, responseHeaders(pages.policy, contentTypeOf(file)));
  response.end(contents);
};

export const sendText = (response: ServerResponse, status: number, text: string, policy: string): void => {
  response.writeHead(status, responseHeaders(policy, 'text/plain; charset=utf-8'));
  response.end(`${text}\n`);
};
