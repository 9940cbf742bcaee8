/** The data process as the shells run it, and a typed client over its process channel. */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { onTestFinished } from 'vitest';
import type { Client } from './board.ts';
import { compiledPrograms } from './compiled-programs.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../db/process.ts');

/** One port, carried over the process channel as db/process.ts says. */
class ChannelPort extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #connection: string;

  constructor(child: ChildProcess, connection: string) {
    super();
    this.#child = child;
    this.#connection = connection;
    child.on('message', (message: { type: string; connection?: string; data?: unknown }) => {
      if (message.type === 'message' && message.connection === connection) this.emit('message', { data: message.data });
    });
    child.on('exit', () => this.emit('close'));
    child.send({ type: 'connect', connection });
  }

  postMessage(data: unknown): void {
    if (this.#child.connected) this.#child.send({ type: 'message', connection: this.#connection, data });
  }
}

export type DataProcess = {
  readonly child: ChildProcess;
  readonly client: Client;
  /** Locks as the shells do; answers how the process ended. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
};

export const startDataProcess = async (folder: string): Promise<DataProcess> => {
  const child = fork(ENTRY, [folder], { serialization: 'advanced', env: { ...process.env, ...compiledPrograms() } });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  const port = new ChannelPort(child, 'page');
  const client = createORPCClient(new RPCLink({ port: port as never })) as Client;
  return {
    child,
    client,
    stop: async () => {
      const ended = once(child, 'exit');
      child.send({ type: 'stop' });
      return (await ended)[0] as number | null;
    },
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};
