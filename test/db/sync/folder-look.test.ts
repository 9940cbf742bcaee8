import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createLookMemory,
  type FolderLook,
  forgetUnsigned,
  type HeaderReading,
  type LookMemory,
  lookAtFolder,
} from '../../../db/sync/folder-look.ts';
import { errorToFolderTrouble, folderTroubleWords } from '../../../db/sync/folder-trouble.ts';

const BOARD = '01957a6e-0000-7000-8000-00000000b0a2';
const A = '01957a6e-0000-7000-8000-0000000000a1';
const B = '01957a6e-0000-7000-8000-0000000000b1';

let root: string;
let memory: LookMemory;
let now: number;
let readings: string[];
let knowsB: boolean;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'crt-look-'));
  memory = createLookMemory();
  now = Date.UTC(2026, 10, 22, 10, 0);
  readings = [];
  knowsB = true;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Stands for the container: the text is whole when it ends with a full stop. */
const readHeader = async (file: string): Promise<HeaderReading> => {
  const name = path.relative(path.join(root, BOARD), file);
  readings.push(name);
  const text = await readFile(file, 'utf8');
  if (!text.endsWith('.')) return { kind: 'refused', why: 'it was cut short. Copy it again, or ask for it again' };
  const device = path.dirname(name);
  return {
    kind: 'header',
    isSigned: device !== B || knowsB,
    header: {
      board: text === 'elsewhere.' ? 'another' : BOARD,
      device,
      continues: null,
      clock: '0',
      to: [A, B],
      ranges: [],
      has: [],
    },
  };
};

const look = (wasThere = false): Promise<FolderLook> =>
  lookAtFolder({ root, board: BOARD, wasThere, readHeader, now: () => now }, memory);

const there = async (): Promise<FolderLook & { kind: 'there' }> => {
  const found = await look();
  if (found.kind !== 'there') throw new Error(found.trouble);
  return found;
};

const put = (name: string, text = 'whole.'): string => {
  const file = path.join(root, BOARD, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('a look at the shared folder', () => {
  it('finds the bundles of each laptop and passes over what else lies there', async () => {
    put(`${A}/000001-000004.sync`);
    put(`${B}/relay-000001.sync`);
    put(`${B}/000001-000002.sync`);
    put(`${B}/000003-000004.sync.part`);
    put(`${B}/000001-000002 (1).sync`);
    put(`${B}/notes.txt`);
    put(`${B.toUpperCase()}/000001-000002.sync`);
    put('minutes/000001-000002.sync');
    put('000001-000002.sync');
    const found = await there();
    expect(found.bundles.map(({ name }) => name)).toEqual([
      `${A}/000001-000004.sync`,
      `${B}/000001-000002.sync`,
      `${B}/relay-000001.sync`,
    ]);
    expect(found.devices).toEqual([A, B]);
    expect(found.namesByDevice.get(B)).toContain('000003-000004.sync.part');
    expect(found.unreadable).toEqual([]);
  });

  it('makes nothing in a folder that holds nothing of this board yet', async () => {
    expect(await there()).toMatchObject({ bundles: [], devices: [] });
    expect(existsSync(path.join(root, BOARD))).toBe(false);
  });

  it('reads a file once, and again when it changed: asked of a good one every ten minutes', async () => {
    const file = put(`${A}/000001-000004.sync`);
    await there();
    now += 600_000;
    await there();
    expect(readings).toHaveLength(1);
    utimesSync(file, 1, 1);
    now += 599_999;
    await there();
    expect(readings).toHaveLength(1);
    now += 1;
    await there();
    expect(readings).toHaveLength(2);
  });

  it('asks at once again when the clock of this laptop was put back', async () => {
    const file = put(`${A}/000001-000004.sync`);
    await there();
    utimesSync(file, 1, 1);
    now -= 1;
    await there();
    expect(readings).toHaveLength(2);
  });

  it('forgets a file that went, without an error, and finds it again', async () => {
    const file = put(`${A}/000001-000004.sync`);
    await there();
    rmSync(file);
    expect((await there()).bundles).toEqual([]);
    expect(memory.size).toBe(0);
    put(`${A}/000001-000004.sync`);
    expect((await there()).bundles).toHaveLength(1);
  });

  it('passes over a file that goes while it is read', async () => {
    const file = put(`${A}/000001-000004.sync`);
    const found = await lookAtFolder(
      {
        root,
        board: BOARD,
        wasThere: false,
        now: () => now,
        readHeader: (name) => {
          rmSync(file);
          return readHeader(name);
        },
      },
      memory,
    );
    expect(found).toMatchObject({ kind: 'there', bundles: [], unreadable: [] });
  });

  it('waits for a file that is still being copied, and refuses it after ten minutes without a change', async () => {
    const file = put(`${A}/000001-000004.sync`, 'who');
    expect((await there()).unreadable).toEqual([
      {
        name: `${A}/000001-000004.sync`,
        why: 'it was cut short. Copy it again, or ask for it again',
        mayBeUnderWay: true,
      },
    ]);
    now += 9 * 60_000;
    writeFileSync(file, 'whole');
    now += 9 * 60_000;
    expect((await there()).unreadable[0]?.mayBeUnderWay).toBe(true);
    now += 10 * 60_000;
    expect((await there()).unreadable[0]?.mayBeUnderWay).toBe(false);
    const before = readings.length;
    await there();
    expect(readings).toHaveLength(before);
    writeFileSync(file, 'whole.');
    const found = await there();
    expect([found.bundles.length, found.unreadable.length]).toEqual([1, 0]);
  });

  it('reads a file again that kept its length and time while it was filled', async () => {
    const file = put(`${A}/000001-000004.sync`, '000000');
    utimesSync(file, 1, 1);
    await there();
    writeFileSync(file, 'whole.');
    utimesSync(file, 1, 1);
    now += 30_000;
    expect((await there()).bundles).toHaveLength(1);
  });

  it('tells a file that may not be read, and goes on with the others', async () => {
    put(`${A}/000001-000004.sync`);
    put(`${B}/000001-000004.sync`);
    const found = await lookAtFolder(
      {
        root,
        board: BOARD,
        wasThere: false,
        now: () => now,
        readHeader: (file) => (file.includes(A) ? Promise.reject(systemError('EACCES')) : readHeader(file)),
      },
      memory,
    );
    expect(found).toMatchObject({
      bundles: [{ name: `${B}/000001-000004.sync` }],
      unreadable: [{ name: `${A}/000001-000004.sync`, mayBeUnderWay: true }],
    });
  });

  it('tells a bundle of another board', async () => {
    put(`${A}/000001-000004.sync`, 'elsewhere.');
    expect((await there()).unreadable).toMatchObject([{ why: 'it belongs to another board', mayBeUnderWay: false }]);
  });

  it('follows no link, neither to a file nor to a folder', async () => {
    const file = put(`${A}/000001-000004.sync`);
    symlinkSync(file, path.join(root, BOARD, A, '000005-000006.sync'));
    symlinkSync(path.join(root, BOARD, A), path.join(root, BOARD, B));
    const found = await there();
    expect(found.bundles).toHaveLength(1);
    expect(found.devices).toEqual([A]);
  });

  it('reads the file of an unknown writer again once the member list has changed', async () => {
    knowsB = false;
    put(`${A}/000001-000004.sync`);
    put(`${B}/000001-000004.sync`);
    expect((await there()).bundles.map(({ isSigned }) => isSigned)).toEqual([true, false]);
    knowsB = true;
    forgetUnsigned(memory);
    expect((await there()).bundles.map(({ isSigned }) => isSigned)).toEqual([true, true]);
    expect(readings).toHaveLength(3);
  });

  it('throws a bug, whatever it looked at', async () => {
    put(`${A}/000001-000004.sync`);
    const place = { root, board: BOARD, wasThere: false, now: () => now };
    const broken = { ...place, readHeader: () => Promise.reject(new TypeError('not a function')) };
    await expect(lookAtFolder(broken, memory)).rejects.toThrow(TypeError);
  });

  it('reads none of two thousand files again', async () => {
    for (let at = 1; at <= 2000; at += 1) put(`${at % 2 === 0 ? A : B}/relay-${String(at).padStart(6, '0')}.sync`);
    await there();
    expect((await there()).bundles).toHaveLength(2000);
    expect(readings).toHaveLength(2000);
  });
});

describe('a shared folder that cannot be used', () => {
  it('is away when the folder is not there', async () => {
    rmSync(root, { recursive: true });
    expect(await look()).toEqual({ kind: 'trouble', trouble: 'away' });
  });

  it('is no folder when a file has its name', async () => {
    rmSync(root, { recursive: true });
    writeFileSync(root, '');
    expect(await look()).toEqual({ kind: 'trouble', trouble: 'not-a-folder' });
  });

  it('is emptied when the board was there before: it may be the place where a drive is connected', async () => {
    expect(await look(true)).toEqual({ kind: 'trouble', trouble: 'emptied' });
  });

  it('is in trouble as a whole when the network goes under one of its files', async () => {
    put(`${A}/000001-000004.sync`);
    const place = { root, board: BOARD, wasThere: true, now: () => now };
    const lost = { ...place, readHeader: () => Promise.reject(systemError('ESTALE')) };
    expect(await lookAtFolder(lost, memory)).toEqual({ kind: 'trouble', trouble: 'to-reconnect' });
  });

  it.each([
    ['ENOENT', 'away'],
    ['EHOSTDOWN', 'away'],
    ['UNKNOWN', 'away'],
    ['ESTALE', 'to-reconnect'],
    ['EACCES', 'no-rights'],
    ['EPERM', 'no-rights'],
    ['EROFS', 'read-only'],
    ['ENOTDIR', 'not-a-folder'],
    ['ENOSPC', 'full'],
    ['EIO', 'faulty'],
    ['ERR_INVALID_ARG_TYPE', null],
  ])('%s is told as %s', (code, trouble) => {
    expect(errorToFolderTrouble(systemError(code))).toBe(trouble);
  });

  it('is said in words, with the time since when', () => {
    expect(folderTroubleWords('away', null)).toBe(
      'The shared folder cannot be reached. Everything is kept here; it goes on by itself.',
    );
    const since = new Date(2026, 10, 22, 10, 42).getTime();
    expect(folderTroubleWords('away', { since, now: since + 3_600_000 })).toBe(
      'The shared folder cannot be reached since 10:42. Everything is kept here; it goes on by itself.',
    );
    expect(folderTroubleWords('full', { since, now: since + 86_400_000 })).toBe(
      'The shared folder is full since 10:42 on 22 November 2026. Free some space there, or ask whoever keeps it. Everything is kept here; it goes on by itself.',
    );
  });
});

const systemError = (code: string): Error => Object.assign(new Error(code), { code });
