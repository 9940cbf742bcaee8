import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import * as schema from '../../../db/schema/index.ts';
import { checkBoard } from '../../../db/service/check.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { backupProblem, listBackups } from '../../../db/store/backup.ts';
import { openDatabase, openInMemory, type Sqlite } from '../../../db/store/database.ts';
import { type Migration, migrate } from '../../../db/store/migrate.ts';
import { openStore } from '../../../db/store/store.ts';
import {
  clientOf,
  createClock,
  openBoard,
  refusalOf,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
} from '../../support/board.ts';
import { FROZEN_PASSPHRASE } from '../../support/freeze-database.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});

const fresh = (): Sqlite => {
  const db = openInMemory();
  onTestFinished(() => void db.close());
  migrate(db, MIGRATIONS, () => undefined);
  return db;
};

/** Everything that the database says of its own structure. */
const structure = (db: Sqlite): unknown[] =>
  db
    .prepare(`select type, name, tbl_name, sql from sqlite_schema where name not like 'sqlite_%' order by type, name`)
    .all();

/** The index of Find anything, which follows from the records: drizzle has no words for an FTS5 table. */
const isSearchIndex = (name: string): boolean => /^search(Records|Waiting|Definition|Texts)/.test(name);

const tables = Object.values(schema).filter((table): table is typeof schema.actions => is(table, SQLiteTable));

describe('the schema', () => {
  it('is what the migrations make: every table, column, type, default, index and reference', () => {
    const db = fresh();
    const made = db
      .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
      .all()
      .map((row) => row.name);
    const ours = made.filter((name) => name !== 'schemaMigrations' && !isSearchIndex(name));
    expect(ours.toSorted()).toEqual(tables.map((table) => getTableConfig(table).name).toSorted());
    for (const table of tables) {
      const { name, columns, indexes, foreignKeys } = getTableConfig(table);
      const found = db.pragma(`table_xinfo("${name}")`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      expect(
        found.map((column) => [
          column.name,
          column.type.toLowerCase().replace(' generated always', ''),
          column.notnull === 1,
        ]),
        name,
      ).toEqual(columns.map((column) => [column.name, column.getSQLType(), column.notNull]));
      const foundIndexes = (db.pragma(`index_list("${name}")`) as { name: string; origin: string }[])
        .filter((index) => index.origin === 'c')
        .map((index) => index.name);
      expect(foundIndexes.toSorted(), name).toEqual(indexes.map((index) => index.config.name).toSorted());
      const keys = db.pragma(`foreign_key_list("${name}")`) as { from: string; table: string }[];
      expect(keys.map((key) => `${key.from} → ${key.table}`).toSorted(), name).toEqual(
        foreignKeys
          .map((key) => key.reference())
          .map(({ columns: from, foreignTable }) => `${from[0]?.name} → ${getTableConfig(foreignTable).name}`)
          .toSorted(),
      );
    }
  });

  it('is strict: a table takes no value of another type', () => {
    const db = fresh();
    const list = db.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[];
    const ours = list.filter(
      (table) => table.schema === 'main' && !table.name.startsWith('sqlite_') && !table.name.startsWith('searchTexts'),
    );
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((table) => table.strict !== 1).map((table) => table.name)).toEqual([]);
  });

  it('has an index on every reference that lists follow', () => {
    const db = fresh();
    const bare: string[] = [];
    for (const table of tables) {
      const { name } = getTableConfig(table);
      const indexed = (db.pragma(`index_list("${name}")`) as { name: string }[]).map(
        (index) => (db.pragma(`index_info("${index.name}")`) as { name: string }[])[0]?.name,
      );
      for (const { from } of db.pragma(`foreign_key_list("${name}")`) as { from: string }[]) {
        if (
          [
            'reviewId',
            'actionId',
            'caseId',
            'recommendationId',
            'publicationDelayId',
            'approvalId',
            'evidenceId',
          ].includes(from) &&
          !indexed.includes(from)
        )
          bare.push(`${name}.${from}`);
      }
    }
    expect(bare).toEqual([]);
  });

  it('comes from migration files that are as they were released', () => {
    const folder = path.resolve(import.meta.dirname, '../../../db/migrations');
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    expect(files.map((file) => path.basename(file, '.sql'))).toEqual(MIGRATIONS.map(({ name }) => name));
    for (const { name, sql, sha256 } of MIGRATIONS) {
      expect(readFileSync(path.join(folder, `${name}.sql`), 'utf8')).toBe(sql);
      expect(createHash('sha256').update(sql).digest('hex')).toBe(sha256);
    }
  });
});

describe('an impossible date', () => {
  it.each(['2026-02-31', '2026-13', '2026-1-1', '26', '2026-11-23T09:00', 'spring', ''])(
    '“%s” is refused by the database itself',
    (date) => {
      const db = fresh();
      const add = db.prepare(
        `insert into externalReports (id, reference, title, publishedOn) values ('a', 'R', 'T', ?)`,
      );
      expect(() => add.run(date)).toThrow('externalReports_publishedOn_is_a_date');
    },
  );

  it.each(['2024-02-29', '2026-11', '1999', null])('%s is none', (date) => {
    const db = fresh();
    const add = db.prepare(`insert into externalReports (id, reference, title, publishedOn) values ('a', 'R', 'T', ?)`);
    expect(() => add.run(date)).not.toThrow();
  });
});

describe('a later migration', () => {
  const board = async () => {
    const opened = await openBoard();
    const { key } = opened.store;
    opened.store.operation({ kind: 'edit-agency' }, (write) => {
      const agencyId = write.insert('agencies', { name: 'Police' });
      write.insert('agencyNames', { agencyId, name: 'Constabulary' });
    });
    opened.session.close();
    opened.clock.advance(1000);
    const open = (...later: readonly Migration[]) =>
      openStore(opened.folder, key, surroundingsAt(opened.clock), { migrations: [...MIGRATIONS, ...later] });
    return { folder: opened.folder, key, open };
  };

  const ADD_COLUMN = migration('0001_colour', `alter table agencies add column colour text not null default 'grey'`);

  it('is applied once, and only after a verified copy was made', async () => {
    const { folder, key, open } = await board();
    const store = open(ADD_COLUMN);
    expect(store.db.prepare('select name, colour from agencies').all()).toEqual([{ name: 'Police', colour: 'grey' }]);
    store.close();
    const copies = listBackups(folder).filter((backup) => backup.reason === 'before-migration');
    expect(copies).toHaveLength(1);
    const copy = path.join(folder, 'backups', copies[0]?.name ?? '');
    expect(backupProblem(copy, key)).toBeNull();
    const before = openDatabase(copy, key);
    expect((before.pragma('table_info(agencies)') as { name: string }[]).some(({ name }) => name === 'colour')).toBe(
      false,
    );
    before.close();
    open(ADD_COLUMN).close();
    expect(listBackups(folder).filter((backup) => backup.reason === 'before-migration')).toHaveLength(1);
  });

  it('that fails is taken back whole, and the one before it stays', async () => {
    const { open } = await board();
    const broken = migration('0002_broken', `create table half (id text) strict; insert into nowhere values (1)`);
    expect(() => open(ADD_COLUMN, broken)).toThrow('nowhere');
    const store = open(ADD_COLUMN);
    expect(store.db.prepare(`select name from sqlite_schema where name = 'half'`).all()).toEqual([]);
    expect(store.db.prepare('select name from schemaMigrations order by position').all()).toEqual([
      ...MIGRATIONS.map(({ name }) => ({ name })),
      { name: '0001_colour' },
    ]);
    store.close();
  });

  it('that would leave a reference to nothing is refused', async () => {
    const { open } = await board();
    const orphaning = migration('0001_orphans', 'delete from agencies');
    expect(await refusalOf(() => open(orphaning))).toEqual({
      code: 'database-changed',
      details: { migration: '0001_orphans' },
    });
    const store = open();
    expect(store.db.prepare('select count(*) as n from agencies').get()).toEqual({ n: 1 });
    store.close();
  });

  it('that is not applied because no copy could be made changes nothing', async () => {
    const { folder, open } = await board();
    const copies = path.join(folder, 'backups');
    rmSync(copies, { recursive: true });
    writeFileSync(copies, 'in the way');
    expect((await refusalOf(() => open(ADD_COLUMN))).code).toBe('backup-failed');
    rmSync(copies);
    const store = open();
    expect((store.db.pragma('table_info(agencies)') as { name: string }[]).some(({ name }) => name === 'colour')).toBe(
      false,
    );
    store.close();
  });

  it('that builds a table anew keeps the rows that cascade from it', () => {
    const db = openInMemory();
    onTestFinished(() => void db.close());
    const first = migration(
      '0000_first',
      `create table parents (id text primary key) strict;
       create table children (id text primary key, parentId text not null references parents(id) on delete cascade) strict;`,
    );
    const rebuild = migration(
      '0001_rebuild',
      `create table new_parents (id text primary key, name text not null default '') strict;
       insert into new_parents (id) select id from parents; drop table parents; alter table new_parents rename to parents;`,
    );
    migrate(db, [first], () => undefined);
    db.pragma('foreign_keys = ON');
    db.exec(`insert into parents values ('p'); insert into children values ('c', 'p')`);
    expect(migrate(db, [first, rebuild], () => undefined)).toEqual(['0001_rebuild']);
    expect(db.prepare('select * from children').all()).toEqual([{ id: 'c', parentId: 'p' }]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('that was skipped by a program in between is not slipped in afterwards', () => {
    const db = openInMemory();
    onTestFinished(() => void db.close());
    const [a, b, c] = ['0000_a', '0001_b', '0002_c'].map((name) =>
      migration(name, `create table "${name}" (id text) strict`),
    );
    if (!a || !b || !c) throw new Error('three migrations');
    migrate(db, [a, c], () => undefined);
    expect(() => migrate(db, [a, b, c], () => undefined)).toThrow('database-changed');
    expect(() => migrate(db, [a], () => undefined)).toThrow('database-newer');
    expect(migrate(db, [a, c], () => undefined)).toEqual([]);
  });
});

describe('a board that was frozen when its schema was released', () => {
  const frozen = path.resolve(import.meta.dirname, '../../fixtures/databases');

  it.each(readdirSync(frozen))('%s opens today as a board made today', async (name) => {
    const folder = temporaryFolder();
    for (const file of ['board.db', 'vault.json']) copyFileSync(path.join(frozen, name, file), path.join(folder, file));
    expect(statSync(path.join(folder, 'board.db')).size).toBeLessThan(2_000_000);
    const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
    onTestFinished(() => session.close());
    await session.unlock(FROZEN_PASSPHRASE);
    expect(structure(session.store.db)).toEqual(structure(fresh()));
    expect(checkBoard(session.store).findings.filter((finding) => !finding.ok)).toEqual([]);
    const client = clientOf(session);
    expect((await client.board.get()).board.name).toBe('Frozen Exampleshire');
    const review = (await client.reviews.list({ filter: { find: 'LCSPR 2026/01' } })).rows[0];
    expect(review).toMatchObject({ label: 'Baby T', actions: 1 });
    const action = (await client.actions.list({ filter: { reviewId: [review?.id ?? ''] } })).rows[0];
    expect(action).toMatchObject({ number: '1.1', targetDate: '2027-03-31', timesMoved: 1, state: 'not-started' });
    await client.actions.addUpdate({ ids: [action?.id ?? ''], date: '2026-11-20', text: 'Briefed' });
    expect(checkBoard(session.store).ok).toBe(true);
  });
});
