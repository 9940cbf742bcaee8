/** Writes rows as the log says: a making inserts, a change sets one field. */
import type { Value } from './change-log.ts';
import type { Sqlite } from './database.ts';
import { quoted, type TableShape } from './tables.ts';

/** What a version knows of a table; undefined for one that it does not know. */
export type ShapeOf = (tableName: string) => Pick<TableShape, 'columns'> | undefined;

export type WriteRow = (change: {
  readonly tableName: string;
  readonly rowId: string;
  readonly field: string;
  readonly new: Value;
}) => void;

type Write = (rowId: string, value: Value) => void;

/**
 * One prepared statement a table and field. What this version does not know is passed over; with `ignoring`, so is what a rule of
 * the database forbids.
 */
export const createRowWriter = (db: Sqlite, shapeOf: ShapeOf, { ignoring = false } = {}): WriteRow => {
  const or = ignoring ? 'or ignore ' : '';
  const writers = new Map<string, Write>();
  const writerOf = (tableName: string, field: string): Write => {
    const columns = shapeOf(tableName)?.columns;
    if (columns === undefined || (field !== '' && !columns.includes(field))) return () => undefined;
    if (field !== '') {
      const update = db.prepare(`update ${or}${quoted(tableName)} set ${quoted(field)} = ? where id = ?`);
      return (rowId, value) => void update.run(value, rowId);
    }
    const insert = db.prepare(
      `insert ${or}into ${quoted(tableName)} (${columns.map(quoted).join(', ')}) values (?${', ?'.repeat(columns.length - 1)})`,
    );
    return (_, made) => {
      const row = JSON.parse(String(made)) as Record<string, Value>;
      insert.run(columns.map((column) => row[column] ?? null));
    };
  };
  return ({ tableName, rowId, field, new: value }) => {
    const key = `${tableName} ${field}`;
    const write = writers.get(key) ?? writerOf(tableName, field);
    writers.set(key, write);
    write(rowId, value);
  };
};
