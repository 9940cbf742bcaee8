import { type InUse, isLeftAlone } from './guards/idle.ts';

export type IdleLock = {
  /** A page with an open board was just used. */
  readonly inUse: (lockAfterMinutes: number) => Promise<void>;
  /** No board is open any more. */
  readonly forget: () => void;
  readonly stop: () => void;
};

type Surroundings = { readonly now?: () => number; readonly lookEvery?: number };

/** Calls `lock` when no page has said for too long that it is in use. */
export const createIdleLock = (
  lock: () => void,
  { now = Date.now, lookEvery = 5_000 }: Surroundings = {},
): IdleLock => {
  let last: InUse | null = null;
  const timer = setInterval(() => {
    if (!isLeftAlone(last, now())) return;
    last = null;
    lock();
  }, lookEvery);
  timer.unref();
  return {
    inUse: async (lockAfterMinutes) => {
      last = { at: now(), lockAfterMinutes };
    },
    forget: () => {
      last = null;
    },
    stop: () => clearInterval(timer),
  };
};
