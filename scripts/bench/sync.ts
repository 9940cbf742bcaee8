/**
 * 100,000 changed fields, written by one laptop as a file and taken in by another, against the raw floor: the same updates and
 * rows of the log, prepared, in one transaction of the same encrypted database. Both end durable.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headsOf } from '../../db/store/causality.ts';
import { openDatabase, type Sqlite } from '../../db/store/database.ts';
import type { Incoming } from '../../db/store/merge/merge.ts';
import { readOperations } from '../../db/store/merge/operations.ts';
import { createStore, DATABASE_FILE, openStore, type Store } from '../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../db/sync/exchange.ts';
import { createLookMemory, lookAtFolder } from '../../db/sync/folder-look.ts';
import { folderOfBoard } from '../../db/sync/folder-names.ts';
import { stateHash } from '../../db/sync/state-hash.ts';
import { addLaptop, joinOwnBoard, type Laptop, readLaptop } from '../../db/sync/this-laptop.ts';
import { surroundings } from '../commands/open-board.ts';
import { inTemporaryFolder, withBoard } from './boards.ts';
import type { Finding, Measurement } from './finding.ts';
import { alternated, median } from './timing.ts';

const records = 5000;
const operations = 100;
const fieldsEach = 1000;
const rounds = 5;
const key = new Uint8Array(32).fill(7);

export const sync: Measurement = {
  name: 'sync',
  run: async ({ big }) => [
    ...(await exchangeOfTwo()),
    await editOfMember(),
    await lookAtManyFiles(),
    await stateOfBigBoard(big),
  ],
};

const exchangeOfTwo = (): Promise<readonly Finding[]> =>
  inTemporaryFolder(async (folder) => {
    const [here, there] = [path.join(folder, 'a'), path.join(folder, 'b')];
    const a = boardOfAgencies(here);
    const ofA = await joinOwnBoard(a);
    const ofB = await joinedLaptop(a, ofA, there, path.join(folder, 'whole.sync'));
    changeFields(a);
    const times = { write: [] as number[], takeIn: [] as number[], floor: [] as number[] };
    const file = path.join(folder, 'changes.sync');
    for (let round = -1; round < rounds; round += 1) {
      rmSync(file, { force: true });
      // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
      const took = await oneRound({ a, ofA, ofB, there, file, scratch: path.join(folder, 'scratch') });
      if (round < 0) continue;
      times.write.push(took.write);
      times.takeIn.push(took.takeIn);
      times.floor.push(took.floor);
    }
    a.close();
    const memory = memoryOf({ here, there, folder, scratch: path.join(folder, 'scratch') });
    const [write, takeIn, floor] = [median(times.write), median(times.takeIn), median(times.floor)];
    return [...findings({ write, takeIn, floor, bytes: statSync(file).size }), ...memory];
  });

const findings = (of: { write: number; takeIn: number; floor: number; bytes: number }): Finding[] => [
  {
    name: 'sync of 100,000 changed fields',
    values: {
      write: of.write,
      takeIn: of.takeIn,
      floor: of.floor,
      bytesPerChange: of.bytes / (operations * fieldsEach),
    },
    unit: 'ms',
    ratio: (of.write + of.takeIn) / of.floor,
    limit: 2,
    how: 'written by one laptop as a signed, encrypted file, checked and taken in by another, durable, against the same updates and log rows in one encrypted transaction; wall clock',
  },
];

type Folders = { readonly here: string; readonly there: string; readonly folder: string; readonly scratch: string };

/** Of the 100,000 changes, each in a process of its own. */
const memoryOf = ({ here, there, folder, scratch }: Folders): readonly Finding[] => {
  const file = path.join(folder, 'for memory.sync');
  const measured = (name: string, work: 'export' | 'import', board: string, limit: number): Finding => {
    if (process.platform !== 'linux') return { name, notRun: 'the peak is read from /proc' };
    const program = path.join(import.meta.dirname, 'exchange-process.ts');
    const said = execFileSync(process.execPath, [program, work, board, Buffer.from(key).toString('hex'), file], {
      encoding: 'utf8',
    });
    const values = JSON.parse(said) as { readonly open: number; readonly over: number };
    return {
      name,
      values,
      unit: 'MB',
      limitOn: 'over',
      limit,
      how: 'most resident over the open board, 100,000 changes',
    };
  };
  return [
    measured('memory of a sync export', 'export', here, 64),
    measured('memory of a sync import', 'import', copyOf(there, scratch), 250),
  ];
};

/** The same edits on a board that nobody else has, and on one that another laptop has joined and written on. */
const editOfMember = (): Promise<Finding> =>
  inTemporaryFolder(async (folder) => {
    const alone = boardOfAgencies(path.join(folder, 'alone'));
    const a = boardOfAgencies(path.join(folder, 'a'));
    const ofA = await joinOwnBoard(a);
    const there = path.join(folder, 'b');
    const ofB = await joinedLaptop(a, ofA, there, path.join(folder, 'whole.sync'));
    const b = openStore(there, key, surroundings);
    changeFields(b, 10);
    await exportToFile(b, ofB, path.join(folder, 'of b.sync'), { all: true });
    b.close();
    await importFromFile(a, ofA, path.join(folder, 'of b.sync'));
    const edits = (store: Store) => {
      const ids = agencyIds(store);
      let round = 0;
      return (): void => {
        round += 1;
        for (const [at, id] of ids.slice(0, 100).entries()) {
          store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { note: `${round} ${at}` }));
        }
      };
    };
    const {
      a: shared,
      b: own,
      ratio,
    } = await alternated(edits(a), edits(alone), { rounds: 21, warmUp: 3, clock: 'cpu' });
    alone.close();
    a.close();
    return {
      name: 'an edit on a shared board',
      values: { shared: shared / 100, own: own / 100 },
      unit: 'ms',
      ratio,
      limit: 1.05,
      how: 'one field, durable, on a board that another laptop has joined and written on, against one that nobody else has; cpu',
    };
  });

const manyFiles = 10_000;

const lookAtManyFiles = (): Promise<Finding> =>
  inTemporaryFolder(async (root) => {
    const [board, device] = [globalThis.crypto.randomUUID(), globalThis.crypto.randomUUID()];
    const own = path.join(folderOfBoard(root, board), device);
    mkdirSync(own, { recursive: true });
    for (let at = 1; at <= manyFiles; at += 1) writeFileSync(path.join(own, `${bundleRange(at)}.sync`), '');
    const hash = '0'.repeat(64);
    const place = {
      root,
      board,
      wasThere: true,
      now: Date.now,
      readHeader: async () => ({
        kind: 'header' as const,
        isSigned: true,
        header: {
          board,
          device,
          continues: null,
          clock: '0',
          to: [],
          ranges: [[device, 1, 1, hash, hash] as const],
          has: [],
        },
      }),
    };
    const memory = createLookMemory();
    const first = await wall(() => lookAtFolder(place, memory));
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
      again.push(await wall(() => lookAtFolder(place, memory)));
    }
    return {
      name: 'a look at a shared folder of 10,000 files',
      values: { first, again: median(again) },
      unit: 'ms',
      limitOn: 'again',
      limit: 300,
      how: 'every name, with headers that are known; the first time without reading the files; wall clock',
    };
  });

const bundleRange = (at: number): string => `${String(at).padStart(6, '0')}-${String(at).padStart(6, '0')}`;

const stateOfBigBoard = (big: string): Promise<Finding> =>
  withBoard(big, async ({ store }) => {
    const times: number[] = [];
    // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
    for (let round = 0; round < rounds; round += 1) times.push(await wall(() => stateHash(store)));
    return {
      name: 'state hash of the big board',
      values: { hash: median(times) },
      unit: 'ms',
      how: 'every recorded row and every head of the log; wall clock',
    };
  });

const boardOfAgencies = (folder: string): Store => {
  const store = createStore(folder, key, { name: 'Laptop A', post: 'Board manager' }, surroundings);
  store.operation({ kind: 'create-board' }, (write) => {
    write.insert('boards', { id: globalThis.crypto.randomUUID(), name: 'Exampleshire', nation: 'england' });
    for (let at = 0; at < records; at += 1) write.insert('agencies', { name: `Agency ${at}` });
  });
  return store;
};

const joinedLaptop = async (a: Store, ofA: Laptop, folder: string, file: string): Promise<Laptop> => {
  const b = createStore(folder, key, { name: 'Laptop B', post: 'Administrator' }, surroundings);
  const laptop = await readLaptop(b);
  a.operation({ kind: 'add-device' }, (write) =>
    addLaptop(write, { device: laptop.device, ...laptop.keys, name: 'Laptop B', post: 'Administrator' }),
  );
  await exportToFile(a, ofA, file, { all: true });
  const board = a.db.prepare<[], string>('select id from boards').pluck().get() ?? '';
  await importFromFile(b, laptop, file, { sponsor: { board, device: ofA.device, signKey: ofA.keys.signKey } });
  const has = JSON.stringify(Object.fromEntries(headsOf(b.db)));
  a.db.prepare('insert or replace into exchanges (deviceId, has, at) values (?, ?, ?)').run(laptop.device, has, 0);
  b.db.pragma('wal_checkpoint(truncate)');
  b.close();
  return laptop;
};

const agencyIds = (store: Store): readonly string[] =>
  store.db.prepare<[], string>('select id from agencies order by id').pluck().all();

const changeFields = (a: Store, times = operations): void => {
  const ids = agencyIds(a);
  for (let at = 0; at < times; at += 1) {
    a.operation({ kind: 'edit-agency' }, (write) => {
      for (let of = 0; of < fieldsEach; of += 1) {
        const id = ids[(at * fieldsEach + of) % ids.length] ?? '';
        write.update('agencies', id, { note: `Asked on round ${at}, answer ${(at * 7919 + of * 104_729) % 99_991}` });
      }
    });
  }
};

type Round = {
  readonly a: Store;
  readonly ofA: Laptop;
  readonly ofB: Laptop;
  readonly there: string;
  readonly file: string;
  readonly scratch: string;
};

const oneRound = async ({ a, ofA, ofB, there, file, scratch }: Round) => {
  const write = await wall(() => exportToFile(a, ofA, file));
  const b = openStore(copyOf(there, scratch), key, surroundings);
  const takeIn = await wall(() => importFromFile(b, ofB, file));
  b.close();
  const incoming = newFrom(a, ofA, there);
  const raw = openDatabase(path.join(copyOf(there, scratch), DATABASE_FILE), key);
  const floor = await wall(() => writeRaw(raw, incoming));
  raw.close();
  return { write, takeIn, floor };
};

const wall = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const copyOf = (folder: string, scratch: string): string => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  copyFileSync(path.join(folder, DATABASE_FILE), path.join(scratch, DATABASE_FILE));
  return scratch;
};

const newFrom = (a: Store, { device }: Laptop, there: string): readonly Incoming[] => {
  const b = openDatabase(path.join(there, DATABASE_FILE), key);
  const first = (headsOf(b).get(device) ?? 0) + 1;
  b.close();
  return [...readOperations(a.db, { deviceId: device, first, last: headsOf(a.db).get(device) ?? 0 })];
};

/** What nobody can do without: each field set, each operation and each change logged. */
const writeRaw = (db: Sqlite, incoming: readonly Incoming[]): void => {
  const update = db.prepare('update agencies set note = ? where id = ?');
  const operation = db.prepare(
    `insert into operations (id, deviceId, sequence, clock, actor, kind, reason, undoes, previousHash, hash, seen)
     values (@id, @deviceId, @sequence, @clock, @actor, @kind, @reason, @undoes, @previousHash, @hash, @seen)`,
  );
  const change = db.prepare(
    'insert into changes (operation, tableName, rowId, field, old, new, parent) values (?, ?, ?, ?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (const { changes, ...one } of incoming) {
      const number = operation.run(one).lastInsertRowid;
      for (const { tableName, rowId, field, old, new: next } of changes) {
        if (tableName === 'agencies' && field === 'note') update.run(next, rowId);
        change.run(number, tableName, rowId, field, old, next, number);
      }
    }
  }).immediate();
};
