/**
 * The board as it was: the change log replayed, up to a moment, into a database in memory. The same queries then run on it.
 */
import { MIGRATIONS } from '../migrations/index.ts';
import type { Change } from './change-log.ts';
import { openInMemory, type Sqlite } from './database.ts';
import { recountActionFacts, rereadClocks } from './facts.ts';
import { migrate } from './migrate.ts';
import { quoted, tableShape } from './tables.ts';

/** `until`: the last clock that counts (see `clockAtEndOfDay`); null replays everything. The caller closes what it gets. */
export const replay = (db: Sqlite, until: string | null): Sqlite => {
  const past = openInMemory();
  migrate(past, MIGRATIONS, () => undefined);
  past.pragma('foreign_keys = OFF');
  const log = db.prepare<[string], Pick<Change, 'tableName' | 'rowId' | 'field' | 'new'>>(
    `select c.tableName, c.rowId, c.field, c.new from operations o join changes c on c.operation = o.number
     where o.clock <= ? order by o.clock, o.number, c.number`,
  );
  const statements = new Map<string, (rowId: string, value: string | number | null) => void>();
  const apply = (tableName: string, field: string): ((rowId: string, value: string | number | null) => void) => {
    const known = statements.get(`${tableName} ${field}`);
    if (known !== undefined) return known;
    const made = field === '' ? insertInto(past, tableName) : updateOf(past, tableName, field);
    statements.set(`${tableName} ${field}`, made);
    return made;
  };
  try {
    past.transaction(() => {
      for (const change of log.iterate(until ?? 'g')) apply(change.tableName, change.field)(change.rowId, change.new);
      recountActionFacts(past);
      rereadClocks(past, null);
    })();
    return past;
  } catch (error) {
    past.close();
    throw error;
  }
};

const insertInto = (past: Sqlite, tableName: string) => {
  const shape = tableShape(tableName);
  if (shape === undefined) return () => undefined;
  const values = shape.columns.map((column) => `row ->> '$.${column}'`).join(', ');
  const statement = past.prepare(
    `insert into ${quoted(tableName)} (${shape.columns.map(quoted).join(', ')}) select ${values} from (select ? as row)`,
  );
  return (_: string, value: string | number | null) => {
    statement.run(value);
  };
};

const updateOf = (past: Sqlite, tableName: string, field: string) => {
  if (!tableShape(tableName)?.columns.includes(field)) return () => undefined;
  const statement = past.prepare(`update ${quoted(tableName)} set ${quoted(field)} = ? where id = ?`);
  return (rowId: string, value: string | number | null) => {
    statement.run(value, rowId);
  };
};
