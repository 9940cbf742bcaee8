import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Command, UsageError, type Values } from '../../scripts/commands/command.ts';
import { search } from '../../scripts/commands/search.ts';
import { openSharedBoard, SAMPLE } from '../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard('sample');
  board.session.close();
  vi.stubEnv('TRACKER_PASSPHRASE', SAMPLE);
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  board.close();
});

const run = (command: Command, words: readonly string[], values: Values = {}) =>
  command.run({
    positionals: [board.folder, ...words],
    values,
    signal: new AbortController().signal,
    say: () => undefined,
  });

describe('search', () => {
  it('answers people with the words it found between asterisks, by kind', async () => {
    const { words } = await run(search, ['baby', 't']);
    expect(words).toMatch(/^Reviews: 1\n {2}LCSPR 2025\/02 · \*Baby\* \*T\* \(LCSPR, Complete\)/);
  });

  it('answers machines with groups, as many of each kind as were asked for', async () => {
    const { json } = await run(search, ['action'], { limit: '1' });
    const { typed, groups } = json as { typed: string; groups: { kind: string; found: unknown[] }[] };
    expect(typed).toBe('action');
    expect(groups.length).toBeGreaterThan(1);
    expect(groups.every(({ found }) => found.length === 1)).toBe(true);
  });

  it('says calmly that nothing matches', async () => {
    expect((await run(search, ['xylophone'])).words).toBe('Nothing matches.');
  });

  it.each(['0', '1.5', 'many', '201'])('refuses a limit of %s', async (limit) => {
    await expect(run(search, ['baby'], { limit })).rejects.toThrow(UsageError);
  });
});
