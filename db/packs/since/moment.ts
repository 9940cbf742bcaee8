/** Two moments of one board that are compared. */
import type { WorkingCalendar } from '../../domain/working-days.ts';
import { type ReplayStep, replayInSteps } from '../../store/as-at.ts';
import { atOneGo } from '../../store/steps.ts';
import { readCalendar } from '../../store/facts.ts';
import { endParams, type EndParams, type LogEnd, logEndText, within } from '../../store/log-end.ts';
import type { Reader, Sqlite } from '../../store/database.ts';

export type Moment = {
  readonly reader: Reader;
  /** The civil day that lateness is measured on. */
  readonly day: string;
  readonly calendar: WorkingCalendar;
};

/** The part of the change log that lies between two moments: when something moved, and the reason given for it. */
export type LogSpan = {
  readonly reader: Sqlite;
  /** What lies within the earlier moment is told no more: what came from another laptop after it is, whatever its clock says. */
  readonly after: LogEnd;
  readonly until: LogEnd;
};

export type EarlierMoment = Moment & { readonly log: LogSpan };

/** An earlier moment by what belongs to it of the log. */
export type MomentWanted = { readonly end: LogEnd; readonly day: string };

export type EarlierBoards = {
  /** Replays the moment in steps, for who wants to let others in between; `at` then has it at hand. */
  readonly replayInSteps: (end: LogEnd) => Generator<ReplayStep, void>;
  /** Null where the board was not recorded yet. The same moment is replayed once. */
  readonly at: (wanted: MomentWanted) => EarlierMoment | null;
  /** Closes all that was replayed. Must be called in every case. */
  readonly close: () => void;
};

/** Replays earlier moments of the board whose change log `db` holds; `until` is where the moment ends that they are compared with. */
export const createEarlierBoards = (db: Sqlite, until: LogEnd): EarlierBoards => {
  const replayed = new Map<string, Sqlite | null>();
  const boardInSteps = function* (end: LogEnd): Generator<ReplayStep, Sqlite | null> {
    const known = replayed.get(logEndText(end));
    if (known !== undefined) return known;
    const board = isRecordedAt(db, end) ? yield* replayInSteps(db, end) : null;
    replayed.set(logEndText(end), board);
    return board;
  };
  return {
    replayInSteps: function* (end) {
      yield* boardInSteps(end);
    },
    at: ({ end, day }) => {
      const reader = atOneGo(boardInSteps(end));
      const calendar = reader === null ? null : readCalendar(reader);
      if (reader === null || calendar === null) return null;
      return { reader, day, calendar, log: { reader: db, after: end, until } };
    },
    close: () => {
      for (const board of replayed.values()) board?.close();
      replayed.clear();
    },
  };
};

const isRecordedAt = (db: Sqlite, end: LogEnd): boolean =>
  db
    .prepare<[EndParams], number>(`select 1 from operations o where ${within('end')} limit 1`)
    .get(endParams('end', end)) !== undefined;
