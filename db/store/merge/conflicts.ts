/**
 * The queue of what waits for a decision, kept ready in `conflicts`: it follows from the log and can be made again from nothing.
 * Besides what one row tells of itself there is what two rows tell together: two decisions on one matter, two records of one thing.
 */
import { type IsInPast, type Moment, readPasts } from '../causality.ts';
import { TREES } from '../../domain/merge-rules.ts';
import { withoutRecording } from '../change-log.ts';
import type { Sqlite } from '../database.ts';
import { END_OF_LOG } from '../log-end.ts';
import { quoted } from '../tables.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf, type Materialised, materialise } from './materialise.ts';

type Pairing = {
  readonly kind: 'two-decisions' | 'twins';
  readonly table: string;
  /** Rows that agree in all of these are about one thing; an empty one pairs with none. */
  readonly about: readonly string[];
  readonly standing: string;
};

const PAIRINGS: readonly Pairing[] = [
  {
    kind: 'two-decisions',
    table: 'approvals',
    about: ['appliesTo', 'coalesce(reviewId, externalReportId, actionId)', 'bodyId'],
    standing: 'removed is null and revokedOn is null',
  },
  { kind: 'two-decisions', table: 'publicationDecisions', about: ['reviewId'], standing: 'removed is null' },
  { kind: 'two-decisions', table: 'proceedDecisions', about: ['reviewId'], standing: 'removed is null' },
  { kind: 'twins', table: 'reviews', about: ['reference'], standing: `removed is null and reference <> ''` },
  { kind: 'twins', table: 'agencies', about: ['name'], standing: 'removed is null' },
  { kind: 'twins', table: 'bodies', about: ['name'], standing: 'removed is null' },
  { kind: 'twins', table: 'externalReports', about: ['reference'], standing: `removed is null and reference <> ''` },
  { kind: 'twins', table: 'meetings', about: ['bodyId', 'date'], standing: 'removed is null and date is not null' },
  {
    kind: 'twins',
    table: 'actions',
    about: ['coalesce(reviewId, recommendationId, meetingId)', 'number'],
    standing: `removed is null and number <> ''`,
  },
];

export type Fresh = {
  readonly isInPast: IsInPast;
  readonly readings: Materialised;
  /** Tables written by laptops apart from each other. */
  readonly tables: readonly string[];
};

/** Reads rows by the definition, and remembers them: what was written apart is from now on always read so. */
export const readAgain = (db: Sqlite, again: ReadonlySet<string>, isInPast: IsInPast): Materialised => {
  const rowIds = withItsTree(db, again);
  const read = withoutRecording(db, () => materialise({ log: db, rows: db, until: END_OF_LOG, isInPast }, rowIds));
  const remember = db.prepare('insert or ignore into disputedRows (rowId, tableName) values (?, ?)');
  const concerned = new Set([...read.inCircles, ...read.conflicts.map((conflict) => conflict.rowId)]);
  for (const { rowId, tableName, isLinear } of read.readings) {
    if (!isLinear || concerned.has(rowId)) remember.run(rowId, tableName);
  }
  for (const rowId of read.inCircles) remember.run(rowId, tableOfRow(db, rowId) ?? '');
  return read;
};

/** A circle is opened among all the rows of the table that are in dispute: one that was opened before may close again. */
const withItsTree = (db: Sqlite, rowIds: ReadonlySet<string>): Set<string> => {
  const trees = new Set([...rowIds].flatMap((rowId) => tableOfRow(db, rowId) ?? []).filter((table) => table in TREES));
  const inDispute = db.prepare<[string], { rowId: string }>(
    'select rowId from disputedRows where tableName = ? order by rowId',
  );
  return new Set([...rowIds, ...[...trees].flatMap((table) => inDispute.all(table).map(({ rowId }) => rowId))]);
};

const tableOfRow = (db: Sqlite, rowId: string): string | undefined =>
  db.prepare<[string], { tableName: string }>('select tableName from changes where rowId = ? limit 1').get(rowId)
    ?.tableName;

/** Puts in the queue what the readings say, and takes out what is decided. */
export const refreshConflicts = (db: Sqlite, { isInPast, readings, tables }: Fresh): void => {
  const forget = db.prepare(
    `delete from conflicts where rowId = ? and kind in ('field', 'removed-and-edited', 'cannot-stand')`,
  );
  for (const { rowId } of readings.readings) forget.run(rowId);
  keep(db, readings.conflicts);
  const open = new Set(
    db
      .prepare<[], { tableName: string }>(
        `select distinct tableName from conflicts where kind in ('two-decisions', 'twins')`,
      )
      .all()
      .map((row) => row.tableName),
  );
  for (const pairing of PAIRINGS) {
    if (!tables.includes(pairing.table) && !open.has(pairing.table)) continue;
    db.prepare('delete from conflicts where kind = ? and tableName = ?').run(pairing.kind, pairing.table);
    keep(db, pairsOf(db, pairing, isInPast));
  }
  markDeferred(db);
};

/** After an operation of this laptop: it may have decided something. */
export const refreshConflictsAfter = (db: Sqlite, operation: number): void => {
  const concerned = db
    .prepare<[{ operation: number }], { rowId: string }>(
      `select distinct c.rowId from changes c join disputedRows d on d.rowId = c.rowId where c.operation = @operation
       union select d.rowId from changes c join conflictDecisions d on d.id = c.rowId where c.operation = @operation`,
    )
    .all({ operation })
    .map((row) => row.rowId);
  const isPairOpen = db
    .prepare<[], { id: string }>(`select id from conflicts where kind in ('two-decisions', 'twins') limit 1`)
    .get();
  if (concerned.length === 0 && isPairOpen === undefined) return;
  const isInPast = readPasts(db);
  const readings = readAgain(db, new Set(concerned), isInPast);
  refreshConflicts(db, { isInPast, readings, tables: [] });
};

const keep = (db: Sqlite, conflicts: readonly Conflict[]): void => {
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
    delete from conflicts where kind in ('two-decisions', 'twins', 'cannot-stand') and exists (
      select 1 from conflictDecisions d where d.conflictId = conflicts.id and d.choice <> 'deferred' and d.sides = conflicts.sides)`);
};

type Made = Moment & { readonly id: string; readonly about: string };

/** Rows about one thing of which no author knew the other's. */
const pairsOf = (db: Sqlite, { kind, table, about, standing }: Pairing, isInPast: IsInPast): Conflict[] => {
  const made = db
    .prepare<[], Made>(
      `with standing as (select id, json_array(${about.join(', ')}) as about from ${quoted(table)} where ${standing}),
         same as (select about from standing group by about having count(*) > 1)
       select s.id, s.about, o.deviceId, o.sequence
       from same join standing s on s.about = same.about
         join changes c on c.rowId = s.id and c.field = '' join operations o on o.number = c.operation
       order by s.id, o.clock`,
    )
    .all();
  return [...Map.groupBy(made, (row) => row.about).values()].flatMap((rows) => {
    const apart = rows.filter((row) => rows.some((other) => other.id !== row.id && areApart(row, other, isInPast)));
    const [first] = apart;
    return first === undefined
      ? []
      : [
          conflictOf(
            kind,
            { tableName: table, rowId: first.id, cell: '', base: null },
            apart.map((row) => row.id),
            null,
          ),
        ];
  });
};

const areApart = (a: Moment, b: Moment, isInPast: IsInPast): boolean =>
  a.deviceId !== b.deviceId && !isInPast(a, b) && !isInPast(b, a);
