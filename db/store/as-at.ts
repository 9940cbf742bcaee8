/**
 * The board as it was: the change log replayed, up to a moment, into a database in memory. The same queries then run on it.
 *
 * The log is read in portions that are each read to their end: between two of them the board's own connection is free for
 * other questions, and the work can be given up.
 */
import { MIGRATIONS } from '../migrations/index.ts';
import type { Change } from './change-log.ts';
import { openInMemory, type Sqlite } from './database.ts';
import { readPasts } from './causality.ts';
import { recountActionFacts, rereadClocks } from './facts.ts';
import { END_OF_LOG, type EndParams, endParams, type LogEnd, within } from './log-end.ts';
import { isShared, keepConflicts, keepPairs } from './merge/conflicts.ts';
import { materialise, type MergeView } from './merge/materialise.ts';
import { mayBeDisputed } from './merge/may-be-disputed.ts';
import { migrate } from './migrate.ts';
import { atOneGo } from './steps.ts';
import { createRowWriter } from './row-writer.ts';
import { tableShape } from './tables.ts';

export type ReplayStep = { readonly done: number; readonly of: number };

type Logged = Pick<Change, 'tableName' | 'rowId' | 'field' | 'new'> & {
  readonly clock: string;
  readonly deviceId: string;
  readonly sequence: number;
  readonly number: number;
};

type Place = Pick<Logged, 'clock' | 'deviceId' | 'sequence' | 'number'>;

const PORTION = 5000;

/** In the order of the clock, then of the device and its sequence: the same on every laptop, and never before what an operation knew of. */
const NEXT_CHANGES = `
  select o.clock, o.deviceId, o.sequence, c.number, c.tableName, c.rowId, c.field, c.new
  from operations o join changes c on c.operation = o.number
  where ${within('until')} and o.clock >= @clock
    and (o.clock, o.deviceId, o.sequence, c.number) > (@clock, @deviceId, @sequence, @number)
  order by o.clock, o.deviceId, o.sequence, c.number limit ${PORTION}`;

/** The caller closes what it gets. */
export const replay = (db: Sqlite, until: LogEnd = END_OF_LOG): Sqlite => atOneGo(replayInSteps(db, until));

/** The whole log by the definition of merging alone, with what waits for a decision: nothing is taken from what is remembered of disputes. */
export const replayByDefinition = (db: Sqlite): Sqlite =>
  atOneGo(
    replayInSteps(db, END_OF_LOG, (past, view) => {
      keepConflicts(past, materialise(view, mayBeDisputed(db, past)).conflicts);
    }),
  );

type Settle = (past: Sqlite, view: MergeView) => void;

/** Rows that laptops wrote apart are remembered. */
const settleRemembered: Settle = (_, view) => {
  materialise(view, view.log.prepare<[], string>('select rowId from disputedRows order by rowId').pluck().all());
};

/** The same in steps; whoever gives it up calls `return`, and nothing is left. */
export const replayInSteps = function* (
  db: Sqlite,
  until: LogEnd,
  settle: Settle = settleRemembered,
): Generator<ReplayStep, Sqlite, undefined> {
  const past = openInMemory();
  let isWhole = false;
  try {
    migrate(past, MIGRATIONS, () => undefined);
    past.pragma('foreign_keys = OFF');
    past.exec('begin');
    const end = endParams('until', until);
    const of = changesUntil(db, until);
    const next = db.prepare<[Place & typeof end], Logged>(NEXT_CHANGES);
    const apply = createRowWriter(past, tableShape, { ignoring: true });
    let last: Place = { clock: '', deviceId: '', sequence: 0, number: 0 };
    for (let done = 0; ; ) {
      const portion = next.all({ ...end, ...last });
      for (const change of portion) apply(change);
      const { clock, deviceId, sequence, number } = portion.at(-1) ?? last;
      last = { clock, deviceId, sequence, number };
      done += portion.length;
      yield { done, of };
      if (portion.length < PORTION) break;
    }
    settleDisputes(past, db, until, settle);
    recountActionFacts(past);
    rereadClocks(past, null);
    past.exec('commit');
    isWhole = true;
    return past;
  } finally {
    if (!isWhole) past.close();
  }
};

/**
 * Rows that laptops wrote apart hold what the rules of merging say, not what came last. What cannot stand was passed over above.
 * Decisions that waited then do not count then.
 */
const settleDisputes = (past: Sqlite, log: Sqlite, until: LogEnd, settle: Settle): void => {
  if (!isShared(log)) return;
  const view = { log, rows: past, until, isInPast: readPasts(log) };
  settle(past, view);
  keepPairs(view, () => true);
};

const changesUntil = (db: Sqlite, until: LogEnd): number =>
  db
    .prepare<[EndParams], { n: number }>(
      `select count(*) as n from operations o cross join changes c on c.operation = o.number where ${within('until')}`,
    )
    .get(endParams('until', until))?.n ?? 0;
