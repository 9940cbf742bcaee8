import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { hasDisplay } from '../electron-runtime.ts';

/** A display in memory, of Debian's package xvfb. */
export const virtualDisplay = '/usr/bin/Xvfb';

/** Does the work where windows can be opened: on the display there is, else on one made for it. */
export const onDisplay = async <T>(work: () => Promise<T>): Promise<T> => {
  if (hasDisplay(process)) return work();
  const server = spawn(virtualDisplay, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const number = await new Promise<string>((resolve, reject) => {
      (server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(data.toString().trim()));
      server.once('error', reject);
      server.once('exit', () => reject(new Error('The display could not be made.')));
    });
    process.env.DISPLAY = `:${number}`;
    return await work();
  } finally {
    delete process.env.DISPLAY;
    server.kill();
  }
};
