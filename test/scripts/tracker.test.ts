import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import { backup, restore } from '../../scripts/commands/backups.ts';
import { check } from '../../scripts/commands/check.ts';
import { clock } from '../../scripts/commands/clock.ts';
import { type Command, UsageError, type Values } from '../../scripts/commands/command.ts';
import { conflicts } from '../../scripts/commands/conflicts.ts';
import { deadlines } from '../../scripts/commands/deadlines.ts';
import { devices } from '../../scripts/commands/devices.ts';
import { exportCommand } from '../../scripts/commands/export.ts';
import { handOverCommand } from '../../scripts/commands/hand-over.ts';
import { history } from '../../scripts/commands/history.ts';
import { importCommand } from '../../scripts/commands/import.ts';
import { joinAccept } from '../../scripts/commands/join-accept.ts';
import { joinRequest } from '../../scripts/commands/join-request.ts';
import { pack } from '../../scripts/commands/pack.ts';
import { packCompare } from '../../scripts/commands/pack-compare.ts';
import { packs } from '../../scripts/commands/packs.ts';
import { readReturnCommand } from '../../scripts/commands/read-return.ts';
import { requestSheet } from '../../scripts/commands/request-sheet.ts';
import { sample } from '../../scripts/commands/sample.ts';
import { search } from '../../scripts/commands/search.ts';
import { syncExport } from '../../scripts/commands/sync-export.ts';
import { syncImport } from '../../scripts/commands/sync-import.ts';
import { syncKey } from '../../scripts/commands/sync-key.ts';
import { syncStatus } from '../../scripts/commands/sync-status.ts';
import { makeFolder, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';

const TRACKER = path.resolve(import.meta.dirname, '../../scripts/tracker.ts');
const NEW_PASSPHRASE = 'lantern orchard copper window';

let scratch: string;
let sampleFolder: string;

type Options = {
  readonly passphrase?: string | null;
  /** Sees what is said as it is said. */
  readonly during?: (said: string, child: ChildProcess) => void;
};

/** Runs the command line as its own process, without a terminal. */
const tracker = async (args: readonly string[], { passphrase = SAMPLE, during }: Options = {}) => {
  const { TRACKER_PASSPHRASE: _, ...environment } = process.env;
  const env = {
    ...environment,
    NODE_COMPILE_CACHE: path.join(scratch, 'compiled'),
    ...(passphrase === null ? {} : { TRACKER_PASSPHRASE: passphrase }),
  };
  const child = spawn(process.execPath, [TRACKER, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    during?.(said, child);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, said };
};

/** One JSON document and nothing else on stdout. */
const json = async (args: readonly string[], options: Options = {}) => {
  const { code, out, said } = await tracker([...args, '--json'], options);
  return { code, said, document: JSON.parse(out) as Record<string, unknown> };
};

/** The command itself, without a process of its own: starting one takes longer than most commands. */
const run = async (command: Command, positionals: readonly string[], values: Values = {}) => {
  const said: string[] = [];
  const { signal } = new AbortController();
  const result = await command.run({ positionals, values, signal, say: (words) => said.push(words) });
  return { ...result, json: result.json as Record<string, unknown>, said };
};

const interruptAt = (words: string): Required<Options>['during'] => {
  let sent = false;
  return (said, child) => {
    if (sent || !said.includes(words)) return;
    sent = true;
    child.kill('SIGINT');
  };
};

beforeAll(async () => {
  scratch = makeFolder();
  sampleFolder = path.join(scratch, 'board');
  const made = await json(['sample', sampleFolder, '--today', '2026-11-22']);
  expect(made).toMatchObject({
    code: 0,
    document: { folder: sampleFolder, scale: 'small', today: '2026-11-22', passphrase: SAMPLE },
  });
  expect(made.said).toContain('Recording reviews and plans …');
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let passphraseBefore: string | undefined;
beforeEach(() => {
  passphraseBefore = process.env.TRACKER_PASSPHRASE;
  process.env.TRACKER_PASSPHRASE = SAMPLE;
});
afterEach(() => {
  if (passphraseBefore === undefined) delete process.env.TRACKER_PASSPHRASE;
  else process.env.TRACKER_PASSPHRASE = passphraseBefore;
});

const copyOfSample = (): string => {
  const folder = path.join(temporaryFolder(), 'board');
  cpSync(sampleFolder, folder, { recursive: true });
  return folder;
};

describe('clock', () => {
  it('says when 15 working days from 20 May 2022 are up, across the bank holidays of that June', async () => {
    const { code, said, document } = await json(['clock', '--from', '2022-05-20', '--working-days', '15']);
    expect([code, said]).toEqual([0, '']);
    expect(document).toMatchObject({ from: '2022-05-20', due: '2022-06-14', weekday: 'Tuesday' });
    expect((document.notCounted as { date: string }[]).map(({ date }) => date)).toEqual(['2022-06-02', '2022-06-03']);
  });

  it('says it in words, for each nation, and in months', async () => {
    const due = async (values: Values): Promise<unknown> => (await run(clock, [], values)).json.due;
    expect((await run(clock, [], { from: '2022-05-20', 'working-days': '15' })).words).toMatch(
      /^Tuesday 14 June 2022\n/,
    );
    expect(await due({ from: '2026-08-28', 'working-days': '1' })).toBe('2026-09-01');
    expect(await due({ from: '2026-08-28', 'working-days': '1', nation: 'scotland' })).toBe('2026-08-31');
    expect(await due({ from: '2026-08-31', months: '6' })).toBe('2027-02-28');
  });
});

describe('a command that is used wrongly', () => {
  it.each([
    [[], 'Usage:'],
    [['constructor'], 'There is no command “constructor”.'],
    [['check'], 'Something is missing.'],
    [['check', 'a', '--passphrase', 'secret'], "Unknown option '--passphrase'"],
    [['clock', '--from', '2026-02-30', '--working-days', '1'], '--from is a day'],
  ] as const)('ends with 2, says why on stderr, and prints nothing: %j', async (args, why) => {
    const { code, out, said } = await tracker([...args]);
    expect(code).toBe(2);
    expect(said).toContain(why);
    expect(said).toContain('Usage:');
    expect(out).toBe('');
  });

  it('answers a machine with one document too, whatever went wrong', async () => {
    const { code, document } = await json(['clock', '--from', '2026-02-30', '--working-days', '1']);
    expect([code, document]).toEqual([2, { failure: 'used-wrongly', details: { words: expect.any(String) } }]);
  });

  it.each([
    [clock, { from: '2026-02-20' }, 'Give either'],
    [clock, { from: '2026-02-20', months: '1', 'working-days': '1' }, 'Give either'],
    [clock, { from: '2026-02-20', 'working-days': '0' }, 'whole number'],
    [clock, { from: '2026-02-20', months: '1', nation: 'france' }, 'not “france”'],
    [sample, { scale: 'huge' }, 'not “huge”'],
    [sample, { today: 'tomorrow' }, '--today is a day'],
    [pack, {}, 'Say where the pack goes'],
    [pack, { out: 'b', format: 'docx,odt' }, 'not “odt”'],
    [exportCommand, {}, 'Say where the export goes'],
    [importCommand, {}, 'There is no file'],
  ] as const)('says what is wrong with its options (%#)', async (command, values, why) => {
    const positionals = ['/nowhere/board', '/nowhere/file.json'];
    await expect(run(command, positionals, values)).rejects.toThrow(UsageError);
    await expect(run(command, positionals, values)).rejects.toThrow(why);
  });
});

describe('help', () => {
  it('names every command, and says how each is used', async () => {
    const { code, out, said } = await tracker(['--help']);
    expect([code, said]).toEqual([0, '']);
    const named = [...out.matchAll(/^ {2}([a-z-]+) +(.+)$/gm)].map((found) => [found[1], found[2]]);
    const commands = {
      sample,
      pack,
      packs,
      'pack-compare': packCompare,
      'request-sheet': requestSheet,
      'read-return': readReturnCommand,
      export: exportCommand,
      'hand-over': handOverCommand,
      history,
      import: importCommand,
      check,
      'join-request': joinRequest,
      'join-accept': joinAccept,
      devices,
      'sync-export': syncExport,
      'sync-import': syncImport,
      'sync-status': syncStatus,
      'sync-key': syncKey,
      conflicts,
      search,
      clock,
      deadlines,
      backup,
      restore,
    };
    expect(named.map(([name]) => name)).toEqual([...Object.keys(commands), 'serve']);
    for (const [name, command] of Object.entries(commands)) {
      expect(named).toContainEqual([name, command.summary]);
      expect(command.usage.startsWith(`${name} `), name).toBe(true);
      for (const option of Object.keys(command.options ?? {})) expect(command.usage, name).toContain(`--${option}`);
    }
  });

  it('of a command is on stdout, whatever else was left out', async () => {
    const { code, out, said } = await tracker(['pack', '--help']);
    expect([code, said]).toEqual([0, '']);
    expect(out).toContain('Usage: npm run tracker -- pack FOLDER --out DIR');
  });
});

describe('the passphrase', () => {
  it('comes from the environment or a terminal: without either the command says so', async () => {
    const { code, out, said } = await tracker(['check', sampleFolder], { passphrase: null });
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('TRACKER_PASSPHRASE');
  });

  it('that is wrong ends with 1 and what to do; for machines with the failure’s code', async () => {
    const wrong = await json(['check', sampleFolder], { passphrase: 'not this one' });
    expect(wrong).toMatchObject({ code: 1, document: { failure: 'wrong-passphrase' } });
    expect(wrong.said).toContain('That passphrase does not open this board.');
    expect(wrong.said).not.toContain('not this one');
  });
});

describe('a folder', () => {
  it('without a board, with one already, or with other files is left as it is', async () => {
    const folder = temporaryFolder();
    expect((await refusalOf(run(check, [folder]))).code).toBe('folder-missing');
    expect((await refusalOf(run(check, [path.join(folder, 'none')]))).code).toBe('folder-missing');
    expect((await refusalOf(run(sample, [sampleFolder]))).code).toBe('board-exists');
    writeFileSync(path.join(folder, 'minutes.docx'), 'mine');
    expect((await refusalOf(run(sample, [folder]))).code).toBe('folder-not-empty');
    expect((await refusalOf(run(check, [folder]))).code).toBe('folder-missing');
    expect(readdirSync(folder)).toEqual(['minutes.docx']);
  });
});

describe('check, backup and restore', () => {
  it('end with 0 for a board that holds, naming each thing that was looked at', async () => {
    const { code, out, said } = await tracker(['check', sampleFolder]);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^✓ Database: .*\n✓ References: .*\n✓ Audit chain: .*\n✓ Log and records: /);
  });

  it('end with 1 for a backup that is damaged, and name it', async () => {
    const folder = copyOfSample();
    const made = await json(['backup', folder]);
    expect(made).toMatchObject({ code: 0, document: { reason: 'asked' } });
    const name = String(made.document.name);
    writeFileSync(path.join(folder, 'backups', name), 'damaged');
    const { code, document } = await json(['check', folder]);
    expect([code, document.ok]).toEqual([1, false]);
    const findings = document.findings as { what: string; ok: boolean }[];
    expect(findings.filter(({ ok }) => !ok)).toMatchObject([{ what: `Backup ${name}` }]);
    expect((await refusalOf(run(restore, [folder, '--backup', name], { backup: name }))).code).toBe('backup-failed');
  });

  it('put a board back as it was', async () => {
    const folder = copyOfSample();
    const name = String((await run(backup, [folder])).json.name);
    const restored = await run(restore, [folder], { backup: name });
    expect(restored).toMatchObject({ json: { restored: name }, said: [expect.stringContaining('can be undone')] });
    expect((await run(check, [folder])).ok).toBe(true);
    expect((await refusalOf(run(restore, [folder], { backup: '../board.db' }))).code).toBe('not-found');
  });

  it('put a board back that does not open any more, and keep the damaged file', async () => {
    const folder = copyOfSample();
    await run(backup, [folder]);
    const database = path.join(folder, 'board.db');
    writeFileSync(database, readFileSync(database).fill(0x5a, 0, 8192));
    expect((await refusalOf(run(check, [folder]))).code).toBe('database-damaged');
    const restored = await json(['restore', folder]);
    expect(restored.code).toBe(0);
    expect(restored.said).toContain('kept beside the restored one');
    expect(readdirSync(folder).some((file) => file.includes('damaged'))).toBe(true);
    expect((await run(check, [folder])).ok).toBe(true);
  });
});

describe('export and import', () => {
  it('make the same board in a new folder, which exports as the same file', async () => {
    const folder = temporaryFolder();
    const [first, second, board] = ['a.json', 'b.json', 'board'].map((name) => path.join(folder, name));
    if (first === undefined || second === undefined || board === undefined) throw new Error('three names');
    const exported = await json(['export', sampleFolder, '--out', first]);
    expect(exported).toMatchObject({ code: 0, document: { file: first, bytes: readFileSync(first).length } });
    expect(exported.said).toContain('not encrypted');
    const imported = await json(['import', board, first], { passphrase: NEW_PASSPHRASE });
    expect(imported).toMatchObject({ code: 0, document: { folder: board } });
    expect(String(imported.document.recoveryCode)).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    expect(imported.said).not.toContain(String(imported.document.recoveryCode));
    process.env.TRACKER_PASSPHRASE = NEW_PASSPHRASE;
    await run(exportCommand, [board], { out: second });
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
    expect((await run(check, [board])).ok).toBe(true);
  });

  it('refuse a file that is not whole, naming the place, and leave nothing', async () => {
    const folder = temporaryFolder();
    const [file, board] = [path.join(folder, 'bad.json'), path.join(folder, 'board')];
    writeFileSync(file, '{"format":"case-review-tracker-board","version":7}');
    const refused = await json(['import', board, file], { passphrase: NEW_PASSPHRASE });
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
    const made = await json(['pack', sampleFolder, '--out', one, '--no-register', ...flags]);
    expect(made.code).toBe(0);
    expect(made.said).toContain('Writing DOCX');
    const board = 'Exampleshire Safeguarding Children Partnership';
    const names = ['docx', 'html', 'json', 'xlsx'].map((end) => `Status pack winter - ${board} - 2026-12-01.${end}`);
    expect(readdirSync(one).toSorted()).toEqual(names);
    expect((made.document.files as string[]).toSorted()).toEqual(names.map((name) => path.join(one, name)));
    await run(pack, [copyOfSample()], { ...options, out: other, format, 'no-register': true });
    const [first, second] = [bytesIn(one), bytesIn(other)];
    for (const name of names) expect(first[name]?.equals(second[name] ?? Buffer.alloc(0)), name).toBe(true);
  });

  it('gives the same PDF but for its stamp', async ({ skip }) => {
    if (findChromium() === null) skip('there is no Chromium here');
    const printed: string[] = [];
    for (let time = 0; time < 2; time++) {
      const out = temporaryFolder();
      // oxlint-disable-next-line no-await-in-loop -- a browser at a time
      await run(pack, [sampleFolder], { ...options, out, format: 'pdf', sections: 'cover,one-page' });
      const [bytes] = Object.values(bytesIn(out));
      printed.push(String(bytes?.toString('latin1')).replace(/\/(CreationDate|ModDate) ?\(D:[^)]*\)/g, ''));
    }
    expect(printed[0]?.startsWith('%PDF-')).toBe(true);
    expect(printed[0] === printed[1]).toBe(true);
  });

  it('as at a past day looks at the board as it was then, and at no day to come', async () => {
    const out = temporaryFolder();
    const past = { out, format: 'json', sections: 'cover,one-page', 'as-at': '2025-01-15' };
    await run(pack, [sampleFolder], past);
    const [bytes] = Object.values(bytesIn(out));
    expect(JSON.parse(String(bytes))).toMatchObject({ dataAsAt: '2025-01-15' });
    const future = run(pack, [sampleFolder], { ...past, 'as-at': '2999-01-01' });
    expect((await refusalOf(future)).code).toBe('bad-input');
  });
});

describe('Ctrl-C', () => {
  it('during a sample leaves an empty folder', async () => {
    const folder = temporaryFolder();
    const ended = await json(['sample', folder, '--scale', 'big'], { during: interruptAt('Recording') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('during a pack leaves no document, whole or in part', async () => {
    const out = path.join(temporaryFolder(), 'pack');
    mkdirSync(out);
    const args = ['pack', sampleFolder, '--out', out, '--format', 'docx,xlsx,html,json'];
    const ended = await json(args, { during: interruptAt('Writing DOCX') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(out)).toEqual([]);
  });

  it('during an export leaves no file', async () => {
    const out = temporaryFolder();
    const args = ['export', sampleFolder, '--out', path.join(out, 'all.json')];
    const ended = await json(args, { during: interruptAt('not encrypted') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(out)).toEqual([]);
    expect((await run(check, [sampleFolder])).ok).toBe(true);
  });
});
