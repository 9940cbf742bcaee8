import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../db/store/failure.ts';
import {
  type ContinuousSync,
  type ContinuousSyncOptions,
  createContinuousSync,
  type SyncState,
  systemTimer,
} from '../../../db/sync/continuous.ts';
import type { TookIn, Wrote } from '../../../db/sync/folder-exchange.ts';
import { type WatchFolder, watchFolder } from '../../../db/sync/folder-watch.ts';
import { A, B, BOARD, C, createLaptop, type Laptop } from './laptops.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const START = new Date(2026, 10, 22, 10, 42).getTime();

/** Time that goes only when the test says so. */
const createFakeClock = () => {
  const timers = new Map<number, { readonly at: number; readonly act: () => void }>();
  let now = START;
  let made = 0;
  return {
    now: () => now,
    set: (to: number) => {
      now = to;
    },
    setTimer: (ms: number, act: () => void) => {
      const id = ++made;
      timers.set(id, { at: now + ms, act });
      return () => void timers.delete(id);
    },
    /** Timers that are due on the way fire at their time; `settle` waits for what they began. */
    advance: async (ms: number, settle: () => Promise<void>) => {
      const to = now + ms;
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= to).sort(([, a], [, b]) => a.at - b.at);
        if (due === undefined) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].act();
        // oxlint-disable-next-line no-await-in-loop -- one timer after another
        await settle();
      }
      now = to;
    },
    waiting: () => timers.size,
  };
};

const nothingLeft = { waiting: [], refused: [], gaps: [], ownAhead: null, unreadable: [], setAside: [] };
const tookNothing: TookIn & { readonly kind: 'done' } = { kind: 'done', took: 0, devices: [A, B], left: nothingLeft };

describe('continuous sync', () => {
  let clock: ReturnType<typeof createFakeClock>;
  let sync: ContinuousSync;
  let states: SyncState[];
  let looks: number[];
  let writes: number[];
  let faults: unknown[];
  let takeIn: (signal: AbortSignal) => Promise<TookIn>;
  let write: () => Promise<Wrote>;
  let hints: Map<string, () => void>;
  let losses: Map<string, () => void>;
  let underWay: number;

  const seconds = (instants: readonly number[]): readonly number[] => instants.map((at) => (at - START) / SECOND);

  beforeEach(() => {
    clock = createFakeClock();
    [states, looks, writes, faults] = [[], [], [], []];
    hints = new Map();
    losses = new Map();
    underWay = 0;
    takeIn = async () => tookNothing;
    write = async () => ({ kind: 'done', wrote: [] });
  });
  afterEach(() => sync.stop());

  const start = async (more: Partial<ContinuousSyncOptions> = {}): Promise<void> => {
    const watch: WatchFolder = (folder, onHint, onLost) => {
      hints.set(folder, onHint);
      losses.set(folder, onLost);
      return () => void hints.delete(folder);
    };
    sync = createContinuousSync({
      root: '/share',
      board: BOARD,
      thisDevice: () => A,
      takeIn: async (signal) => {
        looks.push(clock.now());
        underWay += 1;
        expect(underWay).toBe(1);
        try {
          return await takeIn(signal);
        } finally {
          underWay -= 1;
        }
      },
      write: async () => {
        writes.push(clock.now());
        return write();
      },
      now: clock.now,
      setTimer: clock.setTimer,
      watch,
      onState: (state) => states.push(state),
      onTakenIn: () => undefined,
      onFault: (error) => faults.push(error),
      ...more,
    });
    await pass(0);
  };

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await breathe();
  };
  const pass = (ms: number): Promise<void> => clock.advance(ms, settle);

  it('looks at once and then every thirty seconds', async () => {
    await start();
    expect(states).toEqual([{ kind: 'looking' }, { kind: 'up-to-date', at: START }]);
    await pass(90 * SECOND);
    expect(seconds(looks)).toEqual([0, 30, 60, 90]);
  });

  it('says after a minute that a look takes long, and begins no other one', async () => {
    const { promise, resolve } = Promise.withResolvers<TookIn>();
    takeIn = () => promise;
    await start();
    await pass(5 * MINUTE);
    expect(states).toEqual([{ kind: 'looking' }, { kind: 'looking', since: START }]);
    expect(looks).toHaveLength(1);
    resolve(tookNothing);
    await settle();
    expect(states.at(-1)).toMatchObject({ kind: 'up-to-date' });
  });

  it('writes own changes five seconds after the last of them', async () => {
    await start();
    await pass(10 * SECOND);
    sync.noteChange();
    await pass(3 * SECOND);
    sync.noteChange();
    writes.length = 0;
    await pass(4.9 * SECOND);
    expect(writes).toEqual([]);
    await pass(SECOND);
    expect(seconds(writes)).toEqual([18]);
  });

  it('writes at most every minute, and during long work a minute after the first change', async () => {
    let own = 0;
    write = async () => ({ kind: 'done', wrote: own-- > 0 ? ['file'] : [] });
    await start();
    writes.length = 0;
    for (let second = 0; second < 130; second += 2) {
      own = 1;
      sync.noteChange();
      await pass(2 * SECOND);
    }
    await pass(MINUTE);
    const [first = 0, second = 0, third = 0] = seconds(writes);
    expect([first, second >= first + 60, third >= second + 60]).toEqual([60, true, true]);
  });

  it('writes what others lack although nothing was changed here', async () => {
    await start();
    await pass(30 * SECOND);
    expect(seconds(writes)).toEqual([0, 30]);
  });

  it('does not write while a change is fresh, although it looks', async () => {
    await start();
    writes.length = 0;
    await pass(28 * SECOND);
    sync.noteChange();
    await pass(4 * SECOND);
    expect([looks.length, writes.length]).toEqual([2, 0]);
    await pass(SECOND);
    expect(seconds(writes)).toEqual([33]);
  });

  it('looks a second after a hint, and not more than every five seconds for a stream of them', async () => {
    await start();
    await pass(20 * SECOND);
    const hint = hints.get(path.join('/share', BOARD, B));
    hint?.();
    await pass(SECOND);
    expect(seconds(looks)).toEqual([0, 21]);
    for (let at = 0; at < 40; at += 1) {
      hint?.();
      await pass(SECOND / 4);
    }
    expect(seconds(looks)).toEqual([0, 21, 26, 31]);
  });

  it("watches the board's folder and the other laptops', and none of them in trouble", async () => {
    await start();
    const board = path.join('/share', BOARD);
    expect([...hints.keys()]).toEqual([board, path.join(board, B)]);
    takeIn = async () => ({ ...tookNothing, devices: [A, C] });
    await pass(30 * SECOND);
    expect([...hints.keys()]).toEqual([board, path.join(board, C)]);
    takeIn = async () => ({ kind: 'trouble', trouble: 'away' });
    await pass(30 * SECOND);
    expect([...hints.keys()]).toEqual([]);
  });

  it('watches a folder again after its watch was lost, and needs no watch at all', async () => {
    await start();
    const folder = path.join('/share', BOARD, B);
    hints.delete(folder);
    losses.get(folder)?.();
    await pass(6 * SECOND);
    expect(hints.has(folder)).toBe(true);
    await sync.stop();
    looks.length = 0;
    await start({ watch: () => null });
    await pass(30 * SECOND);
    expect(looks).toHaveLength(2);
  });

  it('never takes two steps at once, and keeps a hint that comes during one', async () => {
    let finish = (): void => undefined;
    await start();
    takeIn = () =>
      new Promise((resolve) => {
        finish = () => resolve(tookNothing);
      });
    await pass(30 * SECOND);
    for (const hint of hints.values()) hint();
    sync.noteChange();
    await pass(2 * MINUTE);
    expect(looks).toHaveLength(2);
    takeIn = async () => tookNothing;
    finish();
    await settle();
    await pass(5 * SECOND);
    expect(looks).toHaveLength(3);
  });

  it('says since when the folder is away, tries again with growing pauses, and goes on by itself', async () => {
    await start();
    takeIn = async () => ({ kind: 'trouble', trouble: 'away' });
    await pass(30 * SECOND);
    expect(sync.state()).toEqual({
      kind: 'away',
      since: START + 30 * SECOND,
      trouble: 'away',
      words: 'The shared folder cannot be reached since 10:42. Everything is kept here; it goes on by itself.',
      nextTryAt: START + MINUTE,
    });
    states.length = 0;
    await pass(8 * MINUTE);
    expect(seconds(looks)).toEqual([0, 30, 60, 120, 240, 360, 480]);
    expect(states.every((state) => state.kind === 'away' && state.since === START + 30 * SECOND)).toBe(true);
    sync.noteChange();
    takeIn = async () => tookNothing;
    await pass(2 * MINUTE);
    expect(sync.state()).toMatchObject({ kind: 'up-to-date' });
    expect(seconds(writes)).toEqual([0, 600, 630]);
  });

  it('says what went wrong in words, keeps a bug from ending it, and tells whoever looks after bugs', async () => {
    await start();
    takeIn = () => Promise.reject(new Failure('disk-full'));
    await pass(30 * SECOND);
    expect(sync.state()).toMatchObject({
      kind: 'error',
      words: { happened: 'The disk is full, so the last change was not saved.' },
      nextTryAt: START + MINUTE,
    });
    expect(faults).toEqual([]);
    const bug = new TypeError('not a function, in /home/somebody');
    takeIn = () => Promise.reject(bug);
    await pass(30 * SECOND);
    expect(sync.state()).toMatchObject({
      kind: 'error',
      since: START + 30 * SECOND,
      words: { happened: 'The exchange with the shared folder was broken off.' },
    });
    expect(faults).toEqual([bug]);
    looks.length = 0;
    await pass(60 * MINUTE);
    expect(looks.length).toBeLessThan(12);
    takeIn = async () => tookNothing;
    await pass(10 * MINUTE);
    expect(sync.state().kind).toBe('up-to-date');
  });

  it('tries at once when a person asks, also while it waits after trouble', async () => {
    takeIn = async () => ({ kind: 'trouble', trouble: 'away' });
    await start();
    await pass(5 * MINUTE);
    takeIn = async () => tookNothing;
    writes.length = 0;
    sync.noteChange();
    await sync.lookNow();
    expect([sync.state().kind, writes.length]).toEqual(['up-to-date', 1]);
  });

  it('stops for a question until it is answered', async () => {
    await start();
    const why = 'It would remove 41 of 120 actions. Look at them first';
    takeIn = async () => ({ kind: 'asks', name: `${B}/000001-000002.sync`, why });
    await pass(30 * SECOND);
    expect(sync.state()).toEqual({ kind: 'asks', name: `${B}/000001-000002.sync`, why });
    looks.length = 0;
    sync.noteChange();
    await pass(10 * MINUTE);
    await sync.lookNow();
    expect([looks.length, hints.size, clock.waiting()]).toEqual([0, 0, 0]);
    takeIn = async () => tookNothing;
    sync.resume();
    await settle();
    expect(sync.state().kind).toBe('up-to-date');
  });

  it('does nothing while it is paused, and looks as soon as it goes on', async () => {
    await start();
    await sync.pause();
    sync.noteChange();
    [looks.length, writes.length] = [0, 0];
    await pass(10 * MINUTE);
    expect([sync.state().kind, looks.length, writes.length, hints.size]).toEqual(['paused', 0, 0, 0]);
    sync.resume();
    await settle();
    expect([sync.state().kind, looks.length, writes.length]).toEqual(['up-to-date', 1, 1]);
  });

  it.each(['pause', 'stop'] as const)(
    'waits at %s for the step under way, which is asked to end and writes no more',
    async (how) => {
      await start();
      writes.length = 0;
      let finish = (): void => undefined;
      let wasAsked = false;
      takeIn = (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            wasAsked = true;
          });
          finish = () => resolve(tookNothing);
        });
      await pass(30 * SECOND);
      let hasEnded = false;
      const ended = sync[how]().then(() => {
        hasEnded = true;
      });
      await settle();
      expect([wasAsked, hasEnded]).toEqual([true, false]);
      finish();
      await ended;
      expect([writes.length, clock.waiting(), sync.state().kind]).toEqual([
        0,
        0,
        how === 'pause' ? 'paused' : 'stopped',
      ]);
    },
  );

  it('goes on after a pause that ended while its step was still ending', async () => {
    await start();
    let finish = (): void => undefined;
    takeIn = () =>
      new Promise((resolve) => {
        finish = () => resolve(tookNothing);
      });
    await pass(30 * SECOND);
    const paused = sync.pause();
    sync.resume();
    takeIn = async () => tookNothing;
    finish();
    await paused;
    await pass(0);
    expect([looks.length, sync.state().kind]).toEqual([3, 'up-to-date']);
  });

  it('stays stopped', async () => {
    await start();
    await sync.stop();
    looks.length = 0;
    sync.resume();
    sync.noteChange();
    await sync.lookNow();
    await sync.pause();
    await pass(10 * MINUTE);
    expect([looks.length, sync.state().kind]).toEqual([0, 'stopped']);
  });

  it('goes on when the clock of this laptop is put back', async () => {
    write = async () => ({ kind: 'done', wrote: ['file'] });
    await start();
    sync.noteChange();
    clock.set(START - 365 * 24 * 60 * MINUTE);
    [looks.length, writes.length] = [0, 0];
    sync.noteChange();
    await pass(6 * SECOND);
    expect(writes).toHaveLength(1);
  });
});

describe('continuous sync of a real folder', () => {
  let root: string;
  const steps = { underWay: 0 };
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'crt-continuous-'));
    steps.underWay = 0;
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const keepInSync = (
    laptop: Laptop,
    more: Pick<ContinuousSyncOptions, 'now' | 'setTimer' | 'watch'>,
  ): ContinuousSync =>
    createContinuousSync({
      root,
      board: BOARD,
      thisDevice: () => laptop.device,
      takeIn: (signal) => counted(laptop.exchange.takeIn(signal)),
      write: (signal) => counted(laptop.exchange.write(signal, 'when-due')),
      onState: () => undefined,
      onTakenIn: () => undefined,
      onFault: (error) => {
        throw error;
      },
      ...more,
    });

  const counted = async <T>(work: Promise<T>): Promise<T> => {
    steps.underWay += 1;
    try {
      return await work;
    } finally {
      steps.underWay -= 1;
    }
  };

  /** Between taking in and writing there is no turn. */
  const settle = async (): Promise<void> => {
    do await breathe();
    while (steps.underWay > 0);
  };

  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 1000 && !isSo(); turn += 1) await wait(5);
    expect(isSo()).toBe(true);
  };

  it('brings two laptops to hold the same, also when the folder is away for a while', async () => {
    const clock = createFakeClock();
    const laptops = [A, B].map((device) => createLaptop(root, device, { now: clock.now })) as [Laptop, Laptop];
    for (const laptop of laptops) laptop.members = [A, B];
    const syncs = laptops.map((laptop) => keepInSync(laptop, { ...clock, watch: () => null }));
    const work = (which: 0 | 1, operations: number): void => {
      laptops[which].work(operations);
      syncs[which]?.noteChange();
    };
    const held = () => laptops.map((laptop) => [laptop.held.get(A) ?? 0, laptop.held.get(B) ?? 0]);
    work(0, 3);
    work(1, 2);
    await clock.advance(2 * MINUTE, settle);
    expect(held()).toEqual([
      [3, 2],
      [3, 2],
    ]);
    const away = `${root}-away`;
    renameSync(root, away);
    work(0, 1);
    await clock.advance(2 * MINUTE, settle);
    expect(syncs.map((sync) => sync.state().kind)).toEqual(['away', 'away']);
    expect(existsSync(root)).toBe(false);
    renameSync(away, root);
    await clock.advance(6 * MINUTE, settle);
    expect(held()).toEqual([
      [4, 2],
      [4, 2],
    ]);
    expect(readdirSync(path.join(root, BOARD, A)).sort()).toEqual(['000001-000003.sync', '000004-000004.sync']);
    await Promise.all(syncs.map((sync) => sync.stop()));
  });

  it('hears from the system that another laptop wrote', async () => {
    const [a, c] = [A, C].map((device) => createLaptop(root, device, { now: Date.now })) as [Laptop, Laptop];
    for (const laptop of [a, c]) laptop.members = [A, C];
    a.work(1);
    await a.exchange.write(new AbortController().signal, 'when-due');
    const hints: string[] = [];
    const sync = keepInSync(c, {
      now: Date.now,
      setTimer: systemTimer,
      watch: (folder, onHint, onLost) =>
        watchFolder(
          folder,
          () => {
            hints.push(path.basename(folder));
            onHint();
          },
          onLost,
        ),
    });
    await until(() => sync.state().kind === 'up-to-date');
    expect(c.held.get(A)).toBe(1);
    a.work(1);
    await a.exchange.write(new AbortController().signal, 'when-due');
    await until(() => hints.includes(A));
    await sync.lookNow();
    expect(c.held.get(A)).toBe(2);
    await sync.stop();
  });

  it('gets no watch on a folder that is not there', () => {
    expect(
      watchFolder(
        path.join(root, 'elsewhere'),
        () => undefined,
        () => undefined,
      ),
    ).toBeNull();
  });
});
