import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { backup, restore } from '../../scripts/commands/backups.ts';
import { check } from '../../scripts/commands/check.ts';
import { clock } from '../../scripts/commands/clock.ts';
import { UsageError, type Values } from '../../scripts/commands/command.ts';
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
import { boardFolder, SAMPLE, temporaryFolder } from '../support/board.ts';
import { runCommand, tracker, trackerJson, type TrackerOptions } from '../support/command-line.ts';

const interruptAt = (words: string): Required<TrackerOptions>['during'] => {
  let sent = false;
  return (said, child) => {
    if (sent || !said.includes(words)) return;
    sent = true;
    child.kill('SIGINT');
  };
};

describe('clock', () => {
  it('says when 15 working days from 20 May 2022 are up, across the bank holidays of that June', async () => {
    const { code, said, document } = await trackerJson(['clock', '--from', '2022-05-20', '--working-days', '15']);
    expect([code, said]).toEqual([0, '']);
    expect(document).toMatchObject({ from: '2022-05-20', due: '2022-06-14', weekday: 'Tuesday' });
    expect((document.notCounted as { date: string }[]).map(({ date }) => date)).toEqual(['2022-06-02', '2022-06-03']);
  });

  it('says it in words, for each nation, and in months', async () => {
    const due = async (values: Values): Promise<unknown> => (await runCommand(clock, [], values)).json.due;
    expect((await runCommand(clock, [], { from: '2022-05-20', 'working-days': '15' })).words).toMatch(
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
    const { code, document } = await trackerJson(['clock', '--from', '2026-02-30', '--working-days', '1']);
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
    await expect(runCommand(command, positionals, values)).rejects.toThrow(UsageError);
    await expect(runCommand(command, positionals, values)).rejects.toThrow(why);
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

describe('sample', () => {
  it('makes a board in a folder, says what it does and with which passphrase it is opened', async () => {
    const folder = path.join(temporaryFolder(), 'board');
    const made = await trackerJson(['sample', folder, '--today', '2026-11-22']);
    expect(made).toMatchObject({
      code: 0,
      document: { folder, scale: 'small', today: '2026-11-22', passphrase: SAMPLE },
    });
    expect(made.said).toContain('Recording reviews and plans …');
  }, 120_000);
});

describe('the passphrase', () => {
  it('comes from the environment or a terminal: without either the command says so', async () => {
    const { code, out, said } = await tracker(['check', await boardFolder('sample')], { passphrase: null });
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('TRACKER_PASSPHRASE');
  });

  it('that is wrong ends with 1 and what to do; for machines with the failure’s code', async () => {
    const wrong = await trackerJson(['check', await boardFolder('sample')], { passphrase: 'not this one' });
    expect(wrong).toMatchObject({ code: 1, document: { failure: 'wrong-passphrase' } });
    expect(wrong.said).toContain('That passphrase does not open this board.');
    expect(wrong.said).not.toContain('not this one');
  });
});

describe('Ctrl-C', () => {
  it('during a sample leaves an empty folder', async () => {
    const folder = temporaryFolder();
    const ended = await trackerJson(['sample', folder, '--scale', 'big'], { during: interruptAt('Recording') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('during a pack leaves no document, whole or in part', async () => {
    const out = path.join(temporaryFolder(), 'pack');
    mkdirSync(out);
    const args = ['pack', await boardFolder('sample'), '--out', out, '--format', 'docx,xlsx,html,json'];
    const ended = await trackerJson(args, { during: interruptAt('Writing DOCX') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(out)).toEqual([]);
  });

  it('during an export leaves no file', async () => {
    const out = temporaryFolder();
    const folder = await boardFolder('sample');
    const args = ['export', folder, '--out', path.join(out, 'all.json')];
    const ended = await trackerJson(args, { during: interruptAt('not encrypted') });
    expect(ended).toMatchObject({ code: 1, document: { failure: 'cancelled' } });
    expect(readdirSync(out)).toEqual([]);
    vi.stubEnv('TRACKER_PASSPHRASE', SAMPLE);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await runCommand(check, [folder])).ok).toBe(true);
  });
});
