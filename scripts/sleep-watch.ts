/** How long the clock may jump between two looks before it counts as sleep: a busy computer is late by seconds, not by this. */
const LONGEST_GAP = 30_000;
const LOOK_EVERY = 2_000;

/**
 * Calls `woke` when the computer was asleep: a lid that was shut leaves a jump in the clock between two looks, which is all
 * that a program without a window can see of it. Returns how to stop.
 */
export const watchForSleep = (
  woke: () => void,
  { now = Date.now, every = LOOK_EVERY }: { readonly now?: () => number; readonly every?: number } = {},
): (() => void) => {
  let last = now();
  const timer = setInterval(() => {
    const at = now();
    if (at - last > LONGEST_GAP) woke();
    last = at;
  }, every);
  timer.unref();
  return () => clearInterval(timer);
};
