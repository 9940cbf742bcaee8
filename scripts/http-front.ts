import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, responseHeaders } from '../electron/guards/response-headers.ts';
import { createDoor, type Door, type Verdict } from './door.ts';
import type { Relay } from './relay.ts';
import { answerCall, type BrowserAnswers } from './shell-endpoints.ts';
import { sendPage, sendText } from './static-pages.ts';

export type HttpFront = { readonly door: Door; close(): Promise<void> };

export type Behind = { readonly staticDir: string; readonly answers: BrowserAnswers; readonly relay: Relay };

/** The server on 127.0.0.1. Everything goes through the door first; behind it are pages, calls and the relay. */
export const openHttpFront = async (port: number, { staticDir, answers, relay }: Behind): Promise<HttpFront> => {
  const server = createServer();
  const address = `127.0.0.1:${await listen(server, port)}`;
  const door = createDoor(Number(address.split(':')[1]));
  const policy = contentSecurityPolicy([`http://${address}`, `ws://${address}`]);
  const judge = (request: IncomingMessage, isWebSocket: boolean): Verdict =>
    door.judge({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      isWebSocket,
    });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const verdict = judge(request, false);
    if (verdict.outcome === 'refuse') return sendText(response, verdict.status, verdict.message, policy);
    if (verdict.outcome === 'welcome') {
      const headers = responseHeaders(policy, 'text/plain; charset=utf-8');
      response.writeHead(303, { ...headers, Location: '/', 'Set-Cookie': verdict.cookie }).end();
      return;
    }
    const call = /^\/shell\/(\w+)$/.exec(verdict.pathname)?.[1];
    if (call === undefined && request.method === 'GET') {
      return sendPage(response, verdict.pathname, { folder: staticDir, policy });
    }
    if (call === undefined || request.method !== 'POST')
      return sendText(response, 405, 'Calls are made with POST.', policy);
    return answerCall(request, response, call, { answers, policy });
  };

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendText(response, 500, 'The program could not do this.', policy);
      else response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const verdict = judge(request, true);
    if (verdict.outcome === 'enter' && verdict.pathname === '/connect') return relay.accept(request, socket, head);
    const status = verdict.outcome === 'refuse' ? verdict.status : 404;
    socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  return {
    door,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
