import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Command, Values } from '../../scripts/commands/command.ts';
import { UsageError } from '../../scripts/commands/command.ts';
import { readReturnCommand } from '../../scripts/commands/read-return.ts';
import { requestSheet } from '../../scripts/commands/request-sheet.ts';
import { boardFolder, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';
import { returned } from '../support/returned-sheets.ts';

let board: string;
let out: string;

beforeEach(async () => {
  vi.stubEnv('TRACKER_PASSPHRASE', SAMPLE);
  board = await boardFolder('sample');
  out = temporaryFolder();
  return () => vi.unstubAllEnvs();
});

const run = async (command: Command, positionals: readonly string[], values: Values = {}) => {
  const result = await command.run({ positionals, values, signal: new AbortController().signal, say: () => undefined });
  return { ...result, json: result.json as Record<string, never> };
};

it('writes the sheet of one agency, named in short, and reads it back row by row', async () => {
  const written = await run(requestSheet, [board], { agency: 'police', out, due: '2099-01-31' });
  const [sheet] = written.json['sheets'] as unknown as { file: string; agency: string }[];
  const file = sheet?.file ?? '';
  expect(written.words).toMatch(/Update request - Exampleshire Police - .*\.xlsx \(\d+ actions\)$/);
  expect(existsSync(file)).toBe(true);
  const answered = path.join(out, 'answered.xlsx');
  const bytes = await returned(new Uint8Array(readFileSync(file)), (filled) => {
    filled.set(0, 'update', 'Done in all districts.');
    filled.set(1, 'update', 'Later.');
    filled.set(1, 'newTarget', '30 June 2099');
    filled.set(1, 'newTargetReason', 'New system');
    filled.set(2, 'newTarget', '31 February 2099');
  });
  writeFileSync(answered, bytes);
  const read = await run(readReturnCommand, [board, answered]);
  expect(read.json).toMatchObject({ agency: 'Exampleshire Police', accepted: null });
  expect(read.words).toContain('2 to accept, 1 not read, 0 accepted before');
  expect(read.words).toContain('row 6: not read. The new target is not read. February 2099 has 28 days');
  expect(read.words).toContain('New target asked for: 30 June 2099');
  const accepted = await run(readReturnCommand, [board, answered], { 'accept-all': true });
  expect(accepted.json['accepted']).toMatchObject({ changed: 2, refused: [] });
  expect(accepted.words).toContain('Accepted 2 updates.');
  const again = await run(readReturnCommand, [board, answered], { 'accept-all': true });
  expect(again.words).toContain('0 to accept, 1 not read, 2 accepted before');
  expect(again.json['accepted']).toEqual({ operationId: null, changed: 0, refused: [] });
});

it('moves targets when the reason is given', async () => {
  const written = await run(requestSheet, [board], { agency: 'Exampleshire Police', out });
  const [sheet] = written.json['sheets'] as unknown as { file: string }[];
  const bytes = await returned(new Uint8Array(readFileSync(sheet?.file ?? '')), (filled) => {
    filled.set(0, 'newTarget', '30 June 2099');
  });
  const answered = path.join(out, 'answered.xlsx');
  writeFileSync(answered, bytes);
  const moving = { 'accept-all': true, 'move-targets': 'Agreed by the executive' };
  expect((await run(readReturnCommand, [board, answered], moving)).json['accepted']).toMatchObject({ changed: 1 });
  const after = await run(readReturnCommand, [board, answered]);
  expect(after.words).toContain('0 to accept, 0 not read, 1 accepted before');
});

it('writes a sheet for every agency at once', async () => {
  const { json } = await run(requestSheet, [board], { all: true, out, format: 'docx' });
  const sheets = json['sheets'] as unknown as { file: string }[];
  expect(sheets.length).toBeGreaterThan(3);
  expect(sheets.every(({ file }) => file.endsWith('.docx') && existsSync(file))).toBe(true);
});

it('says how it is called', async () => {
  const wrong: readonly (readonly [Command, readonly string[], Values, RegExp])[] = [
    [requestSheet, [board], { agency: 'police' }, /--out DIR/],
    [requestSheet, [board], { out }, /which agency/],
    [requestSheet, [board], { out, agency: 'police', all: true }, /which agency/],
    [requestSheet, [board], { out, agency: 'police', due: 'soon' }, /--due is a day/],
    [requestSheet, [board], { out, agency: 'police', format: 'pdf' }, /xlsx or docx/],
    [requestSheet, [board], { out, agency: 'fire' }, /no agency called “fire”[^]*Exampleshire Police/],
    [readReturnCommand, [board, path.join(out, 'none.xlsx')], {}, /no file/],
    [readReturnCommand, [board, out], { received: 'x' }, /--received is a day/],
  ];
  for (const [command, positionals, values, words] of wrong) {
    const called = run(command, positionals, values);
    // oxlint-disable-next-line no-await-in-loop -- one board at a time
    await expect(called).rejects.toThrow(UsageError);
    // oxlint-disable-next-line no-await-in-loop -- one board at a time
    await expect(called).rejects.toThrow(words);
  }
});

it('refuses a file that is no sheet with its reason', async () => {
  const letter = path.join(out, 'letter.xlsx');
  writeFileSync(letter, 'Dear colleague');
  expect(await refusalOf(run(readReturnCommand, [board, letter]))).toMatchObject({
    code: 'import-refused',
    details: { problem: expect.stringContaining('neither') },
  });
  writeFileSync(letter, new Uint8Array(5 * 1024 * 1024 + 1));
  expect((await refusalOf(run(readReturnCommand, [board, letter]))).details.problem).toBe('it is larger than 5 MB');
});
