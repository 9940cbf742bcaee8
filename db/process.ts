/**
 * The data process: owns the encrypted database of one board and its keys. Started by a shell with the board's folder; the
 * page talks to it through ports that the shell hands over, and the shell never looks inside.
 *
 * In production Electron forks it as a utility process, which receives real MessagePorts. The browser shell and test builds fork
 * it with Node, and carry the ports' messages over the process channel. Its end is the lock: keys and case data go with it.
 */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { RPCHandler } from '@orpc/server/message-port';
import { setTimeout as pause } from 'node:timers/promises';
import { type Control, readSyncFolder, type SyncFolderKnown } from './process-control.ts';
import { systemTimer } from './sync/continuous.ts';
import { watchFolder } from './sync/folder-watch.ts';
import { asContractError } from './service/context.ts';
import { router } from './service/index.ts';
import { BoardSession } from './service/session.ts';

type UtilityPort = NodeJS.EventEmitter & { postMessage(message: unknown): void; start(): void };
type UtilityParent = {
  on(event: 'message', listener: (event: { data: Control; ports: readonly UtilityPort[] }) => void): void;
  postMessage(message: unknown): void;
};

/** A port carried over the process channel, as oRPC's message-port adapter takes it. */
class CarriedPort extends EventEmitter {
  readonly #send: (data: unknown) => void;
  constructor(send: (data: unknown) => void) {
    super();
    this.#send = send;
  }
  postMessage(data: unknown): void {
    this.#send(data);
  }
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('The data process is started by a shell, with the folder of a board.\n');
  process.exit(2);
}

/** A fault in the program. Only its kind is told: what an error says can hold case data. */
const tellFault = (error: unknown): void => {
  process.stderr.write(`Sync met a fault: ${error instanceof Error ? error.name : typeof error}\n`);
};
const session = new BoardSession(
  folder,
  { now: Date.now, random: (length) => randomBytes(length) },
  { sync: { setTimer: systemTimer, watch: watchFolder, onFault: tellFault } },
);
const handler = new RPCHandler(router, {
  clientInterceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw asContractError(error);
      }
    },
  ],
});
const serve = (port: UtilityPort | CarriedPort): void => handler.upgrade(port as UtilityPort, { context: { session } });

/** The shell kills after a second. What sync has under way has this long to end by itself; broken off, it comes to nothing. */
const LONGEST_END_OF_SYNC = 500;

const stop = async (): Promise<void> => {
  await Promise.race([session.sync.ends(), pause(LONGEST_END_OF_SYNC)]);
  session.close();
  process.exit(0);
};

const knowSyncFolder = (control: Control & { readonly type: 'sync-folder' }): SyncFolderKnown => {
  const chosen = readSyncFolder(control);
  const known = chosen !== null && session.sync.offerFolder(chosen.placeId, chosen.path);
  return { type: 'sync-folder', placeId: control.placeId, known };
};

const utilityParent = (process as { parentPort?: UtilityParent }).parentPort;

if (utilityParent !== undefined) {
  utilityParent.on('message', ({ data, ports }) => {
    if (data.type === 'stop') return void stop();
    if (data.type === 'sync-folder') return utilityParent.postMessage(knowSyncFolder(data));
    for (const port of ports) {
      serve(port);
      port.start();
    }
  });
  utilityParent.postMessage({ type: 'ready' });
} else {
  const connections = new Map<string, CarriedPort>();
  process.on('message', (control: Control) => {
    switch (control.type) {
      case 'stop':
        return void stop();
      case 'sync-folder':
        return void process.send?.(knowSyncFolder(control));
      case 'connect': {
        const connection = control.connection ?? '';
        const port = new CarriedPort((data) => process.send?.({ type: 'message', connection, data }));
        connections.set(connection, port);
        return serve(port);
      }
      case 'message':
        return void connections.get(control.connection)?.emit('message', { data: control.data });
      case 'disconnect':
        connections.get(control.connection)?.emit('close');
        return void connections.delete(control.connection);
    }
  });
  process.on('disconnect', () => void stop());
  process.send?.({ type: 'ready' });
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => undefined);
