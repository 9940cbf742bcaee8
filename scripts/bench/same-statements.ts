import type { Statement } from 'better-sqlite3';
import type { Reader } from '../../db/service/context.ts';
import type { Store } from '../../db/store/store.ts';
import { alternated } from './timing.ts';

type Run = { readonly sql: string; readonly how: 'get' | 'all'; readonly params: readonly unknown[] };

/** A query of the product against the bare database: every statement that it runs, prepared, with the same values, in the same order. */
export const againstSameStatements = (store: Store, query: (reader: Reader) => unknown) => {
  const statements = recorded(store, query).map(({ sql, how, params }) => {
    const statement = store.db.prepare(sql);
    return () => statement[how](...params);
  });
  return alternated(
    () => query(store),
    () => {
      for (const run of statements) run();
    },
    { rounds: 15, warmUp: 3, clock: 'cpu' },
  );
};

const recorded = (store: Store, query: (reader: Reader) => unknown): readonly Run[] => {
  const runs: Run[] = [];
  const prepare = (sql: string) => {
    const statement = store.prepare<unknown[], unknown>(sql);
    const recording =
      (how: 'get' | 'all') =>
      (...params: readonly unknown[]): unknown => {
        runs.push({ sql, how, params });
        return statement[how](...params);
      };
    return { get: recording('get'), all: recording('all') } as unknown as Statement<never, never>;
  };
  query({ prepare });
  return runs;
};
