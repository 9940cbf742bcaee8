/**
 * The board as it was: the change log replayed, up to a moment, into a database in memory. The same queries then run on it.
 *
 * The log is read in portions that are each read to their end: between two of them the board's own connection is free for
 * other questions, and the work can be given up.
 */
import { MIGRATIONS } from '../migrations/index.ts';
import type { Change } from './change-log.ts';
import { openInMemory, type Sqlite } from './database.ts';
import { recountActionFacts, rereadClocks } from './facts.ts';
import { migrate } from './migrate.ts';
import { atOneGo } from './steps.ts';
import { quoted, tableShape } from './tables.ts';

export type ReplayStep = { readonly done: number; readonly of: number };

type Logged = Pick<Change, 'tableName' | 'rowId' | 'field' | 'new'> & {
  readonly clock: string;
  readonly operation: number;
  readonly number: number;
};

type Value = string | number | null;

const PORTION = 5000;

/** Later than every clock, which is written in hexadecimal. */
const END_OF_LOG = 'g';

/** In the order of the clock, which is the same on every laptop. */
const NEXT_CHANGES = `
  select o.clock, c.operation, c.number, c.tableName, c.rowId, c.field, c.new
  from operations o join changes c on c.operation = o.number
  where o.clock <= @until and o.clock >= @clock
    and (o.clock > @clock or o.number > @operation or (o.number = @operation and c.number > @number))
  order by o.clock, o.number, c.number limit ${PORTION}`;

/** `until`: the last clock that counts (see `clockAtEndOfDay`); null replays everything. The caller closes what it gets. */
export const replay = (db: Sqlite, until: string | null): Sqlite => atOneGo(replayInSteps(db, until));

/** The same in steps; whoever gives it up calls `return`, and nothing is left. */
export const replayInSteps = function* (db: Sqlite, until: string | null): Generator<ReplayStep, Sqlite, undefined> {
  const past = openInMemory();
  let isWhole = false;
  try {
    migrate(past, MIGRATIONS, () => undefined);
    past.pragma('foreign_keys = OFF');
    past.exec('begin');
    const end = until ?? END_OF_LOG;
    const of = changesUntil(db, end);
    const next = db.prepare<[{ until: string; clock: string; operation: number; number: number }], Logged>(
      NEXT_CHANGES,
    );
    const apply = createApplier(past);
    let last = { clock: '', operation: 0, number: 0 };
    for (let done = 0; ; ) {
      const portion = next.all({ until: end, ...last });
      for (const change of portion) apply(change);
      const { clock, operation, number } = portion.at(-1) ?? { ...last };
      last = { clock, operation, number };
      done += portion.length;
      yield { done, of };
      if (portion.length < PORTION) break;
    }
    recountActionFacts(past);
    rereadClocks(past, null);
    past.exec('commit');
    isWhole = true;
    return past;
  } finally {
    if (!isWhole) past.close();
  }
};

const changesUntil = (db: Sqlite, until: string): number =>
  db
    .prepare<[string], { n: number }>(
      'select count(*) as n from operations o cross join changes c on c.operation = o.number where o.clock <= ?',
    )
    .get(until)?.n ?? 0;

const createApplier = (past: Sqlite): ((change: Logged) => void) => {
  const statements = new Map<string, (rowId: string, value: Value) => void>();
  return ({ tableName, rowId, field, new: value }) => {
    const key = `${tableName} ${field}`;
    let apply = statements.get(key);
    if (apply === undefined) {
      apply = field === '' ? insertInto(past, tableName) : updateOf(past, tableName, field);
      statements.set(key, apply);
    }
    apply(rowId, value);
  };
};

const insertInto = (past: Sqlite, tableName: string) => {
  const shape = tableShape(tableName);
  if (shape === undefined) return () => undefined;
  const statement = past.prepare(
    `insert into ${quoted(tableName)} (${shape.columns.map(quoted).join(', ')}) values (?${', ?'.repeat(shape.columns.length - 1)})`,
  );
  return (_: string, value: Value) => {
    const row = JSON.parse(String(value)) as Record<string, Value>;
    statement.run(shape.columns.map((column) => row[column] ?? null));
  };
};

const updateOf = (past: Sqlite, tableName: string, field: string) => {
  if (!tableShape(tableName)?.columns.includes(field)) return () => undefined;
  const statement = past.prepare(`update ${quoted(tableName)} set ${quoted(field)} = ? where id = ?`);
  return (rowId: string, value: Value) => {
    statement.run(value, rowId);
  };
};
