import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { RefusedFile } from './refused-file.ts';
import type { WorkerAnswer } from './return-worker.ts';
import type { ReturnedFile } from './returned-sheet.ts';

export type WorkerLimits = { readonly milliseconds: number; readonly megabytes: number };

const LIMITS: WorkerLimits = { milliseconds: 20_000, megabytes: 256 };

/**
 * Reads a returned file in a thread of its own, which is stopped when it takes too long or too much memory. Rejects with a
 * RefusedFile. The thread has no environment variables and is never given the board or its keys.
 */
export const readReturnInWorker = (bytes: Uint8Array, limits: WorkerLimits = LIMITS): Promise<ReturnedFile> =>
  new Promise((resolve, reject) => {
    const refuse = (why: string): void => reject(new RefusedFile(why));
    const worker = startWorker(bytes, limits);
    const tooLong = setTimeout(() => {
      refuse(`reading it took longer than ${limits.milliseconds / 1000} seconds`);
      void worker.terminate();
    }, limits.milliseconds);
    worker.once('message', (answer: WorkerAnswer) => {
      if (answer.outcome === 'read') resolve(answer.file);
      else refuse(answer.outcome === 'refused' ? answer.why : 'it cannot be read as a filled-in request sheet');
      void worker.terminate();
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'reading it took more memory than a filled-in sheet needs'
          : 'it cannot be read as a filled-in request sheet',
      ),
    );
    worker.once('exit', () => {
      clearTimeout(tooLong);
      refuse('it cannot be read as a filled-in request sheet');
    });
  });

const startWorker = (bytes: Uint8Array, { megabytes }: WorkerLimits): Worker => {
  const options = {
    workerData: bytes,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  };
  // From the sources Node reads the file itself; a built one may lie in an archive that only this process can read.
  return import.meta.filename.endsWith('.ts')
    ? new Worker(path.join(import.meta.dirname, 'return-worker.ts'), options)
    : new Worker(readFileSync(path.join(import.meta.dirname, 'return-worker.cjs'), 'utf8'), { ...options, eval: true });
};
