import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, UsageError, type Values } from '../../scripts/commands/command.ts';
import { handOverCommand } from '../../scripts/commands/hand-over.ts';
import { history } from '../../scripts/commands/history.ts';
import { boardFolder, PASSPHRASE, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';

const REFERENCE = 'LCSPR 2025/02';
const FILE_PASSPHRASE = 'heather bridge paper lantern';

const before = { board: process.env.TRACKER_PASSPHRASE, file: process.env.TRACKER_FILE_PASSPHRASE };
beforeEach(() => {
  process.env.TRACKER_FILE_PASSPHRASE = FILE_PASSPHRASE;
});
afterEach(() => {
  for (const [name, value] of [
    ['TRACKER_PASSPHRASE', before.board],
    ['TRACKER_FILE_PASSPHRASE', before.file],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const run = async (command: Command, passphrase: string, positionals: readonly string[], values: Values) => {
  process.env.TRACKER_PASSPHRASE = passphrase;
  const said: string[] = [];
  const { signal } = new AbortController();
  const result = await command.run({ positionals, values, signal, say: (words) => said.push(words) });
  return { ...result, json: result.json as Record<string, unknown>, said };
};

describe('hand-over and history', () => {
  it('takes a review from one board to another as one file, with the history of both', async () => {
    const [from, to] = [await boardFolder('sample'), await boardFolder('board')];
    const file = path.join(temporaryFolder(), 'one.handover');
    const out = await run(handOverCommand, SAMPLE, [from], { review: REFERENCE, out: file, to: 'The successor' });
    expect(out.json).toMatchObject({ file, reference: REFERENCE, to: 'The successor', handedOver: true });
    expect(readFileSync(file).subarray(0, 13).toString()).toBe('CRT-HAND-OVER');

    const received = await run(handOverCommand, PASSPHRASE, [to], { receive: file });
    expect(received.json).toMatchObject({ reference: REFERENCE, counts: { actions: expect.any(Number) } });
    expect(received.said.join('\n')).toContain('not known here');
    const told = await run(history, PASSPHRASE, [to], { review: REFERENCE });
    expect(told.words).toContain('Received a review that was handed over');
    expect(told.words).toContain('Recorded a review');
    const ofField = await run(history, SAMPLE, [from], { review: REFERENCE, field: 'stageId' });
    expect(ofField.words).toMatch(/Stage: .* → Handed over/);
    expect(await refusalOf(run(handOverCommand, PASSPHRASE, [to], { receive: file }))).toMatchObject({
      code: 'not-allowed',
    });
  }, 30_000);

  it('says what is missing, and refuses what is no hand-over file', async () => {
    const folder = await boardFolder('sample');
    const wrongly = (values: Values) => run(handOverCommand, SAMPLE, [folder], values);
    for (const values of [
      {},
      { review: REFERENCE },
      { receive: '/none' },
      { review: REFERENCE, out: 'x', receive: 'y' },
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(wrongly(values)).rejects.toBeInstanceOf(UsageError);
    }
    await expect(wrongly({ review: REFERENCE, out: 'x' })).rejects.toThrow('Say to whom');
    await expect(run(history, SAMPLE, [folder], {})).rejects.toBeInstanceOf(UsageError);
    expect((await refusalOf(run(history, SAMPLE, [folder], { review: 'None 1' }))).code).toBe('not-found');
    const file = path.join(temporaryFolder(), 'other.bin');
    writeFileSync(file, 'not one');
    expect((await refusalOf(wrongly({ receive: file }))).code).toBe('import-refused');
  }, 30_000);
});
