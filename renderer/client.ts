import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../db/contract/index.ts';
import type { DataPort } from '../db/contract/shell.ts';
import { shell } from './shell/index.ts';

/**
 * The page's calls to the data process. A connection is made by the first call and kept until the process ends: then every
 * call that waits is refused (a port of this age says nothing when its other end is gone), and the next call connects anew.
 */
type Connection = { readonly link: ClientLink<ClientContext>; end(): void };

let connection: Promise<Connection> | null = null;

const connect = (): Promise<Connection> => {
  connection ??= shell.connect().then(openConnection);
  const attempt = connection;
  attempt.catch(() => {
    if (connection === attempt) connection = null;
  });
  return attempt;
};

const openConnection = (port: DataPort): Connection => {
  const disconnected: (() => void)[] = [];
  const link = new RPCLink<ClientContext>({
    port: {
      postMessage: (message: unknown) => port.postMessage(message),
      onMessage: { addListener: (listen) => port.addEventListener('message', ({ data }) => listen(data)) },
      onDisconnect: { addListener: (listen) => void disconnected.push(listen) },
    },
  });
  port.start();
  return {
    link,
    end: () => {
      port.close();
      for (const tell of disconnected) tell();
    },
  };
};

/** Refuses what is waiting; the next call connects anew. */
export const disconnect = (): void => {
  const ending = connection;
  connection = null;
  ending?.then(
    ({ end }) => end(),
    () => undefined,
  );
};

const link: ClientLink<ClientContext> = {
  call: async (path, input, options) => (await connect()).link.call(path, input, options),
};

/** Calls: `await client.actions.get({ id })`. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);

/** Queries: `useQuery(api.actions.get.queryOptions({ input: { id } }))`. They refresh by themselves when the board changes. */
export const api = createTanstackQueryUtils(client);
