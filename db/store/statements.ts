/**
 * Prepared statements, each made once. How one answers is part of what it is kept by: whoever asks for another way gets another
 * statement, so nobody changes what another one holds.
 */
import type { Statement } from 'better-sqlite3';
import type { Sqlite } from './database.ts';

export type Prepared<P extends unknown[], R> = Pick<Statement<P, R>, 'get' | 'all' | 'iterate' | 'run'> & {
  /** Answers of each row its first column alone; `R` is the type of that. */
  pluck(): Prepared<P, R>;
  /** Answers each row as a list of its columns; `R` is the type of that. */
  raw(): Prepared<P, R>;
};

type AnyPrepared = Prepared<unknown[], unknown>;
type Answers = 'rows' | 'values' | 'lists';

export const createStatements = (db: Sqlite): ((sql: string) => AnyPrepared) => {
  const kept: Readonly<Record<Answers, Map<string, AnyPrepared>>> = {
    rows: new Map(),
    values: new Map(),
    lists: new Map(),
  };
  const make = (sql: string, answers: Answers): AnyPrepared => {
    const statement = db.prepare(sql);
    if (answers === 'values') statement.pluck();
    if (answers === 'lists') statement.raw();
    return Object.assign(statement, { pluck: () => once(sql, 'values'), raw: () => once(sql, 'lists') });
  };
  const once = (sql: string, answers: Answers): AnyPrepared => {
    const there = kept[answers].get(sql);
    if (there !== undefined) return there;
    const made = make(sql, answers);
    kept[answers].set(sql, made);
    return made;
  };
  return (sql) => once(sql, 'rows');
};
