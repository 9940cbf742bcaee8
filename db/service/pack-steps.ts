/** The pack of a board in steps: of going back to an earlier day, and of its sections. */
import type { PackOptions } from '../contract/packs.ts';
import { type BuildStep, type BuiltPack, buildPackInSteps } from '../packs/build-pack.ts';
import type { Pack } from '../packs/model.ts';
import { createEarlierBoards } from '../packs/since/moment.ts';
import { replayInSteps } from '../store/as-at.ts';
import { clockAtEndOfDay } from '../store/change-log.ts';
import type { Sqlite } from '../store/database.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { type Reader, todayOf } from './context.ts';

/** `asAt` looks at the board as it was at the end of that day. The board must not change in between: what is written then would say two things. */
export const buildInSteps = function* (store: Store, options: PackOptions): Generator<BuildStep, BuiltPack> {
  const today = todayOf(store);
  if (options.asAt === null || options.asAt === today)
    return yield* packInSteps(store, store.db, store.log, options, today);
  if (options.asAt > today)
    throw new Failure('bad-input', { problem: 'The pack cannot be as at a day that has not come yet.', field: 'asAt' });
  const past = yield* replayInSteps(store.log, clockAtEndOfDay(options.asAt));
  try {
    return yield* packInSteps(past, past, store.log, options, options.asAt);
  } finally {
    past.close();
  }
};

/**
 * An issued pack once more: from the board replayed until the last clock that it had read, with its day for today. The replayed
 * board holds no change log: that is the open board's, as far as `logClock`.
 */
export const packAgainInSteps = function* (
  store: Store,
  past: Sqlite,
  options: PackOptions,
  { dataAsAt, logClock }: { readonly logClock: string; readonly dataAsAt: string },
): Generator<BuildStep, Pack> {
  return (yield* packInSteps(past, past, store.log, options, dataAsAt, logClock)).pack;
};

const packInSteps = function* (
  reader: Reader,
  db: Sqlite,
  log: Sqlite,
  options: PackOptions,
  dataAsAt: string,
  until: string = clockAtEndOfDay(dataAsAt),
): Generator<BuildStep, BuiltPack> {
  const calendar = readCalendar(db);
  if (calendar === null)
    throw new Failure('bad-input', { problem: `The board was not recorded yet on ${dataAsAt}.`, field: 'asAt' });
  const boards = createEarlierBoards(log, until);
  try {
    // No earlier board holds more than this one, also when its period begins on the very day of the pack.
    const noLater = (clock: string): string => (clock < until ? clock : until);
    return yield* buildPackInSteps(reader, calendar, options, dataAsAt, {
      at: (wanted) => boards.at({ ...wanted, clock: noLater(wanted.clock) }),
      replayInSteps: (clock) => boards.replayInSteps(noLater(clock)),
    });
  } finally {
    boards.close();
  }
};
