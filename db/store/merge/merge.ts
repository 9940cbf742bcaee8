/**
 * Takes operations of other laptops into the log and makes the board what the log now says.
 *
 * Must hold: the board is a function of the set of operations, whatever order they came in. `materialise` is the definition;
 * here are the faster ways for what nobody wrote apart, which give the same (tested). No trigger logs what is taken in: its
 * log is what came. The caller's transaction makes it all or nothing.
 */
import { TREES } from '../../domain/merge-rules.ts';
import { headsOf, type IsInPast, type Moment, readPasts } from '../causality.ts';
import { type HashedChange, type HashedOperation, type Value, withoutRecording } from '../change-log.ts';
import type { Sqlite } from '../database.ts';
import { rereadClocks, rereadClocksAfter } from '../facts.ts';
import { createLogWriter } from '../log-writer.ts';
import { createRowWriter, type ShapeOf } from '../row-writer.ts';
import { notingAfterwards } from '../search-index.ts';
import { tableShape } from '../tables.ts';
import type { RowName } from './row-story.ts';
import { readAgain, refreshConflicts } from './conflicts.ts';
import { isAboutHandOver } from './after-hand-over.ts';
import { circleOf, isRuleOfTheDatabase, rowsAbove } from './materialise.ts';
import { tablesTold } from './pairs.ts';

export type Incoming = HashedOperation & { readonly hash: string; readonly changes: readonly HashedChange[] };

export type Merged = {
  readonly operations: number;
  readonly changes: number;
  /** Tables of which rows were written. */
  readonly tables: readonly string[];
  /** Rows that were made, and others that were changed. */
  readonly made: number;
  readonly changed: number;
  /** The same rows, one by one. */
  readonly rows: readonly WrittenRow[];
  /** Ids of what waits for a decision now and did not before. */
  readonly conflicts: readonly string[];
};

export type WrittenRow = { readonly tableName: string; readonly rowId: string; readonly isMade: boolean };

/**
 * `incoming`: none is here yet; in the order of the log; each follows what is here or stands before it, with all that its author
 * knew of. Their devices have a row in `devices`.
 */
export const mergeOperations = (db: Sqlite, incoming: readonly Incoming[], shapeOf: ShapeOf = tableShape): Merged => {
  db.pragma('defer_foreign_keys = ON');
  const waited = new Set(openConflicts(db));
  const heads = [...headsOf(db)].map(([deviceId, sequence]): Moment => ({ deviceId, sequence }));
  const before = db.prepare<[], { last: number | null }>('select max(number) as last from operations').get()?.last ?? 0;
  const { tables, changes } = logOperations(db, incoming, shapeOf);
  const isInPast = readPasts(db);
  const follows = everyoneKnewAll(heads, incoming, isInPast);
  const { rows, made, changed } = rowsIn(incoming);
  const others = rows.flatMap(({ rowId, isMade }) => (isMade ? [] : [rowId]));
  const again = withoutRecording(db, () =>
    notingAfterwards(db, others, () => applyInOrder(db, incoming, { before, isInPast, follows, shapeOf })),
  );
  if (!follows) for (const rowId of touchedByRemoval(db, incoming)) again.add(rowId);
  const readings = readAgain(db, again, isInPast);
  const allChanges = incoming.flatMap((operation) => operation.changes);
  refreshConflicts(db, {
    isInPast,
    readings,
    tables: follows ? tablesTold(allChanges) : new Set(tables),
    isAboutHandOver: !follows || isAboutHandOver(allChanges),
  });
  if (again.size > 0) rereadClocks(db, null);
  else rereadClocksAfter(db, before + 1, before + incoming.length);
  const conflicts = openConflicts(db).filter((id) => !waited.has(id));
  return {
    operations: incoming.length,
    changes,
    tables,
    made,
    changed,
    rows,
    conflicts,
  };
};

const openConflicts = (db: Sqlite): string[] => db.prepare<[], string>('select id from conflicts').pluck().all();

const rowsIn = (incoming: readonly Incoming[]): Pick<Merged, 'made' | 'changed' | 'rows'> => {
  const rows = new Map<string, WrittenRow>();
  for (const { changes } of incoming) {
    for (const { tableName, rowId, field } of changes)
      if (field === '' || !rows.has(rowId)) rows.set(rowId, { tableName, rowId, isMade: field === '' });
  }
  const all = [...rows.values()];
  const made = all.filter(({ isMade }) => isMade).length;
  return { made, changed: all.length - made, rows: all };
};

/** What was only ever written one after the other needs no rules. */
const everyoneKnewAll = (heads: readonly Moment[], incoming: readonly Incoming[], isInPast: IsInPast): boolean =>
  incoming.every((operation, at) => {
    const last = incoming[at - 1];
    return last === undefined ? heads.every((head) => isInPast(head, operation)) : isInPast(last, operation);
  });

const logOperations = (
  db: Sqlite,
  incoming: readonly Incoming[],
  shapeOf: ShapeOf,
): { tables: string[]; changes: number } => {
  const holdBack = db.prepare('insert into heldBack (change, why) values (?, ?)');
  const log = createLogWriter(db);
  const tables = new Set<string>();
  let changes = 0;
  for (const { changes: written, ...operation } of incoming) {
    const number = log.operation(operation);
    for (const change of written) {
      const logged = log.change(number, change);
      if (!isKnown(change, shapeOf)) holdBack.run(logged, NOT_KNOWN);
      tables.add(change.tableName);
      changes += 1;
    }
  }
  return { tables: [...tables].toSorted(), changes };
};

const NOT_KNOWN = 'not known to this version';

/** Whether this version can write all of it. The rest is kept, passed on, and written after an upgrade. */
const isKnown = ({ tableName, field, new: value }: HashedChange, shapeOf: ShapeOf): boolean => {
  const columns = shapeOf(tableName)?.columns;
  if (columns === undefined) return false;
  return field === ''
    ? Object.keys(JSON.parse(String(value)) as object).every((column) => columns.includes(column))
    : columns.includes(field);
};

/** Of a log that came as a whole: notes what this version cannot write. */
export const holdBackUnknown = (db: Sqlite): void => {
  const named = db
    .prepare<[], { tableName: string; field: string }>('select distinct tableName, field from changes')
    .all();
  const holdBack = db.prepare(
    `insert into heldBack (change, why) select c.number, ? from changes c where c.tableName = ? and c.field = ?
       and (c.field <> '' or exists (select 1 from json_each(c.new) j where j.key not in (select value from json_each(?))))`,
  );
  for (const { tableName, field } of named) {
    const columns = tableShape(tableName)?.columns ?? [];
    if (field === '' || !columns.includes(field)) holdBack.run(NOT_KNOWN, tableName, field, JSON.stringify(columns));
  }
};

/**
 * After an upgrade: what came from a newer version, as far as this one knows it now, and what a rule of the older version forbade,
 * such as a code that it did not know. In the caller's transaction.
 */
export const writeHeldBack = (db: Sqlite): void => {
  const known = db
    .prepare<[string], HashedChange & { number: number }>(
      `select c.number, c.tableName, c.rowId, c.field, c.old, c.new, null as parent
       from heldBack h join changes c on c.number = h.change where h.why = ?`,
    )
    .all(NOT_KNOWN)
    .filter((change) => isKnown(change, tableShape));
  const setAside = db
    .prepare<[], Pick<WrittenRow, 'rowId' | 'tableName'>>(
      `select distinct rowId, tableName from conflicts where kind = 'cannot-stand'`,
    )
    .all();
  const again = [...known, ...setAside];
  if (again.length === 0) return;
  const isInPast = readPasts(db);
  const readings = readAgain(db, new Set(again.map(({ rowId }) => rowId)), isInPast);
  const release = db.prepare('delete from heldBack where change = ?');
  for (const { number } of known) release.run(number);
  refreshConflicts(db, {
    isInPast,
    readings,
    tables: new Set(again.map(({ tableName }) => tableName)),
    isAboutHandOver: true,
  });
  rereadClocks(db, null);
};

type Progress = {
  readonly before: number;
  readonly isInPast: IsInPast;
  readonly follows: boolean;
  readonly shapeOf: ShapeOf;
};

/** Writes every change that follows what its row holds; answers the rows that must be read by the rules. */
const applyInOrder = (db: Sqlite, incoming: readonly Incoming[], progress: Progress): Set<string> => {
  const again = new Set<string>();
  const disputed = new Set(db.prepare<[], string>('select rowId from disputedRows').pluck().all());
  const writeRow = createRowWriter(db, progress.shapeOf);
  const lastWriter = createLastWriter(db, progress.before);
  for (const operation of incoming) {
    for (const change of operation.changes) {
      const { tableName, rowId, field } = change;
      if (tableName === 'conflictDecisions' && field === '') again.add(decidedRow(change.new));
      if (again.has(rowId)) continue;
      const last = progress.follows ? null : lastWriter(change, operation);
      if (
        (last !== null && !progress.isInPast(last, operation)) ||
        disputed.has(rowId) ||
        !written(() => writeRow(change)) ||
        (!progress.follows &&
          TREES[tableName]?.includes(field) === true &&
          circleOf(db, tableName, field, rowId).length > 0)
      )
        again.add(rowId);
    }
  }
  return again;
};

const decidedRow = (made: Value): string => (JSON.parse(String(made)) as { rowId: string }).rowId;

const written = (write: () => void): boolean => {
  try {
    write();
    return true;
  } catch (error) {
    if (isRuleOfTheDatabase(error)) return false;
    throw error;
  }
};

/** The operation that last wrote the row, before the one asked for, which becomes the last. */
const createLastWriter = (db: Sqlite, before: number): ((change: HashedChange, next: Moment) => Moment | null) => {
  const last = new Map<string, Moment>();
  const inLog = db.prepare<[string, string, number], Moment>(
    `select o.deviceId, o.sequence from changes c join operations o on o.number = c.operation
     where c.rowId = ? and c.tableName = ? and c.operation <= ? order by c.operation desc limit 1`,
  );
  return ({ tableName, rowId }, next) => {
    const row = `${tableName} ${rowId}`;
    const found = last.get(row) ?? inLog.get(rowId, tableName, before) ?? null;
    last.set(row, next);
    return found === next ? null : found;
  };
};

/** Rows ever removed among those that were written and those that they belong to. */
const touchedByRemoval = (db: Sqlite, incoming: readonly Incoming[]): Set<string> => {
  const wasRemoved = db.prepare<[RowName], { rowId: string }>(
    `select rowId from changes where rowId = @rowId and tableName = @tableName and field = 'removed' limit 1`,
  );
  const looked = new Set<string>();
  const removed = new Set<string>();
  const isNew = ({ tableName, rowId }: RowName): boolean => {
    const row = `${tableName} ${rowId}`;
    if (looked.has(row)) return false;
    looked.add(row);
    return true;
  };
  for (const { changes } of incoming) {
    for (const { tableName, rowId } of changes) {
      const row = { tableName, rowId };
      if (tableShape(tableName) === undefined || !isNew(row)) continue;
      for (const name of [row, ...rowsAbove(db, row).filter(isNew)])
        if (wasRemoved.get(name) !== undefined) removed.add(name.rowId);
    }
  }
  return removed;
};
