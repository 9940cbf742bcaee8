/**
 * When a board that nobody uses is locked by the shell.
 *
 * Threat: the page counts the idle time and asks for the lock; a page that hangs counts no more, and the board stays open.
 * Must hold: once a page has said that it is in use, the board is locked when nothing like it was heard for the minutes it
 * gave and a little more. Told by the clock on the wall, so that a laptop that slept past the time locks as it wakes.
 * Accepted gap: a compromised page can say that it is in use for ever; it can read what is open anyway.
 */
export type InUse = {
  /** Milliseconds from any fixed point. */
  readonly at: number;
  readonly lockAfterMinutes: number;
};

/** The page says that it is in use at most this often, and locks by itself, with a warning before, when all is well. */
export const graceAfterPageMs = 30_000;

/** Null: no page has an open board. A clock that was put back counts as used now, and is heard of again soon. */
export const isLeftAlone = (inUse: InUse | null, now: number): boolean =>
  inUse !== null && now - inUse.at >= inUse.lockAfterMinutes * 60_000 + graceAfterPageMs;
