import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Values } from '../../scripts/commands/command.ts';
import { syncExport } from '../../scripts/commands/sync-export.ts';
import { syncKey } from '../../scripts/commands/sync-key.ts';
import { boardFolder, PASSPHRASE, refusalOf, temporaryFolder } from '../support/board.ts';

const run = (command: typeof syncKey, folder: string, values: Values) => {
  const { signal } = new AbortController();
  return command.run({ positionals: [folder], values, signal, say: () => undefined });
};

const hasAge = spawnSync('age', ['--version']).error === undefined;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the key of a laptop for the standard tool', () => {
  it('is written once, for its owner alone, and opens what the laptop wrote', async () => {
    vi.stubEnv('TRACKER_PASSPHRASE', PASSPHRASE);
    const [folder, scratch] = [await boardFolder(), temporaryFolder()];
    const [out, bundle] = [path.join(scratch, 'key.txt'), path.join(scratch, 'all.sync')];
    await run(syncExport, folder, { to: bundle, all: true });
    await run(syncKey, folder, { out });
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(/^# public key: age1[0-9a-z]+\nAGE-SECRET-KEY-1[0-9A-Z]+\n$/);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(scratch).toSorted()).toEqual(['all.sync', 'key.txt']);
    expect(await refusalOf(run(syncKey, folder, { out }))).toMatchObject({
      code: 'bad-input',
      details: { field: 'out' },
    });
    expect(readFileSync(out, 'utf8')).toBe(text);
    if (!hasAge) return;
    const bytes = readFileSync(bundle);
    const [headerLength, bodyLength] = [bytes.readUInt16BE(18), bytes.readUInt32BE(20)];
    const body = bytes.subarray(24 + headerLength, 24 + headerLength + bodyLength);
    const { stdout } = spawnSync('age', ['-d', '-i', out], { input: body });
    expect(inflateRawSync(stdout).toString()).toContain('"create-board"');
  });

  it('is not written for a passphrase that is wrong the second time, nor without a place to go', async () => {
    const [folder, scratch] = [await boardFolder(), temporaryFolder()];
    const given = [PASSPHRASE, 'not this one'];
    vi.stubEnv('TRACKER_PASSPHRASE', PASSPHRASE);
    vi.spyOn(process, 'env', 'get').mockImplementation(() => ({ TRACKER_PASSPHRASE: given.shift() }));
    const refused = await refusalOf(run(syncKey, folder, { out: path.join(scratch, 'key.txt') }));
    expect(refused.code).toBe('wrong-passphrase');
    expect(given).toEqual([]);
    expect(readdirSync(scratch)).toEqual([]);
    await expect(run(syncKey, folder, {})).rejects.toThrow('Say where the key goes');
  });
});
