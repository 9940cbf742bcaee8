/** Two moments of one board that are compared. */
import type { WorkingCalendar } from '../../domain/working-days.ts';
import { type ReplayStep, replayInSteps } from '../../store/as-at.ts';
import { atOneGo } from '../../store/steps.ts';
import { readCalendar } from '../../store/facts.ts';
import type { Reader, Sqlite } from '../../store/database.ts';

export type Moment = {
  readonly reader: Reader;
  /** The civil day that lateness is measured on. */
  readonly day: string;
  readonly calendar: WorkingCalendar;
};

/** The part of the change log that lies between two moments: when something moved, and the reason given for it. */
export type LogSpan = {
  readonly reader: Reader;
  /** The last clock that belongs to the earlier moment. */
  readonly after: string;
  /** The last clock that belongs to the later one. */
  readonly until: string;
};

export type EarlierMoment = Moment & { readonly log: LogSpan };

/** An earlier moment by the last clock of the log that belongs to it. */
export type MomentWanted = { readonly clock: string; readonly day: string };

export type EarlierBoards = {
  /** Replays the moment in steps, for who wants to let others in between; `at` then has it at hand. */
  readonly replayInSteps: (clock: string) => Generator<ReplayStep, void>;
  /** Null where the board was not recorded yet. The same moment is replayed once. */
  readonly at: (wanted: MomentWanted) => EarlierMoment | null;
  /** Closes all that was replayed. Must be called in every case. */
  readonly close: () => void;
};

/** Replays earlier moments of the board whose change log `db` holds; `until` is the last clock of the moment they are compared with. */
export const createEarlierBoards = (db: Sqlite, until: string): EarlierBoards => {
  const replayed = new Map<string, Sqlite | null>();
  const boardInSteps = function* (clock: string): Generator<ReplayStep, Sqlite | null> {
    const known = replayed.get(clock);
    if (known !== undefined) return known;
    const board = isRecordedAt(db, clock) ? yield* replayInSteps(db, clock) : null;
    replayed.set(clock, board);
    return board;
  };
  return {
    replayInSteps: function* (clock) {
      yield* boardInSteps(clock);
    },
    at: ({ clock, day }) => {
      const reader = atOneGo(boardInSteps(clock));
      const calendar = reader === null ? null : readCalendar(reader);
      if (reader === null || calendar === null) return null;
      return { reader, day, calendar, log: { reader: db, after: clock, until } };
    },
    close: () => {
      for (const board of replayed.values()) board?.close();
      replayed.clear();
    },
  };
};

const isRecordedAt = (db: Sqlite, clock: string): boolean => {
  const first = db.prepare<[], { clock: string | null }>('select min(clock) as clock from operations').get()?.clock;
  return typeof first === 'string' && first <= clock;
};
