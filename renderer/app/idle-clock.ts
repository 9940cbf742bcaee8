const second = 1000;
export const warningSeconds = 30;

export type IdleState =
  | { readonly at: 'active' }
  | { readonly at: 'warning'; readonly secondsLeft: number }
  | { readonly at: 'lock' };

/** Told by the clock on the wall and not by counting, so that a laptop that slept past the time locks as it wakes. */
export const idleStateAt = (now: number, lastActiveAt: number, lockAfterMinutes: number): IdleState => {
  const secondsLeft = Math.ceil((lastActiveAt + lockAfterMinutes * 60 * second - now) / second);
  if (secondsLeft <= 0) return { at: 'lock' };
  return secondsLeft <= warningSeconds ? { at: 'warning', secondsLeft } : { at: 'active' };
};
