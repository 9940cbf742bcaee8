/** The worker that reads one returned file and ends: what the file makes of it, it makes of a thread with limits. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedFile } from './refused-file.ts';
import { type ReturnedFile, readReturnedFile } from './returned-sheet.ts';

export type WorkerAnswer =
  | { readonly outcome: 'read'; readonly file: ReturnedFile }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'failed' };

const answer = async (bytes: Uint8Array): Promise<WorkerAnswer> => {
  try {
    return { outcome: 'read', file: await readReturnedFile(bytes) };
  } catch (error) {
    return error instanceof RefusedFile ? { outcome: 'refused', why: error.message } : { outcome: 'failed' };
  }
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
void answer(workerData as Uint8Array).then((said) => parentPort?.postMessage(said));
