/** What an issued pack says of the documents it was saved as, and of the board it was read from. */
import { createHash } from 'node:crypto';
import { clockAtEndOfDay } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';
import { todayOf } from './context.ts';

/**
 * The last clock of the change log that a pack of this day reads: of today, everything there is. Read it together with the pack,
 * with nothing awaited between, from the present board: a board of the past has no log of its own.
 */
export const lastClockRead = (present: Store, dataAsAt: string): string => {
  const found =
    dataAsAt === todayOf(present)
      ? present.prepare<[], { clock: string | null }>('select max(clock) as clock from operations').get()
      : present
          .prepare<[string], { clock: string | null }>('select max(clock) as clock from operations where clock <= ?')
          .get(clockAtEndOfDay(dataAsAt));
  return found?.clock ?? '';
};

/** The SHA-256 in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
