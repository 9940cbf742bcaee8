import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PrintedPdf } from '../db/contract/shell.ts';
import { responseHeaders } from '../electron/guards/response-headers.ts';
import { decodeCall, longestHtml, type ShellAnswers } from '../electron/shell-calls.ts';
import { sendText } from './static-pages.ts';

/** The calls a browser's page asks the program for; files it saves and opens by itself. */
export type BrowserAnswers = Omit<ShellAnswers, 'saveFile' | 'openFile'>;

const longestCall = 64 * 1024;

/**
 * `POST /shell/NAME`: a JSON array of arguments in, a JSON document out; for `htmlToPdf` HTML in, and a PDF out when it
 * could be printed. Arguments are decoded by the same table as in the window.
 */
export const answerCall = async (
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { answers, policy }: { readonly answers: BrowserAnswers; readonly policy: string },
): Promise<void> => {
  const isHtml = name === 'htmlToPdf';
  if (request.headers['content-type'] !== (isHtml ? 'text/html' : 'application/json')) {
    return sendText(response, 415, 'This call is made with another content type.', policy);
  }
  const body = await readBody(request, isHtml ? longestHtml : longestCall);
  if (body === null) return sendText(response, 413, 'This call is too long.', policy);
  const given = isHtml ? [body] : parsedArray(body);
  const call = given === null ? null : decodeCall(answers, name, given);
  if (!call?.accepted) return sendText(response, 400, 'There is no such call.', policy);
  const answer = await call.answer();
  if (isHtml && (answer as PrintedPdf).outcome === 'printed') {
    response.writeHead(200, responseHeaders(policy, 'application/pdf'));
    response.end((answer as PrintedPdf & { outcome: 'printed' }).bytes);
    return;
  }
  response.writeHead(200, responseHeaders(policy, 'application/json; charset=utf-8'));
  response.end(JSON.stringify(answer ?? null));
};

const parsedArray = (text: string): readonly unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const readBody = async (request: IncomingMessage, maxBytes: number): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the answer can still be heard.
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size > maxBytes ? null : Buffer.concat(chunks).toString('utf8');
};
