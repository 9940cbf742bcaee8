import { useState } from 'react';

export type Attempt = {
  readonly busy: boolean;
  readonly error: unknown;
  /** Runs the work unless other work runs; what it throws is kept as `error` until the next. */
  run(work: () => Promise<void>): Promise<void>;
};

/** One piece of work at a time, and what went wrong with the last. */
export const useAttempt = (): Attempt => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return { busy, error, run };
};
