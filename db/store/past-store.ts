/**
 * The board as it was at the end of one day, in the place of the open one: it answers what the open board answers, on that day,
 * and refuses every change. It lies in memory only and goes with the data process.
 *
 * Must hold: nothing that a person does while they look at it reaches the board, nor gets lost in silence. An operation is
 * refused in words; the few tables outside the change log are read and written through `BoardSession.present`.
 */
import { formatDate } from '../domain/partial-date.ts';
import { clockAtEndOfDay, clockToInstant } from './change-log.ts';
import type { Sqlite } from './database.ts';
import { Failure } from './failure.ts';
import { Store } from './store.ts';

export class PastStore extends Store {
  readonly day: string;
  readonly #present: Store;

  /** `db`: the log of the present board replayed until the end of the day. */
  constructor(present: Store, db: Sqlite, day: string) {
    const now = clockToInstant(clockAtEndOfDay(day));
    super(db, present.folder, present.key, present.device, { ...present.surroundings, now: () => now });
    this.day = day;
    this.#present = present;
  }

  override get present(): Store {
    return this.#present;
  }

  /** A board of the past has no log of its own. */
  override get log(): Sqlite {
    return this.#present.log;
  }

  override operation(): never {
    throw changeRefused(this.day);
  }

  override backup(): never {
    throw changeRefused(this.day);
  }
}

export const changeRefused = (day: string): Failure =>
  new Failure('not-allowed', {
    why: `You are looking at the board as it was on ${formatDate(day)}.`,
    advice: 'Nothing was changed. Go back to today to change anything.',
  });
