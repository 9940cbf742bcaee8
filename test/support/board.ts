/** A real board in a temporary folder, with a clock and a chance that tests hold in their hands. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { makeSampleBoard } from '../../db/sample/make-sample.ts';
import { router } from '../../db/service/index.ts';
import { BoardSession } from '../../db/service/session.ts';
import { Failure } from '../../db/store/failure.ts';
import type { Store, Surroundings } from '../../db/store/store.ts';
import type { ScryptCost } from '../../db/store/vault.ts';
import { nextSeed, seededRandom } from './seeded-random.ts';

export { nextSeed, seededRandom };

/** A small part of the real cost: the arithmetic is the same. */
export const SMALL_COST: ScryptCost = { N: 2 ** 12, r: 8, p: 1 };
export const PASSPHRASE = 'lantern orchard copper window';
export const MORNING = Date.parse('2026-11-23T09:00:00Z');
export const TODAY = '2026-11-23';
export const DAY = 24 * 60 * 60 * 1000;

export const NEW_BOARD = {
  name: 'Exampleshire Safeguarding Children Partnership',
  nation: 'england',
  passphrase: PASSPHRASE,
  post: 'Board manager',
  deviceName: 'Office laptop',
} as const;

export type TestClock = { now: () => number; set(instant: number): void; advance(by: number): void };

export const createClock = (start: number = MORNING): TestClock => {
  let instant = start;
  return {
    now: () => instant,
    set: (to) => {
      instant = to;
    },
    advance: (by) => {
      instant += by;
    },
  };
};

/** A folder that is gone after the test, or that the caller takes away. */
export const temporaryFolder = (): string => {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const makeFolder = (): string => mkdtempSync(path.join(tmpdir(), 'tracker-board-'));

export type Client = RouterClient<typeof router>;

export type TestBoard = {
  readonly folder: string;
  readonly clock: TestClock;
  readonly session: BoardSession;
  readonly store: Store;
  readonly client: Client;
};

export const clientOf = (session: BoardSession): Client => createRouterClient(router, { context: { session } });

export const surroundingsAt = (clock: TestClock): Surroundings => ({
  now: clock.now,
  random: seededRandom(nextSeed()),
});

const boardAt = (folder: string, clock: TestClock, session: BoardSession): TestBoard => ({
  folder,
  clock,
  session,
  get store() {
    return session.store;
  },
  client: clientOf(session),
});

/** Where the templates of this run of the tests are: every process of one run shares them. */
export const templatesFolder = path.join(tmpdir(), `tracker-templates-${process.ppid}`);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Takes away the templates of runs that have ended. */
const forgetEndedRuns = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^tracker-templates-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    }
  }
};

const surroundingsOf = (seed: number): Surroundings => ({ now: createClock().now, random: seededRandom(seed) });

/** Makes each kind of board once for all tests; a test gets a copy of its own. */
const templates = {
  board: async (folder: string): Promise<void> => {
    const session = new BoardSession(folder, surroundingsOf(6), { cost: SMALL_COST });
    await session.create(NEW_BOARD);
    session.store.backup('daily');
    session.close();
  },
  sample: async (folder: string): Promise<void> => {
    const options = { today: TODAY, scale: 'small', random: seededRandom(7), cost: SMALL_COST } as const;
    for await (const _ of makeSampleBoard(folder, options));
    const session = new BoardSession(folder, surroundingsOf(8));
    await session.unlock(SAMPLE);
    session.close();
  },
} as const;

export const SAMPLE = 'exampleshire sample board';

const copyOf = async (kind: keyof typeof templates): Promise<string> => {
  const template = path.join(templatesFolder, kind);
  if (!existsSync(template)) {
    forgetEndedRuns();
    mkdirSync(templatesFolder, { recursive: true });
    const making = mkdtempSync(path.join(templatesFolder, 'making-'));
    await templates[kind](making);
    try {
      renameSync(making, template);
    } catch {
      // Another test file was first: theirs is the same.
      rmSync(making, { recursive: true, force: true });
    }
  }
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
};

/** The folder of a locked board that is nobody else's. */
export const boardFolder = async (kind: keyof typeof templates = 'board'): Promise<string> => {
  const folder = await copyOf(kind);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** An open board for the whole of a file; `close` takes it away. */
export const openSharedBoard = async (
  kind: keyof typeof templates = 'board',
): Promise<TestBoard & { close(): void }> => {
  const folder = await copyOf(kind);
  const clock = createClock();
  const session = new BoardSession(folder, surroundingsAt(clock), { cost: SMALL_COST });
  await session.unlock(kind === 'board' ? PASSPHRASE : SAMPLE);
  const close = (): void => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.defineProperties({ close }, Object.getOwnPropertyDescriptors(boardAt(folder, clock, session))) as never;
};

/** An open board for one test. */
export const openBoard = async (kind: keyof typeof templates = 'board'): Promise<TestBoard> => {
  const board = await openSharedBoard(kind);
  onTestFinished(() => board.close());
  return board;
};

/** Locks the board and opens its folder again, as a new data process would. */
export const reopen = async (board: TestBoard, passphrase: string = PASSPHRASE): Promise<TestBoard> => {
  board.session.close();
  const session = new BoardSession(board.folder, surroundingsAt(board.clock), { cost: SMALL_COST });
  onTestFinished(() => session.close());
  await session.unlock(passphrase);
  return boardAt(board.folder, board.clock, session);
};

export type Refusal = { readonly code: string; readonly details: Readonly<Record<string, string | number>> };

/** What the work was refused with; fails when it was not refused, or by something that is no failure of ours. */
export const refusalOf = async (work: Promise<unknown> | (() => unknown)): Promise<Refusal> => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, details: error.details };
    if (error instanceof ORPCError && error.code === 'FAILURE') return error.data as Refusal;
    throw error;
  }
  throw new Error('it was not refused');
};
