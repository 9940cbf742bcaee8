import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { findTexts } from '../../../db/store/search.ts';
import { readySearch } from '../../../db/store/search-index.ts';
import { headsOf } from '../../../db/store/causality.ts';
import { createStore, DATABASE_FILE, openStore, type Store } from '../../../db/store/store.ts';
import { isWaitingToJoin } from '../../../db/store/waiting.ts';
import {
  exchangeWithFolder,
  exportToFile,
  importFromFile,
  joinFromFolder,
  laptopsOf,
} from '../../../db/sync/exchange.ts';
import { continueInCopy } from '../../../db/sync/continue-laptop.ts';
import { removeDevice } from '../../../db/sync/members.ts';
import { boardIdOf, sealRanges } from '../../../db/sync/outgoing.ts';
import { addLaptop, readLaptop } from '../../../db/sync/this-laptop.ts';
import { stateHash } from '../../../db/sync/state-hash.ts';
import { surroundingsAt, temporaryFolder } from '../../support/board.ts';
import { joinLaptops, type Joined } from '../../support/joined-laptops.ts';

const addAgency = (store: Store, name: string): string =>
  store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name })).result;

const rename = (store: Store, id: string, name: string): void => {
  store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name }));
};

const never = new AbortController().signal;

const exchange = async ({ store, laptop }: Joined, root: string) => {
  const through = exchangeWithFolder(store, laptop, { root, wasThere: false });
  const took = await through.takeIn(never);
  const wrote = await through.write(never, 'now');
  return { took, wrote };
};

describe('a laptop that joined', () => {
  it('holds the whole board, with its history, and the same state', async () => {
    const { a, others } = await joinLaptops(2);
    const [b] = others;
    expect(b && stateHash(b.store)).toBe(stateHash(a.store));
    expect(b && checkBoard(b.store).findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(laptopsOf(a.store).toSorted((one, other) => (one.name < other.name ? -1 : 1))).toMatchObject([
      { name: 'Laptop B', isThisOne: false, removed: null },
      { name: 'Office laptop', isThisOne: true, removed: null, lacks: 0 },
    ]);
  });
});

describe('a board that is too large for one bundle', () => {
  /** A laptop that waits, and all of the board for it in three bundles; what lets it in stands in the last. */
  const inThree = async () => {
    const { board, a, folder } = await joinLaptops(1);
    for (const name of ['Housing', 'Probation', 'Schools']) addAgency(a.store, name);
    const device = { name: 'Laptop B', post: 'Post at Laptop B' };
    const store = createStore(temporaryFolder(), new Uint8Array(32).fill(9), device, surroundingsAt(board.clock));
    onTestFinished(() => store.close());
    const laptop = await readLaptop(store);
    a.store.operation({ kind: 'add-device' }, (write) =>
      addLaptop(write, { ...device, ...laptop.keys, device: laptop.device }),
    );
    const head = headsOf(a.store.db).get(a.laptop.device) ?? 0;
    const bundles: Buffer[] = [];
    for (const [first, last] of [
      [1, 1],
      [2, head - 1],
      [head, head],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      for await (const { pieces } of sealRanges(a.store, a.laptop, [{ device: a.laptop.device, first, last }]))
        bundles.push(Buffer.concat(pieces));
    }
    const sponsor = { board: boardIdOf(a.store), device: a.laptop.device, signKey: a.laptop.keys.signKey };
    return { a, b: { store, laptop }, bundles, sponsor, folder };
  };

  it('comes to a laptop that joins whole, from one file, or not at all', async () => {
    const { a, b, bundles, sponsor, folder } = await inThree();
    const [half, whole] = [path.join(folder, 'half.sync'), path.join(folder, 'whole.sync')];
    writeFileSync(half, Buffer.concat(bundles.slice(0, 2)));
    writeFileSync(whole, Buffer.concat(bundles));
    await expect(importFromFile(b.store, b.laptop, half, { sponsor })).rejects.toMatchObject({ code: 'not-for-us' });
    expect(isWaitingToJoin(b.store.db)).toBe(true);
    await importFromFile(b.store, b.laptop, whole, { sponsor });
    expect(stateHash(b.store)).toBe(stateHash(a.store));
    expect(checkBoard(b.store).findings.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('comes to a laptop that joins whole from the files of a folder', async () => {
    const { a, b, bundles, sponsor, folder } = await inThree();
    const root = path.join(folder, 'shared');
    const ofA = path.join(root, sponsor.board, sponsor.device);
    mkdirSync(ofA, { recursive: true });
    for (const [at, bytes] of bundles.entries()) writeFileSync(path.join(ofA, `relay-00000${at + 1}.sync`), bytes);
    await joinFromFolder(b.store, b.laptop, { root, wasThere: false }, { sponsor }, {});
    expect(stateHash(b.store)).toBe(stateHash(a.store));
  });
});

describe('a laptop that was put back twice before it exchanged anything', () => {
  it('is known by the one that it was at first, and loses nothing that it wrote since', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (b === undefined) throw new Error('two laptops are needed');
    const { folder: own, surroundings } = b.store;
    const copy = { folder: own, file: DATABASE_FILE, key: new Uint8Array(32).fill(9) };
    const reopened: Store[] = [b.store];
    for (const name of ['After the first', 'After the second']) {
      reopened.at(-1)?.close();
      continueInCopy(copy, null, surroundings);
      const store = openStore(own, copy.key, surroundings);
      onTestFinished(() => store.close());
      reopened.push(store);
      addAgency(store, name);
    }
    const store = reopened.at(-1) ?? b.store;
    const file = path.join(folder, 'twice.sync');
    await exportToFile(store, await readLaptop(store), file, { all: true });
    await importFromFile(a.store, a.laptop, file);
    expect(
      a.store.db.prepare(`select name from agencies where name like 'After%' order by name`).pluck().all(),
    ).toEqual(['After the first', 'After the second']);
    expect(stateHash(a.store)).toBe(stateHash(store));
  });
});

describe('a shared folder', () => {
  it('brings three laptops to one state, whoever writes when; a second look writes and takes nothing', async () => {
    const { a, others, folder } = await joinLaptops(3);
    const all = [a, ...others];
    const [b, c] = others;
    if (!b || !c) throw new Error('three laptops are needed');
    const root = path.join(folder, 'shared');
    mkdirSync(root);
    const id = addAgency(a.store, 'Housing');
    for (let round = 0; round < 3; round += 1) for (const one of all) await exchange(one, root);
    expect(new Set(all.map(({ store }) => stateHash(store))).size).toBe(1);
    rename(a.store, id, 'Housing north');
    rename(b.store, id, 'Housing south');
    addAgency(c.store, 'Probation');
    for (let round = 0; round < 3; round += 1) for (const one of all) await exchange(one, root);
    expect(new Set(all.map(({ store }) => stateHash(store))).size).toBe(1);
    for (const { store } of all) {
      expect(store.db.prepare('select kind, cell from conflicts').all()).toEqual([{ kind: 'field', cell: 'name' }]);
      expect(checkBoard(store).findings.filter(({ ok }) => !ok)).toEqual([]);
    }
    const before = readdirSync(root, { recursive: true }).length;
    for (const one of all) {
      expect(await exchange(one, root)).toMatchObject({
        took: { kind: 'done', took: 0 },
        wrote: { kind: 'done', wrote: [] },
      });
    }
    expect(readdirSync(root, { recursive: true })).toHaveLength(before);
  });
});

describe('one file', () => {
  it('carries what the other was not known to have, and nothing when nothing is new', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    const [first, second] = [path.join(folder, 'one.sync'), path.join(folder, 'two.sync')];
    addAgency(b.store, 'Probation');
    expect(await exportToFile(b.store, b.laptop, first)).toMatchObject({ bundles: 1, operations: 1 });
    expect(await importFromFile(a.store, a.laptop, first)).toMatchObject({ bundles: [{ operations: 1, waiting: 0 }] });
    expect(await importFromFile(a.store, a.laptop, first)).toMatchObject({
      bundles: [{ operations: 0, waiting: 0 }],
    });
    expect(stateHash(a.store)).toBe(stateHash(b.store));
    expect(await exportToFile(a.store, a.laptop, second)).toBeNull();
    expect(existsSync(second)).toBe(false);
  });

  it('shows what would come and takes nothing in', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    addAgency(b.store, 'Probation');
    const before = stateHash(a.store);
    const file = path.join(folder, 'one.sync');
    await exportToFile(b.store, b.laptop, file);
    const { bundles } = await importFromFile(a.store, a.laptop, file, { previewOnly: true });
    expect(bundles).toMatchObject([{ merged: { made: 1, changed: 0, conflicts: [] } }]);
    expect(stateHash(a.store)).toBe(before);
  });

  it('is looked through by “Find anything” as it stands at its end', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    const bring = async (name: string): Promise<void> => {
      const file = path.join(folder, name);
      await exportToFile(b.store, b.laptop, file, { all: true });
      await importFromFile(a.store, a.laptop, file);
      readySearch(a.store.db);
    };
    const isFound = (typed: string): boolean => findTexts(a.store, { typed, most: 10 }).groups.length > 0;
    const id = addAgency(b.store, 'Probation');
    await bring('one.sync');
    expect(isFound('Probation')).toBe(true);
    rename(b.store, id, 'Meanwhile');
    rename(b.store, id, 'Housing');
    await bring('two.sync');
    expect(['Probation', 'Meanwhile', 'Housing'].map(isFound)).toEqual([false, false, true]);
    b.store.operation({ kind: 'remove' }, (write) => write.remove('agencies', id));
    await bring('three.sync');
    expect(isFound('Housing')).toBe(false);
  });

  it('that comes before what it follows waits, and is taken in when that has come', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    const [first, second] = [path.join(folder, 'one.sync'), path.join(folder, 'two.sync')];
    addAgency(b.store, 'Probation');
    await exportToFile(b.store, b.laptop, first);
    b.store.db.prepare('insert or replace into exchanges (deviceId, has, at) values (?, ?, 0)').run(
      a.laptop.device,
      JSON.stringify(
        Object.fromEntries([
          [a.laptop.device, 99],
          [b.laptop.device, 1],
        ]),
      ),
    );
    addAgency(b.store, 'Schools');
    await exportToFile(b.store, b.laptop, second);
    expect(await importFromFile(a.store, a.laptop, second)).toMatchObject({ bundles: [{ operations: 0, waiting: 1 }] });
    expect(await importFromFile(a.store, a.laptop, first)).toMatchObject({ bundles: [{ operations: 2, waiting: 0 }] });
    expect(stateHash(a.store)).toBe(stateHash(b.store));
  });

  it('of a laptop that was removed is refused when it was written after, and taken in when it was known before', async () => {
    const { a, others, folder } = await joinLaptops(3);
    const [b, c] = others;
    if (!b || !c) throw new Error('three laptops are needed');
    addAgency(b.store, 'Before');
    const before = path.join(folder, 'before.sync');
    await exportToFile(b.store, b.laptop, before);
    await importFromFile(a.store, a.laptop, before);
    removeDevice(a.store, b.laptop.device, 'It was stolen');
    addAgency(b.store, 'After');
    const after = path.join(folder, 'after.sync');
    await exportToFile(b.store, b.laptop, after, { all: true });
    await expect(importFromFile(a.store, a.laptop, after)).rejects.toMatchObject({
      code: 'removed-writer',
      words: expect.stringMatching(/^Laptop B was removed on .* and this was written after$/),
    });
    expect(a.store.db.prepare(`select count(*) from agencies where name = 'After'`).pluck().get()).toBe(0);
    const file = path.join(folder, 'from-a.sync');
    await exportToFile(a.store, a.laptop, file, { all: true });
    await expect(importFromFile(b.store, b.laptop, file)).rejects.toMatchObject({ code: 'not-for-us' });
    await importFromFile(c.store, c.laptop, file);
    expect(stateHash(c.store)).toBe(stateHash(a.store));
  });

  it('that would remove more than a fifth of anything asks first', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    const ids = Array.from({ length: 10 }, (_, at) => addAgency(a.store, `Agency ${at}`));
    const first = path.join(folder, 'first.sync');
    await exportToFile(a.store, a.laptop, first);
    await importFromFile(b.store, b.laptop, first);
    b.store.operation({ kind: 'remove' }, (write) => {
      for (const id of ids.slice(0, 6)) write.remove('agencies', id);
    });
    const file = path.join(folder, 'removals.sync');
    await exportToFile(b.store, b.laptop, file);
    await expect(importFromFile(a.store, a.laptop, file)).rejects.toMatchObject({ code: 'many-removals' });
    await importFromFile(a.store, a.laptop, file, { acceptRemovals: true });
    expect(stateHash(a.store)).toBe(stateHash(b.store));
  });

  it('that is told to end while it is read takes nothing in', async () => {
    const { a, others, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    addAgency(a.store, 'Housing');
    await exchangeWithFolder(a.store, a.laptop, { root: folder, wasThere: false }).write(
      new AbortController().signal,
      'now',
    );
    const before = stateHash(b.store);
    const stop = new AbortController();
    const taking = exchangeWithFolder(
      b.store,
      b.laptop,
      { root: folder, wasThere: false },
      { onProgress: () => stop.abort() },
    );
    expect(await taking.takeIn(stop.signal)).toMatchObject({ kind: 'done', took: 0, left: { gaps: [], setAside: [] } });
    expect(stateHash(b.store)).toBe(before);
    expect(await taking.takeIn(new AbortController().signal)).toMatchObject({ kind: 'done', took: 1 });
  });

  it('whose clock is years ahead waits until somebody accepts it; one years behind is taken in', async () => {
    const { a, others, board, folder } = await joinLaptops(2);
    const [b] = others;
    if (!b) throw new Error('two laptops are needed');
    const [ahead, behind] = [path.join(folder, 'ahead.sync'), path.join(folder, 'behind.sync')];
    const now = board.clock.now();
    board.clock.set(now - 3 * 365 * 86_400_000);
    addAgency(b.store, 'Behind');
    board.clock.set(now);
    await exportToFile(b.store, b.laptop, behind);
    expect(await importFromFile(a.store, a.laptop, behind)).toMatchObject({ bundles: [{ operations: 1 }] });
    board.clock.set(now + 3 * 365 * 86_400_000);
    addAgency(b.store, 'Ahead');
    board.clock.set(now);
    await exportToFile(b.store, b.laptop, ahead);
    await expect(importFromFile(a.store, a.laptop, ahead)).rejects.toMatchObject({ code: 'clock-ahead' });
    await importFromFile(a.store, a.laptop, ahead, { acceptClock: true });
    expect(stateHash(a.store)).toBe(stateHash(b.store));
  });
});
