/** Laptops that hold one board and are kept apart until something is delivered: real encrypted databases, no files between them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { headsOf } from '../../db/store/causality.ts';
import type { Incoming } from '../../db/store/merge/merge.ts';
import { readOperations, sortReady } from '../../db/store/merge/operations.ts';
import { quoted, RECORDED_TABLES } from '../../db/store/tables.ts';
import { createStore, DATABASE_FILE, openStore, Store } from '../../db/store/store.ts';
import { MORNING, seededRandom } from './board.ts';

const KEY = new Uint8Array(32).fill(7);

export type Replica = {
  readonly store: Store;
  /** Milliseconds by which its clock is wrong. */
  wrongBy: number;
};

export type Replicas = {
  readonly all: readonly Replica[];
  /** What `from` has and `to` lacks, or only the first so many operations of each device. Answers how many were taken in. */
  deliver(from: number, to: number, atMost?: number): number;
  /** Until nobody lacks anything. */
  deliverAll(): void;
};

export type Laptops = {
  /** Runs with the first so many laptops, as they were at first; what is written is taken back afterwards. */
  run(count: number, seed: number, work: (replicas: Replicas) => void): void;
  /** The same for work that waits for something. */
  runAsync(count: number, seed: number, work: (replicas: Replicas) => Promise<void>): Promise<void>;
  close(): void;
};

/** `begin` writes what all of them have at first. */
export const createLaptops = (count: number, begin: (store: Store) => void): Laptops => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-replicas-'));
  const begun = path.join(folder, 'begun');
  const first = createStore(
    begun,
    KEY,
    { name: 'Laptop A', post: 'Post A' },
    { now: () => MORNING, random: seededRandom(1) },
  );
  begin(first);
  const ids = Array.from({ length: count }, (_, at) =>
    at === 0 ? first.device.id : v7({ msecs: MORNING + at, random: seededRandom(1000 + at)(16) }),
  );
  const insert = first.db.prepare('insert or ignore into devices (id, name, post, addedAt) values (?, ?, ?, ?)');
  for (const [at, id] of ids.entries()) insert.run(id, `Laptop ${LETTERS[at]}`, `Post ${LETTERS[at]}`, MORNING);
  first.db.pragma('wal_checkpoint(truncate)');
  first.close();
  const opened = ids.map((id) => {
    const own = path.join(folder, id);
    cpSync(path.join(begun, DATABASE_FILE), path.join(own, DATABASE_FILE), { recursive: true });
    const store = openStore(own, KEY, { now: () => MORNING, random: seededRandom(1) });
    store.db.prepare('update thisDevice set id = ?').run(id);
    store.db.pragma('synchronous = OFF');
    return { store, own, id };
  });
  const atFirst = (wanted: number, seed: number): Replicas => {
    const time = { now: MORNING };
    return replicasOf(
      opened.slice(0, wanted).map(({ store, own, id }, at) => {
        const replica = { wrongBy: 0 };
        const surroundings = {
          now: () => (time.now += 1000) + replica.wrongBy,
          random: seededRandom(seed * 100 + at),
        };
        const device = { id, name: `Laptop ${LETTERS[at]}`, post: `Post ${LETTERS[at]}` };
        return Object.assign(replica, { store: new Store(store.db, own, KEY, device, surroundings) });
      }),
    );
  };
  const onAll = (statement: 'begin' | 'rollback'): void => {
    for (const { store } of opened) store.db.exec(statement);
  };
  return {
    run: (wanted, seed, work) => {
      onAll('begin');
      try {
        work(atFirst(wanted, seed));
      } finally {
        onAll('rollback');
      }
    },
    runAsync: async (wanted, seed, work) => {
      onAll('begin');
      try {
        await work(atFirst(wanted, seed));
      } finally {
        onAll('rollback');
      }
    },
    close: () => {
      for (const { store } of opened) store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const LETTERS = 'ABCDEFGH';

const replicasOf = (all: readonly Replica[]): Replicas => {
  const deliverBetween: Replicas['deliver'] = (from, to, atMost = Number.POSITIVE_INFINITY) =>
    deliver(at(all, from).store, at(all, to).store, atMost);
  return {
    all,
    deliver: deliverBetween,
    deliverAll: () => {
      for (let moved = true; moved; ) {
        moved = false;
        for (const from of all.keys()) for (const to of all.keys()) if (deliverBetween(from, to) > 0) moved = true;
      }
    },
  };
};

const at = (all: readonly Replica[], which: number): Replica => {
  const found = all[which % all.length];
  if (found === undefined) throw new Error('there is no replica');
  return found;
};

const deliver = (from: Store, to: Store, atMost: number): number => {
  if (from === to) return 0;
  const here = headsOf(to.db);
  const operations: Incoming[] = [...headsOf(from.db)].flatMap(([deviceId, last]) => {
    const first = (here.get(deviceId) ?? 0) + 1;
    return [...readOperations(from.db, { deviceId, first, last: Math.min(last, first + atMost - 1) })];
  });
  const { ready } = sortReady(here, operations);
  if (ready.length > 0) to.takeIn(ready);
  return ready.length;
};

/** Every recorded row and everything that waits for a decision, to be compared between laptops. */
export const stateOf = (store: Pick<Store, 'db'>): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    RECORDED_TABLES.map(({ name, columns }) => [
      name,
      store.db.prepare(`select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by id`).all(),
    ]),
  ),
  conflicts: store.db.prepare('select * from conflicts order by id').all(),
});
