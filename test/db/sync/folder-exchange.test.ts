import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TookIn } from '../../../db/sync/folder-exchange.ts';
import { A, B, BOARD, C, createLaptop, type Laptop } from './laptops.ts';

let root: string;
let now: number;
let a: Laptop;
let b: Laptop;
let c: Laptop;
const forEver = new AbortController().signal;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'crt-exchange-'));
  now = Date.UTC(2026, 10, 22, 10, 0);
  [a, b, c] = [A, B, C].map((device) => createLaptop(root, device, { now: () => now })) as [Laptop, Laptop, Laptop];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = async (laptop: Laptop, relay: 'now' | 'when-due' = 'when-due'): Promise<readonly string[]> => {
  const outcome = await laptop.exchange.write(forEver, relay);
  if (outcome.kind === 'trouble') throw new Error(outcome.trouble);
  return outcome.wrote.map((name) => path.basename(name));
};

const takeIn = async (laptop: Laptop): Promise<TookIn & { kind: 'done' }> => {
  const outcome = await laptop.exchange.takeIn(forEver);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome;
};

const folderOf = (device: string): string => path.join(root, BOARD, device);

describe('an exchange with the shared folder', () => {
  it('brings to each laptop what the others wrote', async () => {
    a.work(4);
    b.work(2);
    expect([await write(a), await write(b)]).toEqual([['000001-000004.sync'], ['000001-000002.sync']]);
    for (const laptop of [a, b, c]) await takeIn(laptop);
    for (const { held } of [a, b, c]) expect([held.get(A), held.get(B)]).toEqual([4, 2]);
    a.work(1);
    expect(await write(a)).toEqual(['000005-000005.sync']);
    expect((await takeIn(c)).took).toBe(1);
    expect(c.held.get(A)).toBe(5);
  });

  it('writes nothing a second time', async () => {
    a.work(4);
    await write(a);
    expect(await write(a)).toEqual([]);
    const [file = ''] = readdirSync(folderOf(A));
    const before = readFileSync(path.join(folderOf(A), file));
    expect(await write(a)).toEqual([]);
    expect(readFileSync(path.join(folderOf(A), file))).toEqual(before);
  });

  it('writes again under the same name what was taken away, and under another what was altered', async () => {
    a.work(4);
    await write(a);
    rmSync(path.join(folderOf(A), '000001-000004.sync'));
    expect(await write(a)).toEqual(['000001-000004.sync']);
    writeFileSync(path.join(folderOf(A), '000001-000004.sync'), '{"cut sho');
    expect(await write(a)).toEqual(['relay-000001.sync']);
    expect(readFileSync(path.join(folderOf(A), '000001-000004.sync'), 'utf8')).toBe('{"cut sho');
    expect((await takeIn(b)).took).toBe(1);
  });

  it('writes everything again for a laptop that joined', async () => {
    a.members = [A, B];
    a.work(4);
    await write(a);
    a.members = [A, B, C];
    expect(await write(a)).toEqual(['relay-000001.sync']);
    await takeIn(c);
    expect(c.held.get(A)).toBe(4);
    expect(await write(a)).toEqual([]);
  });

  it('passes on what an author who is away wrote for others only', async () => {
    a.members = [A, B];
    a.work(4);
    await write(a);
    await takeIn(b);
    const { left } = await takeIn(c);
    expect(left.waiting.map(({ why }) => why)).toEqual(['not-for-us']);
    expect(await write(b)).toEqual([]);
    now += 10 * 60_000;
    expect(await write(b)).toEqual(['relay-000001.sync']);
    await takeIn(c);
    expect(c.held.get(A)).toBe(4);
  });

  it('removes what a stopped run left half written in its own folder, and nothing else', async () => {
    for (const device of [A, B]) {
      mkdirSync(folderOf(device), { recursive: true });
      for (const name of ['000001-000002.sync.part', 'notes.part', 'desktop.ini']) {
        writeFileSync(path.join(folderOf(device), name), '');
      }
    }
    a.work(2);
    await write(a);
    expect(readdirSync(folderOf(A)).sort()).toEqual(['000001-000002.sync', 'desktop.ini', 'notes.part']);
    expect(readdirSync(folderOf(B))).toContain('000001-000002.sync.part');
  });

  it('goes to the next name when one appears while it writes, and overwrites nothing', async () => {
    a.work(3);
    a.beforeWriting = (file) => {
      if (!file.includes('relay')) writeFileSync(file, 'of another program');
    };
    expect(await write(a)).toEqual(['relay-000001.sync']);
    expect(readFileSync(path.join(folderOf(A), '000001-000003.sync'), 'utf8')).toBe('of another program');
  });

  it('names a gap and goes on with the others', async () => {
    a.work(2);
    await write(a);
    a.work(2);
    const [gone = ''] = await write(a);
    a.work(2);
    await write(a);
    b.work(1);
    await write(b);
    renameSync(path.join(folderOf(A), gone), path.join(root, 'elsewhere'));
    const { took, left } = await takeIn(c);
    expect(took).toBe(2);
    expect(left.gaps).toEqual([{ device: A, first: 3, last: 4, why: 'missing', behind: { first: 5, last: 6 } }]);
    renameSync(path.join(root, 'elsewhere'), path.join(folderOf(A), gone));
    expect((await takeIn(c)).left.gaps).toEqual([]);
    expect(c.held.get(A)).toBe(6);
  });

  it('does not try a refused bundle again, nor what follows it, until the member list changes', async () => {
    a.work(2);
    await write(a);
    a.work(2);
    await write(a);
    b.work(1);
    await write(b);
    let tries = 0;
    c.refuse = ({ header }) => {
      if (header.ranges[0]?.[0] !== A) return null;
      tries += 1;
      return { kind: 'refused', why: 'it was damaged on the way' };
    };
    const { took, left } = await takeIn(c);
    expect([took, tries]).toEqual([1, 1]);
    expect(left.setAside).toEqual([
      { name: `${A}/000001-000002.sync`, why: 'it was damaged on the way', isRefused: true },
    ]);
    expect(left.gaps).toMatchObject([{ first: 1, last: 2, why: 'missing', behind: { first: 3, last: 4 } }]);
    await takeIn(c);
    expect(tries).toBe(1);
    c.members = [A, B, C, '01957a6e-0000-7000-8000-0000000000d1'];
    c.refuse = () => null;
    await takeIn(c);
    expect(c.held.get(A)).toBe(4);
  });

  it('tries a bundle that waits once a look, and does not call it missing', async () => {
    a.work(2);
    await write(a);
    a.work(1);
    await write(a);
    let tries = 0;
    c.refuse = () => {
      tries += 1;
      return { kind: 'waits', why: 'its last change is dated 3 March 2080' };
    };
    const { left } = await takeIn(c);
    expect([tries, left.gaps, left.setAside.map(({ isRefused }) => isRefused)]).toEqual([1, [], [false]]);
    await takeIn(c);
    expect(tries).toBe(2);
  });

  it('stops at a bundle that a person must look at first', async () => {
    a.work(2);
    await write(a);
    c.refuse = () => ({ kind: 'asks', why: 'It would remove 41 of 120 actions. Look at them first' });
    expect(await c.exchange.takeIn(forEver)).toEqual({
      kind: 'asks',
      name: `${A}/000001-000002.sync`,
      why: 'It would remove 41 of 120 actions. Look at them first',
    });
  });

  it('passes over a bundle that was moved away since the look', async () => {
    a.work(2);
    await write(a);
    b.work(1);
    await write(b);
    c.refuse = ({ file, header }) => {
      if (header.device !== A) return null;
      rmSync(file);
      throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    };
    expect(await takeIn(c)).toMatchObject({ took: 1 });
  });

  it('ends between two bundles when it is asked to', async () => {
    for (let at = 0; at < 3; at += 1) {
      a.work(1);
      await write(a);
    }
    const controller = new AbortController();
    c.refuse = () => {
      controller.abort();
      return null;
    };
    expect(await c.exchange.takeIn(controller.signal)).toMatchObject({ kind: 'done', took: 1 });
    expect(c.held.get(A)).toBe(1);
  });

  it('takes in the bundles of a member once it is known', async () => {
    c.members = [A, C];
    b.work(1);
    await write(b);
    expect((await takeIn(c)).left.waiting.map(({ why }) => why)).toEqual(['unknown-writer']);
    c.members = [A, B, C];
    expect((await takeIn(c)).took).toBe(1);
  });
});

describe('a shared folder that went', () => {
  it('is trouble, and is not made again on this laptop', async () => {
    a.work(2);
    rmSync(root, { recursive: true });
    expect(await a.exchange.write(forEver, 'when-due')).toEqual({ kind: 'trouble', trouble: 'away' });
    expect(await a.exchange.takeIn(forEver)).toEqual({ kind: 'trouble', trouble: 'away' });
    expect(existsSync(root)).toBe(false);
  });

  it('is not filled anew when the board was in it: it may be the empty place of a drive', async () => {
    a.work(2);
    await write(a);
    await takeIn(a);
    renameSync(path.join(root, BOARD), path.join(root, 'taken out'));
    a.work(1);
    expect(await a.exchange.write(forEver, 'when-due')).toEqual({ kind: 'trouble', trouble: 'emptied' });
    const later = createLaptop(root, A, { now: () => now, wasThere: true });
    expect(await later.exchange.takeIn(forEver)).toEqual({ kind: 'trouble', trouble: 'emptied' });
    renameSync(path.join(root, 'taken out'), path.join(root, BOARD));
    expect(await write(a)).toEqual(['000003-000003.sync']);
  });
});
