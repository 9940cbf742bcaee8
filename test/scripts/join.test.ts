import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Values } from '../../scripts/commands/command.ts';
import { UsageError } from '../../scripts/commands/command.ts';
import { check } from '../../scripts/commands/check.ts';
import { devices } from '../../scripts/commands/devices.ts';
import { joinAccept } from '../../scripts/commands/join-accept.ts';
import { joinRequest } from '../../scripts/commands/join-request.ts';
import { boardFolder, PASSPHRASE, refusalOf, temporaryFolder } from '../support/board.ts';
import { waitingFolder } from '../support/joining.ts';

let before: string | undefined;
beforeEach(() => {
  before = process.env.TRACKER_PASSPHRASE;
  process.env.TRACKER_PASSPHRASE = PASSPHRASE;
});
afterEach(() => {
  if (before === undefined) delete process.env.TRACKER_PASSPHRASE;
  else process.env.TRACKER_PASSPHRASE = before;
});

const run = async (command: Command, folder: string, values: Values = {}) => {
  const { signal } = new AbortController();
  const { words, json, ok } = await command.run({ positionals: [folder], values, signal, say: () => undefined });
  return { words, ok, json: json as Record<string, unknown> & Record<string, unknown>[] };
};

describe('join-request, join-accept and devices', () => {
  it('let a laptop in with two files and a code, and remove it again', async () => {
    const [scratch, member] = [temporaryFolder(), await boardFolder()];
    const joiner = path.join(scratch, 'Board of B');
    const request = path.join(scratch, 'b.sync');
    const asked = await run(joinRequest, joiner, { name: 'Laptop B', post: 'Business support officer', out: request });
    expect(asked.words).toContain('Recovery code: ');
    expect(asked.json).toMatchObject({ folder: joiner, file: request });
    expect((await run(check, joiner)).ok).toBe(true);

    const out = path.join(scratch, 'acceptance.sync');
    const accepted = await run(joinAccept, member, { request, out });
    expect(accepted.words).toContain('Laptop B (Business support officer) asks to join.');
    const code = String(accepted.json.code);
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(accepted.words).toContain(`Check code: ${code}`);

    const shown = await run(joinAccept, joiner, { acceptance: out });
    expect(shown.words).toContain(`Check code: ${code}`);
    expect(shown.words).toContain(
      'Exampleshire Safeguarding Children Partnership: accepted by Office laptop (Board manager).',
    );

    const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    expect((await refusalOf(run(joinAccept, member, { request, code: wrong }))).details).toMatchObject({
      triesLeft: 2,
    });
    const letIn = await run(joinAccept, member, { request, code: code.toLowerCase() });
    expect(letIn.words).toContain('sync-export FOLDER --to FILE --all');
    expect(letIn.json).toEqual({ device: asked.json.device, name: 'Laptop B', post: 'Business support officer' });

    const listed = await run(devices, member);
    expect(listed.json.map(({ name }) => name)).toEqual(['Office laptop', 'Laptop B']);
    expect(listed.words).toContain('nothing has come from it yet');
    await run(devices, member, { remove: 'laptop b', reason: 'Lost on a train' });
    expect((await run(devices, member)).words).toMatch(/Laptop B .*removed on .*: Lost on a train/);
  });

  it('write the request of a folder that waits once more, beside what is there', async () => {
    const { folder: joiner, request } = await waitingFolder();
    const again = await run(joinRequest, joiner, { out: request });
    expect(again.json.file).toBe(request.replace('b.sync', 'b (2).sync'));
    expect(readFileSync(String(again.json.file)).equals(readFileSync(request))).toBe(true);
    const anew = await run(joinRequest, joiner, { out: request, anew: true });
    expect(readFileSync(String(anew.json.file)).equals(readFileSync(request))).toBe(false);
  });

  it('say what is missing, and what a file is not', async () => {
    const [member, { scratch, folder: joiner, request }] = [await boardFolder(), await waitingFolder()];
    const usage = (command: Command, folder: string, values: Values) =>
      expect(run(command, folder, values)).rejects.toBeInstanceOf(UsageError);
    await usage(joinRequest, path.join(scratch, 'new'), { name: 'Laptop C', out: 'c.sync' });
    await usage(joinRequest, path.join(scratch, 'new'), { post: 'Officer', out: 'c.sync' });
    await usage(joinRequest, joiner, { name: 'Laptop C', post: 'Officer', out: 'c.sync' });
    await usage(joinAccept, member, {});
    await usage(joinAccept, member, { request });
    await usage(joinAccept, member, { request, out: 'a.sync', code: 'K7QP2-M4XR9' });
    await usage(joinAccept, joiner, { acceptance: request, request });
    await usage(joinAccept, member, { request: path.join(scratch, 'none.sync'), out: 'a.sync' });
    await usage(devices, member, { remove: 'Office laptop' });
    await usage(devices, member, { remove: 'Laptop Z', reason: 'Lost' });
    expect((await refusalOf(run(joinAccept, joiner, { acceptance: request }))).details).toMatchObject({
      file: 'b.sync',
      problem: 'it is a request to join, not an acceptance',
    });
    const large = path.join(scratch, 'large.sync');
    writeFileSync(large, Buffer.alloc(65_537));
    expect((await refusalOf(run(joinAccept, member, { request: large, out: 'a.sync' }))).details.code).toBe(
      'join-too-large',
    );
  });
});
