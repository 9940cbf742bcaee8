/**
 * Brings a database up to this program's schema.
 *
 * Must hold: a migration, once released, is never edited (its sha256 is recorded); a database that knows a migration this
 * program does not is refused, untouched; nothing is applied before a copy was made; each migration is applied whole or not
 * at all; "made today" and "migrated from version 1" give the same database (tested).
 *
 * Worked example: the database records 0000 and 0001, the program has 0000, 0001, 0002. The copy is made; foreign keys go off
 * (a table rebuild would cascade otherwise: it has to be outside the transaction); 0002 runs in a transaction; foreign_key_check
 * finds nothing; 0002 is recorded; commit; foreign keys go on.
 */
import type { Sqlite } from './database.ts';
import { Failure } from './failure.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

type Applied = { readonly name: string; readonly sha256: string };

/** Returns the names of the migrations applied now. `beforeFirst` is called once, and only when there is one to apply to existing records. */
export const migrate = (db: Sqlite, migrations: readonly Migration[], beforeFirst: () => void): readonly string[] => {
  const applied = readApplied(db);
  refuseUnlessPrefix(applied, migrations);
  const pending = migrations.slice(applied.length);
  if (pending.length > 0 && applied.length > 0) beforeFirst();
  for (const migration of pending) applyOne(db, migration);
  return pending.map((migration) => migration.name);
};

const readApplied = (db: Sqlite): readonly Applied[] => {
  db.exec(
    'create table if not exists schemaMigrations (position integer primary key, name text not null, sha256 text not null) strict',
  );
  return db.prepare<[], Applied>('select name, sha256 from schemaMigrations order by position').all();
};

const refuseUnlessPrefix = (applied: readonly Applied[], migrations: readonly Migration[]): void => {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.find((done) => !known.has(done.name));
  if (unknown !== undefined) throw new Failure('database-newer', { migration: unknown.name });
  applied.forEach((done, position) => {
    const ours = migrations[position];
    if (ours?.name !== done.name || ours.sha256 !== done.sha256) {
      throw new Failure('database-changed', { migration: done.name });
    }
  });
};

const applyOne = (db: Sqlite, migration: Migration): void => {
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(migration.sql);
      const broken = db.pragma('foreign_key_check') as readonly unknown[];
      if (broken.length > 0) throw new Failure('database-changed', { migration: migration.name });
      db.prepare('insert into schemaMigrations (name, sha256) values (?, ?)').run(migration.name, migration.sha256);
    })();
  } finally {
    db.pragma('foreign_keys = ON');
  }
};
