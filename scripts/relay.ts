import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Connection } from '../electron/forked-data-process.ts';

/** Why the shell closes a page's connection. The page acts on these (renderer/shell/web-socket-port.ts). */
export const closing = { putAway: 4000, dataProcessEnded: 4001, noBoard: 4004 } as const;

/** 256 MB: a message that is longer closes its connection. */
const longestMessage = 256 * 1024 * 1024;

export type Relay = {
  /** Takes over a connection that was already let in. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  closeAll(why: keyof typeof closing): void;
  end(): void;
};

export type RelayOptions = {
  readonly connect: () => Promise<Connection | null>;
  /** How many pages are connected now. */
  readonly onPages: (count: number) => void;
};

/** Passes messages between pages and the data process and looks at none of them. */
export const createRelay = ({ connect, onPages }: RelayOptions): Relay => {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: longestMessage });

  const join = async (page: WebSocket): Promise<void> => {
    const connection = await connect().catch(() => null);
    if (connection === null) return page.close(closing.noBoard);
    if (page.readyState !== page.OPEN) return connection.close();
    connection.onMessage((message) => page.send(message));
    page.on('message', (message: Buffer, isBinary) => connection.send(isBinary ? message : message.toString('utf8')));
    page.once('close', () => connection.close());
    // Until this the page sends nothing: what it says next is for the data process.
    page.send('connected');
  };

  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (page) => {
        page.on('error', () => page.terminate());
        page.once('close', () => onPages(server.clients.size));
        onPages(server.clients.size);
        void join(page);
      }),
    closeAll: (why) => server.clients.forEach((page) => page.close(closing[why])),
    end: () => {
      server.clients.forEach((page) => page.terminate());
      server.close();
    },
  };
};
