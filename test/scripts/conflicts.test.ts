import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConflictDetail } from '../../db/contract/conflicts.ts';
import { BoardSession } from '../../db/service/session.ts';
import { headsOf } from '../../db/store/causality.ts';
import { readOperations } from '../../db/store/merge/operations.ts';
import { openStore, type Store } from '../../db/store/store.ts';
import { type Values, UsageError } from '../../scripts/commands/command.ts';
import { conflicts } from '../../scripts/commands/conflicts.ts';
import {
  createClock,
  makeFolder,
  MORNING,
  openSharedBoard,
  PASSPHRASE,
  refusalOf,
  seededRandom,
  surroundingsAt,
} from '../support/board.ts';

const OTHER_LAPTOP = '00000000-0000-7000-8000-0000000000bb';

let begun: string;
let folder: string;
let close: () => void;

/** A board with what a second laptop wrote apart from it: two versions of a text, and two agencies of one name. */
beforeAll(async () => {
  const board = await openSharedBoard();
  close = () => board.close();
  const { store, client } = board;
  const [type] = (await client.board.get()).reviewTypes;
  const reviewId = (await client.reviews.add({ reference: 'R1', reviewTypeId: type?.id ?? '' })).id;
  const action = (await client.actions.add({ number: '1', text: 'Brief teams', reviewId })).id;
  store.db
    .prepare('insert into devices (id, name, post, addedAt) values (?, ?, ?, 0)')
    .run(OTHER_LAPTOP, 'Home laptop', 'Development officer');
  store.db.pragma('wal_checkpoint(truncate)');
  begun = makeFolder();
  cpSync(board.folder, begun, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  const other = otherLaptop(begun, store.key);
  for (const [laptop, text] of [
    [store, 'Brief every team'],
    [other, 'Brief each team twice'],
  ] as const) {
    laptop.operation({ kind: 'edit-action', reason: 'As minuted' }, (write) =>
      write.update('actions', action, { text }),
    );
    laptop.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Probation' }));
  }
  takeFrom(other, store);
  other.close();
  board.session.close();
  rmSync(begun, { recursive: true, force: true });
  cpSync(board.folder, begun, { recursive: true });
  vi.stubEnv('TRACKER_PASSPHRASE', PASSPHRASE);
}, 60_000);
beforeEach(() => {
  folder = path.join(makeFolder(), 'board');
  cpSync(begun, folder, { recursive: true });
  return () => rmSync(path.dirname(folder), { recursive: true, force: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(begun, { recursive: true, force: true });
  close();
});

const otherLaptop = (at: string, key: Uint8Array): Store => {
  const surroundings = { now: createClock(MORNING + 60_000).now, random: seededRandom(99) };
  const first = openStore(at, key, surroundings);
  first.db.prepare('update thisDevice set id = ?').run(OTHER_LAPTOP);
  first.close();
  return openStore(at, key, surroundings);
};

const takeFrom = (from: Store, to: Store): void => {
  const last = headsOf(from.db).get(OTHER_LAPTOP) ?? 0;
  to.takeIn([...readOperations(from.db, { deviceId: OTHER_LAPTOP, first: 1, last })]);
};

const run = (words: readonly string[] = [], values: Values = {}) =>
  conflicts.run({
    positionals: [folder, ...words],
    values,
    signal: new AbortController().signal,
    say: () => undefined,
  });

/** The beginning of the id of what waits about that. */
const idOf = async (words: RegExp): Promise<string> => {
  const line = (await run()).words.split('\n').find((candidate) => words.test(candidate));
  if (line === undefined) throw new Error(`nothing waits about ${words}`);
  return line.slice(0, 8);
};

const textNow = async (): Promise<string> => {
  const session = new BoardSession(folder, surroundingsAt(createClock()));
  await session.unlock(PASSPHRASE);
  try {
    return session.store.prepare<[], { text: string }>('select text from actions').get()?.text ?? '';
  } finally {
    session.close();
  }
};

describe('conflicts', () => {
  it('lists what waits, with the record and what it is about', async () => {
    const { words, json } = await run();
    expect(words).toMatch(/^[0-9a-f]{8} {2}Action 1 \(R1\): “Text” has two versions$/m);
    expect(words).toMatch(/^[0-9a-f]{8} {2}Agency: Probation: Two agencies have the same name$/m);
    expect(json).toMatchObject({ total: 2, deferred: 0 });
  });

  it('shows the sides by number, and each choice with its option', async () => {
    const { words } = await run([await idOf(/Text/)]);
    expect(words).toMatch(
      / {2}1 {2}Office laptop \(Board manager\), .*: Edited an action: As minuted\n.*says “Brief every team”/,
    );
    expect(words).toMatch(/ {2}2 {2}Home laptop \(.*\n.*says “Brief each team twice” {3}\(shown now\)/);
    expect(words).toContain('  0  What stood before: Text Brief teams');
    expect(words).toMatch(/--keep 1 +Take the version of Office laptop\n.*--keep 2 .*\n.*--keep 0 +Go back/);
    expect(words).toContain('--combine TEXT');
  });

  it.each([
    [{ keep: '1' }, 'Brief every team'],
    [{ keep: '0' }, 'Brief teams'],
    [{ combine: 'Brief every team twice' }, 'Brief every team twice'],
    [{ leave: true }, 'Brief each team twice'],
  ])('decides with %j', async (values, text) => {
    const id = await idOf(/Text/);
    expect((await run([id], { ...values, reason: 'Agreed' })).words).toBe('It is decided.');
    expect((await run()).words).not.toMatch(/Text/);
    expect(await textNow()).toBe(text);
  });

  it.each([
    [{ keep: '1', reason: 'Entered twice' }],
    [{ drop: '2', reason: 'Entered twice' }],
    [{ rename: '2', to: 'Probation (north)' }],
    [{ leave: true }],
  ])('tells two records of one name apart with %j', async (values) => {
    await run([await idOf(/Probation/)], values);
    expect((await run()).json).toMatchObject({ total: 1 });
  });

  it('puts it off with a reason, and says who did', async () => {
    const id = await idOf(/Text/);
    await expect(run([id], { defer: true })).rejects.toThrow(UsageError);
    await run([id], { defer: true, reason: 'Ask the chair' });
    expect((await run()).words).toMatch(/Text” has two versions \(put off by Board manager: Ask the chair\)$/);
    const { json } = await run([id]);
    expect((json as ConflictDetail).deferred).toMatchObject({ laptop: 'Office laptop', reason: 'Ask the chair' });
  });

  it('is refused calmly where nothing was named, or nothing is there', async () => {
    const id = await idOf(/Text/);
    await expect(run([], { leave: true })).rejects.toThrow('its id stands in the list');
    await expect(run([id], { leave: true, keep: '1' })).rejects.toThrow('Choose one of --keep and --leave.');
    await expect(run([id], { keep: '7' })).rejects.toThrow('There is no side 7');
    await expect(run([id], { keep: 'x' })).rejects.toThrow(UsageError);
    expect((await refusalOf(run(['00000000']))).code).toBe('not-found');
    expect((await refusalOf(run([await idOf(/Probation/)], { drop: '1' }))).code).toBe('bad-input');
  });
});
