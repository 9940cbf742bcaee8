/** Laptops with an older and a newer version of the program on one board: real databases and bundles, and the newer program for real. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openInMemory } from '../../../db/store/database.ts';
import { migrate } from '../../../db/store/migrate.ts';
import { exportToFile, importFromFile } from '../../../db/sync/exchange.ts';
import { type Joined, joinLaptops } from '../../support/joined-laptops.ts';

const recorded = () => ({ id: text().primaryKey(), removed: integer() });

/** A table, a column and a code more than this version knows. */
const NEWER_TABLES = {
  agencyVisits: sqliteTable('agencyVisits', { ...recorded(), agencyId: text().notNull(), visitedOn: text() }),
  closures: sqliteTable('closures', {
    ...recorded(),
    date: text().notNull(),
    name: text().notNull(),
    untilHour: integer(),
  }),
};

const tableSql = (name: string): string => {
  const db = openInMemory();
  migrate(db, MIGRATIONS, () => undefined);
  const sql = db.prepare<[string], string>('select sql from sqlite_master where name = ?').pluck().get(name) ?? '';
  db.close();
  return sql;
};

const newerMigration = () => {
  const templates = tableSql('packTemplates')
    .replace('`packTemplates`', '`packTemplatesNew`')
    .replaceAll('"packTemplates".', '"packTemplatesNew".')
    .replace(`'public'`, `'public', 'inspectors'`);
  const sql = `
    create table agencyVisits (id text primary key not null, removed integer, agencyId text not null, visitedOn text) strict;
    alter table closures add untilHour integer;
    ${templates};
    insert into packTemplatesNew select * from packTemplates;
    drop table packTemplates;
    alter table packTemplatesNew rename to packTemplates;`;
  return { name: '0999_newer', sql, sha256: createHash('sha256').update(sql).digest('hex') };
};

/** The newer program: the same code over the newer schema. */
const loadNewer = async () => {
  const migrations = [...MIGRATIONS, newerMigration()];
  vi.resetModules();
  vi.doMock('../../../db/schema/index.ts', async (load) => ({ ...(await load<object>()), ...NEWER_TABLES }));
  vi.doMock('../../../db/migrations/index.ts', () => ({ MIGRATIONS: migrations }));
  const [store, exchange, laptop, hash, check] = await Promise.all([
    import('../../../db/store/store.ts'),
    import('../../../db/sync/exchange.ts'),
    import('../../../db/sync/this-laptop.ts'),
    import('../../../db/sync/state-hash.ts'),
    import('../../../db/service/check.ts'),
  ]);
  const upgrade = async ({ store: older }: Joined): Promise<Joined> => {
    older.close();
    const upgraded = store.openStore(older.folder, older.key, older.surroundings);
    onTestFinished(() => upgraded.close());
    return { store: upgraded, laptop: await laptop.readLaptop(upgraded) };
  };
  return { upgrade, exchange, stateHash: hash.stateHash, checkBoard: check.checkBoard };
};

afterEach(() => {
  vi.doUnmock('../../../db/schema/index.ts');
  vi.doUnmock('../../../db/migrations/index.ts');
  vi.resetModules();
});

describe('a newer version among older ones', () => {
  it('is understood as far as the older knows it, the rest passed on and written there after the upgrade: all end equal', async () => {
    const { a, others, folder } = await joinLaptops(4);
    const [first, older, last] = others;
    if (!first || !older || !last) throw new Error('four laptops are needed');
    const known = path.join(folder, 'known.sync');
    await exportToFile(a.store, a.laptop, known, { all: true });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const { store, laptop } of others) await importFromFile(store, laptop, known);
    const newer = await loadNewer();
    const [b, d] = [await newer.upgrade(first), await newer.upgrade(last)];
    const all = path.join(folder, 'from-newer.sync');
    const ids = b.store.operation({ kind: 'plan-the-future' }, (write) => {
      const agencyId = write.insert('agencies', { name: 'Housing' });
      const closure = write.insert('closures', { date: '2026-12-24', name: 'Closed early', untilHour: 12 } as never);
      write.insert('agencyVisits' as never, { agencyId, visitedOn: '2026-11-20' } as never);
      const template = { name: 'For inspectors', audience: 'inspectors', sections: '[]' };
      return { agencyId, closure, template: write.insert('packTemplates', template) };
    }).result;
    b.store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', ids.agencyId, { name: 'Homes' }));
    await newer.exchange.exportToFile(b.store, b.laptop, all, { all: true });

    await importFromFile(older.store, older.laptop, all);
    const held = (): unknown => older.store.db.prepare('select count(*) from heldBack').pluck().get();
    expect(held()).not.toBe(0);
    expect(checkBoard(older.store).findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(older.store.row('agencies', ids.agencyId).name).toBe('Homes');
    expect(older.store.db.prepare('select count(*) from packTemplates where id = ?').pluck().get(ids.template)).toBe(0);
    older.store.operation({ kind: 'edit-agency' }, (write) =>
      write.update('agencies', ids.agencyId, { note: 'Older' }),
    );
    const passedOn = path.join(folder, 'passed-on.sync');
    await exportToFile(older.store, older.laptop, passedOn, { all: true });

    for (const { store, laptop } of [b, d]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await newer.exchange.importFromFile(store, laptop, passedOn);
      expect(store.db.prepare('select visitedOn from agencyVisits').pluck().all()).toEqual(['2026-11-20']);
      expect(store.db.prepare('select untilHour from closures where id = ?').pluck().get(ids.closure)).toBe(12);
      expect(store.row('agencies', ids.agencyId)).toMatchObject({ name: 'Homes', note: 'Older' });
    }
    const c = await newer.upgrade(older);
    expect(c.store.db.prepare('select count(*) from heldBack').pluck().get()).toBe(0);
    expect(c.store.db.prepare('select audience from packTemplates where id = ?').pluck().get(ids.template)).toBe(
      'inspectors',
    );
    expect(new Set([b, c, d].map(({ store }) => newer.stateHash(store))).size).toBe(1);
    for (const { store } of [b, c, d]) expect(newer.checkBoard(store).findings.filter(({ ok }) => !ok)).toEqual([]);
  });
});
