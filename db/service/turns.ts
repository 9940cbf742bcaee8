import { Failure } from '../store/failure.ts';

export type Turns = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** One work at a time, in the order in which they were asked for. Who is told to end before its turn leaves with `cancelled`. */
export const createTurns = (): Turns => {
  let last: Promise<void> = Promise.resolve();
  return (work, signal) =>
    new Promise((resolve, reject) => {
      const leave = (): void => reject(new Failure('cancelled'));
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      last = last.then(async () => {
        signal.removeEventListener('abort', leave);
        if (!signal.aborted) await work().then(resolve, reject);
      });
    });
};
