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
import { asContractError } from './service/context.ts';
import { router } from './service/index.ts';
import { BoardSession } from './service/session.ts';

type Control =
  | { readonly type: 'connect'; readonly connection?: string }
  | { readonly type: 'message'; readonly connection: string; readonly data: string | Uint8Array }
  | { readonly type: 'disconnect'; readonly connection: string }
  | { readonly type: 'stop' };

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

const session = new BoardSession(folder, { now: Date.now, random: (length) => randomBytes(length) });
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

const stop = (): void => {
  session.close();
  process.exit(0);
};

const utilityParent = (process as { parentPort?: UtilityParent }).parentPort;

if (utilityParent !== undefined) {
  utilityParent.on('message', ({ data, ports }) => {
    if (data.type === 'stop') return stop();
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
        return stop();
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
  process.on('disconnect', stop);
  process.send?.({ type: 'ready' });
}

process.on('SIGTERM', stop);
process.on('SIGINT', () => undefined);
