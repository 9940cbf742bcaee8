import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import { backup, restore } from '../../scripts/commands/backups.ts';
import { check } from '../../scripts/commands/check.ts';
import { exportCommand } from '../../scripts/commands/export.ts';
import { pack } from '../../scripts/commands/pack.ts';
import { sample } from '../../scripts/commands/sample.ts';
import { createDeviceKeys } from '../../db/sync/device-keys.ts';
import { addLaptop, joinOwnBoard } from '../../db/sync/this-laptop.ts';
import { withBoard } from '../../scripts/commands/open-board.ts';
import { boardFolder, PASSPHRASE, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';
import { runCommand, tracker, trackerJson } from '../support/command-line.ts';

const NEW_PASSPHRASE = 'lantern orchard copper window';

beforeEach(() => {
  vi.stubEnv('TRACKER_PASSPHRASE', SAMPLE);
});
afterEach(() => {
  vi.unstubAllEnvs();
});
describe('a folder', () => {
  it('without a board, with one already, or with other files is left as it is', async () => {
    const folder = temporaryFolder();
    expect((await refusalOf(runCommand(check, [folder]))).code).toBe('folder-missing');
    expect((await refusalOf(runCommand(check, [path.join(folder, 'none')]))).code).toBe('folder-missing');
    expect((await refusalOf(runCommand(sample, [await boardFolder('sample')]))).code).toBe('board-exists');
    writeFileSync(path.join(folder, 'minutes.docx'), 'mine');
    expect((await refusalOf(runCommand(sample, [folder]))).code).toBe('folder-not-empty');
    expect((await refusalOf(runCommand(check, [folder]))).code).toBe('folder-missing');
    expect(readdirSync(folder)).toEqual(['minutes.docx']);
  });
});

describe('check, backup and restore', () => {
  it('end with 0 for a board that holds, naming each thing that was looked at', async () => {
    const { code, out, said } = await tracker(['check', await boardFolder('sample')]);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^✓ Database: .*\n✓ References: .*\n✓ Audit chain: .*\n✓ Log and records: /);
  });

  it('end with 1 for a backup that is damaged, and name it', async () => {
    const folder = await boardFolder('sample');
    const made = await runCommand(backup, [folder]);
    expect(made.json).toMatchObject({ reason: 'asked' });
    const name = String(made.json.name);
    writeFileSync(path.join(folder, 'backups', name), 'damaged');
    const { code, document } = await trackerJson(['check', folder]);
    expect([code, document.ok]).toEqual([1, false]);
    const findings = document.findings as { what: string; ok: boolean }[];
    expect(findings.filter(({ ok }) => !ok)).toMatchObject([{ what: `Backup ${name}` }]);
    expect((await refusalOf(runCommand(restore, [folder, '--backup', name], { backup: name }))).code).toBe(
      'backup-failed',
    );
  });

  it('answer a machine with one document and end with 0, as an export does', async () => {
    const folder = await boardFolder();
    const passphrase = PASSPHRASE;
    const backedUp = await trackerJson(['backup', folder], { passphrase });
    expect(backedUp).toMatchObject({ code: 0, said: '', document: { reason: 'asked', name: expect.any(String) } });
    const out = path.join(temporaryFolder(), 'board.json');
    const exported = await trackerJson(['export', folder, '--out', out], { passphrase });
    expect(exported).toMatchObject({ code: 0, document: { file: out, bytes: statSync(out).size } });
    const { name } = backedUp.document;
    const restored = await trackerJson(['restore', folder, '--backup', String(name)], { passphrase });
    expect(restored).toMatchObject({ code: 0, document: { restored: name } });
  }, 120_000);

  it('put a board back as it was', async () => {
    const folder = await boardFolder('sample');
    const name = String((await runCommand(backup, [folder])).json.name);
    const restored = await runCommand(restore, [folder], { backup: name });
    expect(restored).toMatchObject({ json: { restored: name }, said: [expect.stringContaining('can be undone')] });
    expect((await runCommand(check, [folder])).ok).toBe(true);
    expect((await refusalOf(runCommand(restore, [folder], { backup: '../board.db' }))).code).toBe('not-found');
  });

  it('say before what other laptops hold and a restore does not take back', async () => {
    vi.stubEnv('TRACKER_PASSPHRASE', PASSPHRASE);
    const folder = await boardFolder();
    await runCommand(backup, [folder]);
    await withBoard(folder, async ({ store }) => {
      await joinOwnBoard(store);
      const keys = await createDeviceKeys(store.surroundings.random);
      store.operation({ kind: 'add-device' }, (write) =>
        addLaptop(write, { ...keys, device: store.newId(), name: 'Laptop B', post: 'Business support officer' }),
      );
    });
    const restored = await runCommand(restore, [folder]);
    expect(restored.said[0]).toMatch(/^Other laptops of this board keep what they have: .* comes back/);
  });

  it('put a board back that does not open any more, and keep the damaged file', async () => {
    const folder = await boardFolder('sample');
    await runCommand(backup, [folder]);
    const database = path.join(folder, 'board.db');
    writeFileSync(database, readFileSync(database).fill(0x5a, 0, 8192));
    expect((await refusalOf(runCommand(check, [folder]))).code).toBe('database-damaged');
    const restored = await runCommand(restore, [folder]);
    expect(restored.said).toContainEqual(expect.stringContaining('kept beside the restored one'));
    expect(readdirSync(folder).some((file) => file.includes('damaged'))).toBe(true);
    expect((await runCommand(check, [folder])).ok).toBe(true);
  });
});

describe('export and import', () => {
  it('make the same board in a new folder, which exports as the same file', async () => {
    const folder = temporaryFolder();
    const [first, second, board] = ['a.json', 'b.json', 'board'].map((name) => path.join(folder, name));
    if (first === undefined || second === undefined || board === undefined) throw new Error('three names');
    const exported = await runCommand(exportCommand, [await boardFolder('sample')], { out: first });
    expect(exported.json).toMatchObject({ file: first, bytes: readFileSync(first).length });
    expect(exported.said).toContainEqual(expect.stringContaining('not encrypted'));
    const imported = await trackerJson(['import', board, first], { passphrase: NEW_PASSPHRASE });
    expect(imported).toMatchObject({ code: 0, document: { folder: board } });
    expect(String(imported.document.recoveryCode)).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    expect(imported.said).not.toContain(String(imported.document.recoveryCode));
    vi.stubEnv('TRACKER_PASSPHRASE', NEW_PASSPHRASE);
    await runCommand(exportCommand, [board], { out: second });
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
    expect((await runCommand(check, [board])).ok).toBe(true);
  });

  it('refuse a file that is not whole, naming the place, and leave nothing', async () => {
    const folder = temporaryFolder();
    const [file, board] = [path.join(folder, 'bad.json'), path.join(folder, 'board')];
    writeFileSync(file, '{"format":"case-review-tracker-board","version":7}');
    const refused = await trackerJson(['import', board, file], { passphrase: NEW_PASSPHRASE });
    expect(refused).toMatchObject({ code: 1, document: { failure: 'import-refused', details: { at: 'version' } } });
    expect(refused.said).toContain('Nothing was imported.');
    expect(existsSync(board)).toBe(false);
  });
});

describe('pack', () => {
  const bytesIn = (folder: string): Record<string, Buffer> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
  const options = { 'meeting-date': '2026-12-01', title: 'Status pack: winter' };

  it('gives the same bytes for the same board, day and options', async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const format = 'docx,xlsx,html,json';
    const flags = Object.entries({ ...options, format }).flatMap(([name, value]) => [`--${name}`, value]);
    const made = await trackerJson(['pack', await boardFolder('sample'), '--out', one, '--no-register', ...flags]);
    expect(made.code).toBe(0);
    expect(made.said).toContain('Writing DOCX');
    const board = 'Exampleshire Safeguarding Children Partnership';
    const names = ['docx', 'html', 'json', 'xlsx'].map((end) => `Status pack winter - ${board} - 2026-12-01.${end}`);
    expect(readdirSync(one).toSorted()).toEqual(names);
    expect((made.document.files as string[]).toSorted()).toEqual(names.map((name) => path.join(one, name)));
    await runCommand(pack, [await boardFolder('sample')], { ...options, out: other, format, 'no-register': true });
    const [first, second] = [bytesIn(one), bytesIn(other)];
    for (const name of names) expect(first[name]?.equals(second[name] ?? Buffer.alloc(0)), name).toBe(true);
  });

  it('gives the same PDF but for its stamp', async ({ skip }) => {
    if (findChromium() === null) skip('there is no Chromium here');
    const printed: string[] = [];
    for (let time = 0; time < 2; time++) {
      const out = temporaryFolder();
      // oxlint-disable-next-line no-await-in-loop -- a browser at a time
      await runCommand(pack, [await boardFolder('sample')], {
        ...options,
        out,
        format: 'pdf',
        sections: 'cover,one-page',
      });
      const [bytes] = Object.values(bytesIn(out));
      printed.push(String(bytes?.toString('latin1')).replace(/\/(CreationDate|ModDate) ?\(D:[^)]*\)/g, ''));
    }
    expect(printed[0]?.startsWith('%PDF-')).toBe(true);
    expect(printed[0] === printed[1]).toBe(true);
  });

  it('as at a past day looks at the board as it was then, and at no day to come', async () => {
    const out = temporaryFolder();
    const past = { out, format: 'json', sections: 'cover,one-page', 'as-at': '2025-01-15' };
    await runCommand(pack, [await boardFolder('sample')], past);
    const [bytes] = Object.values(bytesIn(out));
    expect(JSON.parse(String(bytes))).toMatchObject({ dataAsAt: '2025-01-15' });
    const future = runCommand(pack, [await boardFolder('sample')], { ...past, 'as-at': '2999-01-01' });
    expect((await refusalOf(future)).code).toBe('bad-input');
  });
});
