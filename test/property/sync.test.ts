/** Laptops that exchange real bundles: signed, encrypted, written to files, each on a real encrypted database. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLog } from '../../db/service/check.ts';
import { headsOf } from '../../db/store/causality.ts';
import { verifyChain } from '../../db/store/change-log.ts';
import { createStore, DATABASE_FILE, openStore, type Store } from '../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../db/sync/exchange.ts';
import { boardIdOf, sealRanges } from '../../db/sync/outgoing.ts';
import { stateHash } from '../../db/sync/state-hash.ts';
import { addLaptop, joinOwnBoard, type Laptop, readLaptop } from '../../db/sync/this-laptop.ts';
import { MORNING, nextSeed, seededRandom } from '../support/board.ts';

const KEY = Buffer.alloc(32, 7);
const NAMES = ['A', 'B', 'C'] as const;
const AGENCIES = 4;

/** Many more, with other seeds: `node scripts/sync-storm.ts --minutes N`. */
const RUNS = Math.ceil(Number(process.env['MERGE_RUNS'] ?? 20) / 4);
const SEED = Number(process.env['MERGE_SEED'] ?? 20_261_122);

let begun: string;
beforeAll(async () => {
  begun = mkdtempSync(path.join(tmpdir(), 'tracker-exchanging-'));
  const [a, ...others] = NAMES.map((name) => {
    const surroundings = { now: () => MORNING, random: seededRandom(nextSeed()) };
    return createStore(path.join(begun, name), KEY, { name: `Laptop ${name}`, post: `Post ${name}` }, surroundings);
  });
  if (a === undefined) throw new Error('there is no laptop');
  a.operation({ kind: 'create-board' }, (write) => {
    write.insert('boards', { name: 'Exampleshire', nation: 'england' });
    for (let at = 0; at < AGENCIES; at += 1) write.insert('agencies', { id: agency(at), name: `Agency ${at}` });
  });
  const ofA = await joinOwnBoard(a);
  const laptops = await Promise.all(others.map((store) => readLaptop(store)));
  a.operation({ kind: 'add-device' }, (write) => {
    for (const [at, { device, keys }] of laptops.entries()) {
      const { name = '', post = '' } = others[at]?.device ?? {};
      addLaptop(write, { device, ...keys, name, post });
    }
  });
  const file = path.join(begun, 'whole.sync');
  await exportToFile(a, ofA, file, { all: true });
  const sponsor = { board: boardIdOf(a), device: ofA.device, signKey: ofA.keys.signKey };
  for (const [at, store] of others.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await importFromFile(store, laptops[at] as Laptop, file, { sponsor });
    store.close();
  }
  a.close();
}, 60_000);
afterAll(() => rmSync(begun, { recursive: true, force: true }));

const agency = (at: number): string => `00000000-0000-7000-8000-00000000000${at}`;

type Edit = {
  readonly at: number;
  readonly edit: 'rename' | 'note' | 'remove' | 'add';
  readonly row: number;
  readonly word: string;
};
type Step =
  | Edit
  /** A bundle of its own operations, from the first so many before the last up to the last but so many. */
  | { readonly at: number; readonly write: readonly [before: number, less: number] }
  /** Any file, also one that it has taken in already, or that follows what it has not. */
  | { readonly at: number; readonly take: number }
  /** Ends without closing anything, and begins again. */
  | { readonly at: number; readonly restart: true }
  | { readonly at: number; readonly wrongBy: number };

const at = fc.nat(NAMES.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      at,
      edit: fc.constantFrom<Edit['edit']>('rename', 'note', 'remove', 'add'),
      row: fc.nat(AGENCIES - 1),
      word: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ at, write: fc.tuple(fc.nat(3), fc.nat(2)) }) },
  { weight: 5, arbitrary: fc.record({ at, take: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ at, restart: fc.constant(true as const) }) },
  { weight: 1, arbitrary: fc.record({ at, wrongBy: fc.integer({ min: -1e11, max: 1e11 }) }) },
);

const HOW = { acceptClock: true, acceptRemovals: true };

class Exchanging {
  readonly #root = mkdtempSync(path.join(tmpdir(), 'tracker-exchanging-'));
  readonly #files: string[] = [];
  readonly #wrongBy = NAMES.map(() => 0);
  readonly #opened: { store: Store; laptop: Laptop }[] = [];
  #now = MORNING;
  #random = 1;

  async begin(): Promise<void> {
    for (const [which, name] of NAMES.entries()) {
      cpSync(path.join(begun, name), this.#folder(which), { recursive: true });
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await this.#open(which);
    }
  }

  #folder(which: number): string {
    return path.join(this.#root, `${which}`);
  }

  async #open(which: number): Promise<void> {
    const now = (): number => (this.#now += 1000) + (this.#wrongBy[which] ?? 0);
    const store = openStore(this.#folder(which), KEY, { now, random: seededRandom((this.#random += 1)) });
    store.db.pragma('synchronous = OFF');
    this.#opened[which] = { store, laptop: await readLaptop(store) };
  }

  at(which: number): { store: Store; laptop: Laptop } {
    const found = this.#opened[which];
    if (found === undefined) throw new Error('there is no laptop');
    return found;
  }

  get stores(): readonly Store[] {
    return this.#opened.map(({ store }) => store);
  }

  async run(done: Step): Promise<void> {
    const { store, laptop } = this.at(done.at);
    if ('edit' in done) edit(store, done);
    else if ('wrongBy' in done) this.#wrongBy[done.at] = done.wrongBy;
    else if ('restart' in done) await this.#restart(done.at);
    else if ('write' in done) await this.#write(store, laptop, done.write);
    else {
      const file = this.#files[done.take % Math.max(1, this.#files.length)];
      if (file !== undefined) await importFromFile(store, laptop, file, HOW);
    }
  }

  /** As after a power cut: from a copy of the files as they lie there, with what is only in the database's log. */
  async #restart(which: number): Promise<void> {
    const [folder, left] = [this.#folder(which), path.join(this.#root, 'left')];
    mkdirSync(left, { recursive: true });
    for (const end of ['', '-wal'])
      cpSync(path.join(folder, DATABASE_FILE + end), path.join(left, DATABASE_FILE + end));
    this.at(which).store.close();
    rmSync(folder, { recursive: true });
    cpSync(left, folder, { recursive: true });
    rmSync(left, { recursive: true });
    await this.#open(which);
  }

  async #write(store: Store, laptop: Laptop, [before, less]: readonly [number, number]): Promise<void> {
    const head = headsOf(store.db).get(laptop.device) ?? 0;
    const last = head - less;
    const first = Math.max(1, last - before);
    if (last < 1) return;
    for await (const { pieces } of sealRanges(store, laptop, [{ device: laptop.device, first, last }])) {
      const file = path.join(this.#root, `${this.#files.length}.sync`);
      writeFileSync(file, Buffer.concat(pieces));
      this.#files.push(file);
    }
  }

  /** Each gets all that each other has, by way of the one next to it. */
  async deliverAll(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      for (const from of NAMES.keys()) {
        const file = path.join(this.#root, `all-${round}-${from}.sync`);
        const writer = this.at(from);
        // oxlint-disable no-await-in-loop -- one after another
        await exportToFile(writer.store, writer.laptop, file, { all: true });
        const reader = this.at((from + 1) % NAMES.length);
        await importFromFile(reader.store, reader.laptop, file, HOW);
        // oxlint-enable no-await-in-loop
      }
    }
  }

  end(): void {
    for (const store of this.stores) store.close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}

const edit = (store: Store, done: Edit): void => {
  const id = agency(done.row);
  store.operation({ kind: 'edit-agency' }, (write) => {
    if (done.edit === 'add') write.insert('agencies', { name: `Another ${done.word}` });
    else if (done.edit === 'remove') write.remove('agencies', id);
    else write.update('agencies', id, done.edit === 'rename' ? { name: `Agency ${done.word}` } : { note: done.word });
  });
};

const idsOf = (store: Store): readonly string[] =>
  store.db.prepare<[], string>('select id from operations order by id').pluck().all();

it('brings laptops to one state with every operation, whatever file came when, twice, in part or after a crash', async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30, size: 'max' }), async (steps) => {
      const exchanging = new Exchanging();
      try {
        await exchanging.begin();
        // oxlint-disable-next-line no-await-in-loop -- in their order
        for (const done of steps) await exchanging.run(done);
        const written = new Set(exchanging.stores.flatMap(idsOf));
        await exchanging.deliverAll();
        const [first, ...others] = exchanging.stores;
        if (first === undefined) throw new Error('there is no laptop');
        expect(idsOf(first)).toEqual([...written].toSorted());
        for (const store of others) expect(stateHash(store)).toBe(stateHash(first));
        for (const store of exchanging.stores) {
          expect(verifyChain(store.db).breaks).toEqual([]);
          expect(checkLog(store.db)).toMatchObject({ ok: true });
          expect(store.db.prepare('select * from waitingRuns').all()).toEqual([]);
        }
        conflicts += Number(first.db.prepare('select count(*) from conflicts').pluck().get());
      } finally {
        exchanging.end();
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(conflicts).toBeGreaterThan(0);
}, 600_000);
