/**
 * The queue of what waits for a decision, kept ready in `conflicts`: it follows from the log and can be made again from nothing.
 * Besides what one row tells of itself there is what several rows tell together (`pairs.ts`).
 */
import { type IsInPast, readPasts } from '../causality.ts';
import { TREES } from '../../domain/merge-rules.ts';
import { withoutRecording } from '../change-log.ts';
import type { OpenBoard, Reader, Sqlite } from '../database.ts';
import { END_OF_LOG } from '../log-end.ts';
import type { Conflict } from './conflict.ts';
import { changesAfterHandOver, isAboutHandOver } from './after-hand-over.ts';
import { type Materialised, materialise, type MergeView } from './materialise.ts';
import { tablesOf } from './row-story.ts';
import { PAIRINGS, pairsOf, tablesTold } from './pairs.ts';

export type Fresh = {
  readonly isInPast: IsInPast;
  readonly readings: Materialised;
  /** Tables of which two rows may have come to tell something together. */
  readonly tables: ReadonlySet<string>;
  /** Whether a review may have come to be handed over while another laptop changed it, or be no longer. */
  readonly isAboutHandOver: boolean;
};

/** Reads rows by the definition, and remembers them: what was written apart is from now on always read so. */
export const readAgain = (db: Sqlite, again: ReadonlySet<string>, isInPast: IsInPast): Materialised =>
  withoutRecording(db, () => readRemembering(db, again, isInPast));

const readRemembering = (db: Sqlite, again: ReadonlySet<string>, isInPast: IsInPast): Materialised => {
  const read = materialise({ log: db, rows: db, until: END_OF_LOG, isInPast }, withItsTree(db, again));
  const remember = db.prepare('insert or ignore into disputedRows (rowId, tableName) values (?, ?)');
  const concerned = new Set([...read.inCircles, ...read.conflicts.map((conflict) => conflict.rowId)]);
  for (const { rowId, tableName, isLinear } of read.readings) {
    if (!isLinear || concerned.has(rowId)) remember.run(rowId, tableName);
  }
  for (const rowId of read.inCircles) remember.run(rowId, tablesOf(db, rowId)[0] ?? '');
  return read;
};

/** On a board that came as a whole: what its laptops wrote apart, and what waits of it. No trigger records there yet. */
export const findConflicts = (db: Sqlite): void => {
  if (!isShared(db)) return;
  const isInPast = readPasts(db);
  const bySeveral = db
    .prepare<[], string>(
      `select c.rowId from changes c join operations o on o.number = c.operation
       group by c.rowId having count(distinct o.deviceId) > 1 or sum(c.field = 'removed') > 0`,
    )
    .pluck()
    .all();
  const readings = readRemembering(db, new Set(bySeveral), isInPast);
  const tables = new Set(PAIRINGS.map(({ table }) => table));
  refreshConflicts(db, { isInPast, readings, tables, isAboutHandOver: true });
};

/** A circle is opened among all the rows of the table that are in dispute: one that was opened before may close again. */
const withItsTree = (db: Sqlite, rowIds: ReadonlySet<string>): Set<string> => {
  const trees = new Set([...rowIds].flatMap((rowId) => tablesOf(db, rowId)).filter((table) => table in TREES));
  const inDispute = db.prepare<[string], { rowId: string }>(
    `select d.rowId from disputedRows d where exists (select 1 from changes c where c.rowId = d.rowId and c.tableName = ?)
     order by d.rowId`,
  );
  return new Set([...rowIds, ...[...trees].flatMap((table) => inDispute.all(table).map(({ rowId }) => rowId))]);
};

/** Puts in the queue what the readings say, and takes out what is decided. */
export const refreshConflicts = (db: Sqlite, { isInPast, readings, tables, isAboutHandOver }: Fresh): void => {
  const forget = db.prepare(
    `delete from conflicts where rowId = ? and tableName = ? and kind in ('field', 'removed-and-edited', 'cannot-stand')`,
  );
  for (const { rowId, tableName } of readings.readings) forget.run(rowId, tableName);
  keepConflicts(db, readings.conflicts);
  const again = new Set([...tables, ...readings.readings.map(({ tableName }) => tableName), ...openAmongSeveral(db)]);
  if (isAboutHandOver || again.has('reviews')) {
    db.exec(`delete from conflicts where kind = 'after-hand-over'`);
    keepConflicts(db, changesAfterHandOver(db, isInPast));
  }
  keepPairs({ log: db, rows: db, until: END_OF_LOG, isInPast }, (table) => again.has(table));
};

/** Puts what rows of these tables tell together in the place of what they told before, in the board of the present or of a past. */
export const keepPairs = (view: MergeView, isAsked: (table: string) => boolean): void => {
  const forget = view.rows.prepare('delete from conflicts where kind = ? and tableName = ?');
  for (const pairing of PAIRINGS) {
    if (!isAsked(pairing.table)) continue;
    forget.run(pairing.kind, pairing.table);
    keepConflicts(view.rows, pairsOf(view, pairing));
  }
  markDeferred(view.rows);
};

const openAmongSeveral = (db: Sqlite): readonly string[] =>
  db
    .prepare<[], string>(
      `select distinct tableName from conflicts where kind in ('two-decisions', 'twins', 'after-hand-over')`,
    )
    .pluck()
    .all();

/** After an operation of this laptop: it may have decided something, or brought back what waits. */
export const refreshConflictsAfter = (board: OpenBoard, operation: number): void => {
  if (!isShared(board)) return;
  const concerned = board
    .prepare<[{ operation: number }], { rowId: string }>(
      `select distinct c.rowId from changes c join disputedRows d on d.rowId = c.rowId where c.operation = @operation
       union select d.rowId from changes c join conflictDecisions d on d.id = c.rowId where c.operation = @operation`,
    )
    .all({ operation })
    .map((row) => row.rowId);
  const changes = changesOf(board, operation);
  const tables = tablesTold(changes);
  const isOfHandOver = isAboutHandOver(changes);
  if (concerned.length === 0 && tables.size === 0 && !isOfHandOver) return;
  const { db } = board;
  const isInPast = readPasts(db);
  const readings = readAgain(db, new Set(concerned), isInPast);
  refreshConflicts(db, { isInPast, readings, tables, isAboutHandOver: isOfHandOver });
};

/** A board that one laptop alone wrote has nothing apart. */
export const isShared = (db: Reader): boolean =>
  db.prepare('select 1 from operations where seen is not null limit 1').get() !== undefined;

const changesOf = (db: Reader, operation: number): readonly { tableName: string; field: string }[] =>
  db
    .prepare<[number], { tableName: string; field: string }>(
      'select distinct tableName, field from changes where operation = ?',
    )
    .all(operation);

export const keepConflicts = (db: Sqlite, conflicts: readonly Conflict[]): void => {
  const insert = db.prepare(
    `insert or replace into conflicts (id, kind, tableName, rowId, cell, base, sides, shown)
     values (@id, @kind, @tableName, @rowId, @cell, @base, @sides, @shown)`,
  );
  for (const conflict of conflicts) insert.run({ ...conflict, sides: JSON.stringify(conflict.sides) });
};

/** A conflict that somebody put off says by which decision; one that somebody decided to leave as it is waits no longer. */
const markDeferred = (db: Sqlite): void => {
  db.exec(`
    update conflicts set deferred = (select d.id from conflictDecisions d
      where d.conflictId = conflicts.id and d.choice = 'deferred' order by d.id desc limit 1);
    delete from conflicts where kind = 'cannot-stand' and exists (
      select 1 from conflictDecisions d where d.conflictId = conflicts.id and d.choice <> 'deferred' and d.sides = conflicts.sides);
    delete from conflicts where kind in ('two-decisions', 'twins', 'after-hand-over') and exists (
      select 1 from conflictDecisions d where d.tableName = conflicts.tableName and d.cell = '' and d.choice <> 'deferred'
        and (conflicts.kind <> 'after-hand-over' or d.rowId = conflicts.rowId)
        and not exists (select 1 from json_each(conflicts.sides) s where s.value not in (select value from json_each(d.sides))))`);
};
