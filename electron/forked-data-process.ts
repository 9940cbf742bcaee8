import { fork } from 'node:child_process';
import type { DataProcess } from './board-session.ts';
import { createDataProcess } from './data-process-protocol.ts';

/**
 * The data process as a child of Node: for the browser shell, and for test builds of the window on an old Electron.
 * Ports cannot be handed to a child, so messages are relayed with the name of their connection; nobody looks inside them.
 */
export type RelayedMessage = string | Uint8Array;

export type Connection = {
  send(message: RelayedMessage): void;
  readonly onMessage: (listener: (message: RelayedMessage) => void) => void;
  /** Called once, when the data process has ended. */
  onEnd(listener: () => void): void;
  close(): void;
};

export type ForkedDataProcess = {
  /** The Node that runs it: 22.14 or newer. */
  readonly node: string;
  readonly entry: string;
  readonly folder: string;
};

export const forkDataProcess = ({ node, entry, folder }: ForkedDataProcess): DataProcess<Connection> => {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env;
  const child = fork(entry, [folder], { execPath: node, execArgv: [], env, serialization: 'advanced' });
  const listeners = new Map<string, (message: RelayedMessage) => void>();
  let stopping = false;
  let connections = 0;
  const tell = (message: object): void => {
    // A child that is going away refuses messages; that is reported by its end.
    if (child.connected) child.send(message, () => undefined);
  };

  child.on('message', (message) => {
    if (!stopping && isRelayed(message)) listeners.get(message.connection)?.(message.data);
  });
  // A failed start is reported by "exit" only when there was a process at all.
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => child.pid === undefined && resolve());
  });

  const base = createDataProcess({
    ended,
    onMessage: (listener) => child.on('message', listener),
    tell: (message) => {
      if (message.type === 'stop') stopping = true;
      tell(message);
    },
    kill: () => child.kill('SIGKILL'),
  });

  return {
    ...base,
    connect: () => {
      connections += 1;
      const connection = String(connections);
      tell({ type: 'connect', connection });
      return {
        send: (data) => {
          if (!stopping) tell({ type: 'message', connection, data });
        },
        onMessage: (listener) => listeners.set(connection, listener),
        onEnd: (listener) => void ended.then(listener),
        close: () => {
          listeners.delete(connection);
          tell({ type: 'disconnect', connection });
        },
      };
    },
  };
};

type Relayed = { readonly type: 'message'; readonly connection: string; readonly data: RelayedMessage };

const isRelayed = (message: unknown): message is Relayed => {
  const { type, connection, data } = Object(message) as Partial<Relayed>;
  return (
    type === 'message' && typeof connection === 'string' && (typeof data === 'string' || data instanceof Uint8Array)
  );
};
