/** The pack of a board in steps: of going back to an earlier day, and of its sections. */
import type { PackOptions } from '../contract/packs.ts';
import { type BuildStep, type BuiltPack, buildPackInSteps, type PackBoards } from '../packs/build-pack.ts';
import type { Pack } from '../packs/model.ts';
import { createEarlierBoards } from '../packs/since/moment.ts';
import { replayInSteps } from '../store/as-at.ts';
import type { Sqlite } from '../store/database.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import { earlierOf, endOfDay, type LogEnd } from '../store/log-end.ts';
import { asPart } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import { todayOf } from './context.ts';

/** `asAt` looks at the board as it was at the end of that day. The board must not change in between: what is written then would say two things. */
export const buildInSteps = function* (store: Store, options: PackOptions): Generator<BuildStep, BuiltPack> {
  const { log, present } = store;
  const today = todayOf(store);
  const day = options.asAt ?? today;
  if (day > today)
    throw new Failure('bad-input', { problem: 'The pack cannot be as at a day that has not come yet.', field: 'asAt' });
  const now = { reader: present, dataAsAt: todayOf(present) };
  const boards = { log, register: present, now: day === now.dataAsAt ? null : now };
  if (day === today) return yield* packInSteps({ ...boards, reader: store, db: store.db }, options, day);
  const past = yield* asPart(replayInSteps(log, endOfDay(day)), 0, 2);
  try {
    return yield* asPart(packInSteps({ ...boards, reader: past, db: past }, options, day), 1, 2);
  } finally {
    past.close();
  }
};

/**
 * An issued pack once more: from the board replayed until the end of what it had read, with its day for today. The replayed
 * board holds no change log: that is the open board's, as far as `end`. What it says was issued, so nothing of now is asked.
 */
export const packAgainInSteps = function* (
  present: Store,
  past: Sqlite,
  options: PackOptions,
  { dataAsAt, end }: { readonly dataAsAt: string; readonly end: LogEnd },
): Generator<BuildStep, Pack> {
  const boards = { reader: past, db: past, log: present.log, register: present, now: null };
  return (yield* packInSteps(boards, options, dataAsAt, end)).pack;
};

/** What a pack is read from: `log` is the change log of the board, which a board of the past has none of. */
type Read = Omit<PackBoards, 'earlier'> & { readonly db: Sqlite; readonly log: Sqlite };

const packInSteps = function* (
  { db, log, ...boards }: Read,
  options: PackOptions,
  dataAsAt: string,
  until: LogEnd = endOfDay(dataAsAt),
): Generator<BuildStep, BuiltPack> {
  const calendar = readCalendar(db);
  if (calendar === null)
    throw new Failure('bad-input', { problem: `The board was not recorded yet on ${dataAsAt}.`, field: 'asAt' });
  const created = createEarlierBoards(log, until);
  try {
    // No earlier board holds more than this one, also when its period begins on the very day of the pack.
    const earlier: PackBoards['earlier'] = {
      at: (wanted) => created.at({ ...wanted, end: earlierOf(wanted.end, until) }),
      replayInSteps: (end) => created.replayInSteps(earlierOf(end, until)),
    };
    return yield* buildPackInSteps({ ...boards, earlier }, calendar, options, dataAsAt);
  } finally {
    created.close();
  }
};
