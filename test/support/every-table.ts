/** One row of every recorded table, made from the schema itself: a table that is added later is covered without being named. */
import { keepContent, sha256Of } from '../../db/store/attachments.ts';
import type { Sqlite } from '../../db/store/database.ts';
import type { Writer } from '../../db/store/store.ts';
import { quoted, RECORDED_TABLES, type RecordedTable } from '../../db/store/tables.ts';

type Cell = string | number | null;
export type MadeRow = { readonly table: RecordedTable; readonly id: string; readonly texts: readonly string[] };

type Column = { readonly name: string; readonly type: string; readonly notnull: number };

/** Where a row may name only one of several others. */
const LEFT_EMPTY: Readonly<Record<string, readonly string[]>> = {
  approvals: ['externalReportId', 'actionId'],
  recommendations: ['externalReportId', 'meetingId'],
  releasedTexts: ['recommendationId', 'actionId'],
};

const DAY = '2021-03-04';
/** What an attached file of one byte holds: its bytes are kept with its row. */
const CONTENT = new Uint8Array(1);
const SHA256 = sha256Of(CONTENT);

export const referencesOf = (db: Sqlite, table: string): ReadonlyMap<string, string> =>
  new Map(
    (db.pragma(`foreign_key_list(${quoted(table)})`) as { from: string; table: string }[]).map((key) => [
      key.from,
      key.table,
    ]),
  );

const columnsOf = (db: Sqlite, table: string): readonly Column[] =>
  (db.pragma(`table_info(${quoted(table)})`) as Column[]).filter(({ name }) => name !== 'id' && name !== 'removed');

/** Recorded tables, each after those that it must name and, where they do not name one another, those that it may name. */
export const tablesInOrder = (db: Sqlite): readonly RecordedTable[] => {
  const waiting = new Set<RecordedTable>(RECORDED_TABLES.map((table) => table.name));
  const ordered: RecordedTable[] = [];
  while (waiting.size > 0) {
    const isReady = (table: RecordedTable, mayLeaveEmpty: boolean): boolean => {
      const references = referencesOf(db, table);
      return columnsOf(db, table).every(({ name, notnull }) => {
        const to = references.get(name);
        const empty = notnull === 0 && (mayLeaveEmpty || LEFT_EMPTY[table]?.includes(name) === true);
        return to === undefined || empty || to === table || !waiting.has(to as RecordedTable);
      });
    };
    const next =
      [...waiting].find((table) => isReady(table, false)) ?? [...waiting].find((table) => isReady(table, true));
    if (next === undefined) throw new Error(`these tables wait for one another: ${[...waiting].join(', ')}`);
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
};

const checksOf = (db: Sqlite, table: string): string =>
  db.prepare<[string], { sql: string }>('select sql from sqlite_schema where name = ?').get(table)?.sql ?? '';

/** A row that the table's own checks let in; `word` makes each free text unmistakable. */
const rowOf = (
  db: Sqlite,
  table: RecordedTable,
  ids: ReadonlyMap<string, string>,
  word: (column: string) => string,
): { readonly row: Record<string, Cell>; readonly texts: readonly string[] } => {
  const checks = checksOf(db, table);
  const references = referencesOf(db, table);
  const row: Record<string, Cell> = {};
  const texts: string[] = [];
  for (const { name, type } of columnsOf(db, table)) {
    const to = references.get(name);
    const known = new RegExp(`"${table}_${name}_is_known" CHECK\\([^(]*\\('([^']*)'`).exec(checks);
    if (LEFT_EMPTY[table]?.includes(name)) row[name] = null;
    else if (to !== undefined) row[name] = ids.get(to) ?? null;
    else if (checks.includes(`"${table}_${name}_is_a_date"`)) row[name] = DAY;
    else if (known !== null) row[name] = known[1] ?? null;
    // A row on legal hold could not be removed.
    else if (name === 'legalHold') row[name] = 0;
    else if (checks.includes(`length("${table}"."${name}") = 64`)) row[name] = SHA256;
    else if (type.toLowerCase() === 'integer') row[name] = 1;
    else if (type.toLowerCase() === 'real') row[name] = 100 / 3;
    else {
      row[name] = checks.includes(`json_valid("${table}"."${name}")`) ? JSON.stringify(word(name)) : word(name);
      texts.push(name);
    }
  }
  return { row, texts };
};

/** Writes one row into every recorded table, but for those left out. */
export const addRowToEveryTable = (
  db: Sqlite,
  write: Writer,
  word: (table: string, column: string) => string = (table, column) => `${table} ${column}`,
  leftOut: readonly RecordedTable[] = [],
): readonly MadeRow[] => {
  const ids = new Map<string, string>();
  const tables = tablesInOrder(db).filter((table) => !leftOut.includes(table));
  return tables.map((table) => {
    const { row, texts } = rowOf(db, table, ids, (column) => word(table, column));
    const id = write.insert(table, row);
    if (table === 'attachments') keepContent(write.db, CONTENT);
    ids.set(table, id);
    return { table, id, texts };
  });
};
