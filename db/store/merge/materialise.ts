/** Writes what rows hold by the rules of merging into the board, present or past. */
import Database from 'better-sqlite3';
import type { ConflictKind } from '../../domain/codes.ts';
import { COURSES, TREES } from '../../domain/merge-rules.ts';
import type { IsInPast, Moment } from '../causality.ts';
import { clockToInstant } from '../change-log.ts';
import type { Sqlite } from '../database.ts';
import { type EndParams, endParams, type LogEnd, within } from '../log-end.ts';
import { ownedBy, ownersOf } from '../owners.ts';
import { quoted, tableShape } from '../tables.ts';
import { type Conflict, conflictId } from './conflict.ts';
import { type RowReading, readRow, wayOfCell } from './row-reading.ts';
import { byLog, type RowName, type RowStory, readStory, tablesOf } from './row-story.ts';
import type { Values } from './sides.ts';

export type MergeView = {
  /** Where the change log lies. */
  readonly log: Sqlite;
  /** Where the rows are written. */
  readonly rows: Sqlite;
  /** How far the log counts. */
  readonly until: LogEnd;
  readonly isInPast: IsInPast;
};

export type Materialised = {
  readonly readings: readonly RowReading[];
  readonly conflicts: readonly Conflict[];
  /** Rows whose links led round, wherever the circle was opened. */
  readonly inCircles: readonly string[];
};

/** Reads the rows by the definition, writes them, and says what waits for a decision. Rows that no one wrote apart may be among them. */
export const materialise = (view: MergeView, rowIds: Iterable<string>): Materialised => {
  const conflicts: Conflict[] = [];
  const readings: RowReading[] = [];
  const asked = new Set(rowIds);
  for (const name of namesOf(view.log, asked)) {
    const story = readStory(view.log, name, view.until);
    const reading = story && readStanding(view, story);
    if (story === null || reading === null) continue;
    readings.push(reading);
    conflicts.push(...conflictsOf(reading));
    if (!stands(view.rows, reading.tableName, reading.values)) conflicts.push(standAsFarAsItMay(view, story, reading));
    for (const id of courseOf(view.rows, reading)) asked.add(id);
  }
  const circles = openCircles(view, readings);
  return { readings, conflicts: [...conflicts, ...circles.conflicts], inCircles: circles.rowIds };
};

/** Grows while it is gone through: a row that was read may name others. */
const namesOf = function* (log: Sqlite, rowIds: ReadonlySet<string>): Generator<RowName> {
  for (const rowId of rowIds) for (const tableName of tablesOf(log, rowId)) yield { tableName, rowId };
};

const readStanding = (view: MergeView, story: RowStory): RowReading | null => {
  const reading = readRow(story, view.isInPast, () => writesBelow(view, story.tableName, story.rowId));
  const notTaken = reading && reading.values['removed'] === null ? notTakenOn(view, story, reading) : null;
  return reading && { ...reading, values: { ...reading.values, ...(notTaken === null ? {} : { removed: notTaken }) } };
};

/** The rows that tell how a state of this one came about (`COURSES`). */
const courseOf = (rows: Sqlite, { tableName, rowId }: RowReading): readonly string[] =>
  Object.entries(COURSES)
    .filter(([, { owner }]) => owner === tableName)
    .flatMap(([table, { column }]) =>
      rows
        .prepare<[string], string>(`select id from ${quoted(table)} where ${quoted(column)} = ?`)
        .pluck()
        .all(rowId),
    );

/** When a row was made that tells of a move which was not taken: from then on it does not stand. Null where it stands. */
const notTakenOn = (view: MergeView, { tableName, steps }: RowStory, { values }: RowReading): number | null => {
  const course = COURSES[tableName];
  const making = steps.find((step) => step.isMaking);
  const isDecidedItself = steps.some((step) => !step.isMaking && 'removed' in step.values);
  if (course === undefined || making === undefined || isDecidedItself) return null;
  const owner = readStory(view.log, { tableName: course.owner, rowId: String(values[course.column]) }, view.until);
  const moved = owner?.steps.find((step) => step.operation === making.operation);
  if (owner === null || moved === undefined || !(course.cell in moved.values)) return null;
  return wayOfCell(owner, course.cell, view.isInPast).has(making.operation) ? null : clockToInstant(making.clock);
};

const conflictsOf = ({ tableName, rowId, disputed, outdone }: RowReading): Conflict[] => [
  ...disputed.map(({ cell, reading }) =>
    conflictOf(
      'field',
      { tableName, rowId, cell, base: reading.base?.operation ?? null },
      reading.sides.map((side) => side.operation),
      reading.shown,
    ),
  ),
  ...(outdone === null
    ? []
    : [
        conflictOf(
          'removed-and-edited',
          { tableName, rowId, cell: 'removed', base: null },
          [...outdone.removals, ...outdone.edits],
          null,
        ),
      ]),
];

export const conflictOf = (
  kind: ConflictKind,
  at: Pick<Conflict, 'tableName' | 'rowId' | 'cell' | 'base'>,
  sides: readonly string[],
  shown: string | null,
): Conflict => ({ id: conflictId({ kind, ...at }), kind, ...at, sides, shown });

/** The writes, but for removals, to the rows that belong to this one, and to theirs. */
const writesBelow = (
  { rows, log, until }: MergeView,
  tableName: string,
  rowId: string,
): (Moment & { readonly operation: string })[] =>
  rowsBelow(rows, tableName, rowId).flatMap((below) =>
    log
      .prepare<[EndParams], Moment & { operation: string }>(
        `select distinct o.id as operation, o.deviceId, o.sequence from changes c join operations o on o.number = c.operation
         where c.rowId = @rowId and c.tableName = @tableName and (c.field <> 'removed' or c.new is null) and ${within('until')}`,
      )
      .all({ ...below, ...endParams('until', until) }),
  );

/** The rows that belong to this one, and those that belong to them. */
const rowsBelow = (rows: Sqlite, tableName: string, rowId: string): RowName[] =>
  ownedBy(tableName).flatMap(({ table, column }) =>
    rows
      .prepare<[string], { id: string }>(`select id from ${quoted(table)} where ${quoted(column)} = ?`)
      .all(rowId)
      .flatMap(({ id }) => [{ tableName: table, rowId: id }, ...rowsBelow(rows, table, id)]),
  );

export const idsBelow = (rows: Sqlite, tableName: string, rowId: string): string[] =>
  rowsBelow(rows, tableName, rowId).map((below) => below.rowId);

/** The rows that this one belongs to, and those that these belong to. */
export const rowsAbove = (rows: Sqlite, { tableName, rowId }: RowName): RowName[] =>
  ownersOf(tableName).flatMap(({ column, parent }) => {
    const above = rows
      .prepare<[string], { id: string | null }>(`select ${quoted(column)} as id from ${quoted(tableName)} where id = ?`)
      .get(rowId)?.id;
    if (above === null || above === undefined) return [];
    const owner = { tableName: parent, rowId: above };
    return [owner, ...rowsAbove(rows, owner)];
  });

/** Writes the row; false, and nothing written, where a rule of the database forbids it. */
const stands = (rows: Sqlite, tableName: string, values: Values): boolean => {
  rows.exec('savepoint row');
  try {
    writeRow(rows, tableName, values);
    rows.exec('release row');
    return true;
  } catch (error) {
    rows.exec('rollback to row; release row');
    if (!isRuleOfTheDatabase(error)) throw error;
    return false;
  }
};

export const isRuleOfTheDatabase = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');

const writeRow = (rows: Sqlite, tableName: string, values: Values): void => {
  const columns = (tableShape(tableName)?.columns ?? []).filter((column) => column !== 'id');
  const row = { ...values };
  const now = rows
    .prepare<[unknown], Values>(`select ${columns.map(quoted).join(', ')} from ${quoted(tableName)} where id = ?`)
    .get(row['id']);
  if (now === undefined) {
    rows
      .prepare(
        `insert into ${quoted(tableName)} (id, ${columns.map(quoted).join(', ')}) values (@id${columns.map((column) => `, @${column}`).join('')})`,
      )
      .run(row);
    return;
  }
  const different = columns.filter((column) => now[column] !== row[column]);
  if (different.length === 0) return;
  rows
    .prepare(
      `update ${quoted(tableName)} set ${different.map((column) => `${quoted(column)} = @${column}`).join(', ')} where id = @id`,
    )
    .run(row);
};

/** The operations in their order, without those that a rule of the database forbids: the rest stands, and a person is asked. */
const standAsFarAsItMay = ({ rows }: MergeView, { steps }: RowStory, reading: RowReading): Conflict => {
  let held: Values = { id: reading.rowId };
  const setAside: string[] = [];
  for (const step of steps) {
    const next = { ...held, ...(step.isMaking ? allColumns(reading.tableName, step.values) : step.values) };
    if (stands(rows, reading.tableName, next)) held = next;
    else setAside.push(step.operation);
  }
  return conflictOf(
    'cannot-stand',
    { tableName: reading.tableName, rowId: reading.rowId, cell: '', base: null },
    setAside,
    null,
  );
};

const allColumns = (tableName: string, made: Values): Values =>
  Object.fromEntries((tableShape(tableName)?.columns ?? []).map((column) => [column, made[column] ?? null]));

/**
 * Links that lead round in a circle are opened where the last of them in the log was made: it is taken off until somebody decides.
 * A row has one such link, so it is in one circle at most, and which link is the last is the same on every laptop.
 */
const openCircles = (
  view: MergeView,
  readings: readonly RowReading[],
): { readonly conflicts: Conflict[]; readonly rowIds: string[] } => {
  const conflicts: Conflict[] = [];
  const rowIds: string[] = [];
  for (const { tableName, rowId } of readings) {
    for (const column of TREES[tableName] ?? []) {
      const circle = circleOf(view.rows, tableName, column, rowId);
      const last = circle
        .flatMap((id) => lastWriteOf(view, { tableName, rowId: id }, column) ?? [])
        .toSorted((a, b) => byLog(a.step, b.step))
        .at(-1);
      if (last === undefined) continue;
      view.rows.prepare(`update ${quoted(tableName)} set ${quoted(column)} = null where id = ?`).run(last.rowId);
      conflicts.push(
        conflictOf(
          'cannot-stand',
          { tableName, rowId: last.rowId, cell: column, base: null },
          [last.step.operation],
          null,
        ),
      );
      rowIds.push(...circle);
    }
  }
  return { conflicts, rowIds };
};

const lastWriteOf = ({ log, until }: MergeView, name: RowName, column: string) => {
  const step = readStory(log, name, until)?.steps.findLast(({ values }) => column in values);
  return step && { rowId: name.rowId, step };
};

/** The rows that the links from this one lead through when they come back to it; none when they do not. */
export const circleOf = (rows: Sqlite, table: string, column: string, rowId: string): readonly string[] => {
  const next = rows.prepare<[unknown], { link: string | null }>(
    `select ${quoted(column)} as link from ${quoted(table)} where id = ?`,
  );
  const passed: string[] = [];
  for (let at: string | null = rowId; at !== null && !passed.includes(at); ) {
    passed.push(at);
    at = next.get(at)?.link ?? null;
    if (at === rowId) return passed;
  }
  return [];
};
