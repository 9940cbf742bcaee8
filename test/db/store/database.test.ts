import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { openDatabase, type Sqlite } from '../../../db/store/database.ts';
import {
  boardFolder,
  createClock,
  NEW_BOARD,
  openBoard,
  PASSPHRASE,
  refusalOf,
  reopen,
  seededRandom,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
} from '../../support/board.ts';
import { isRoot, NOBODY, openInSecondProgram } from '../../support/second-program.ts';

const sessionAt = (folder: string): BoardSession => {
  const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
  onTestFinished(() => session.close());
  return session;
};

const codeOf = async (work: Promise<unknown> | (() => unknown)): Promise<string> => (await refusalOf(work)).code;

/** The board's file opened without the program: no triggers, so anything can be written. */
const tamper = async (work: (db: Sqlite) => void): Promise<string> => {
  const board = await openBoard();
  const { key } = board.store;
  board.session.close();
  const db = openDatabase(path.join(board.folder, 'board.db'), key);
  work(db);
  db.close();
  return board.folder;
};

describe('a database that is not ours to open', () => {
  it('is refused when it is not encrypted, and left as it is', async () => {
    const folder = await boardFolder();
    const file = path.join(folder, 'board.db');
    rmSync(file);
    const plain = new Database(file);
    plain.exec('create table boards (id text)');
    plain.close();
    const before = readFileSync(file);
    expect(await codeOf(sessionAt(folder).unlock(PASSPHRASE))).toBe('database-unencrypted');
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when a newer program has used it, and left as it is', async () => {
    const folder = await tamper((db) => {
      db.prepare('insert into schemaMigrations (name, sha256) values (?, ?)').run(
        '0099_from_the_future',
        'f'.repeat(64),
      );
    });
    const before = readFileSync(path.join(folder, 'board.db'));
    expect(await refusalOf(sessionAt(folder).unlock(PASSPHRASE))).toEqual({
      code: 'database-newer',
      details: { migration: '0099_from_the_future' },
    });
    expect(readFileSync(path.join(folder, 'board.db'))).toEqual(before);
  });

  it('is refused when a migration it was given is not the one that this program has', async () => {
    const folder = await tamper((db) => db.prepare(`update schemaMigrations set sha256 = 'changed'`).run());
    expect(await refusalOf(sessionAt(folder).unlock(PASSPHRASE))).toEqual({
      code: 'database-changed',
      details: { migration: '0000_first_schema' },
    });
  });

  it('is refused when it is missing', async () => {
    const folder = await boardFolder();
    rmSync(path.join(folder, 'board.db'));
    expect(await codeOf(sessionAt(folder).unlock(PASSPHRASE))).toBe('database-missing');
  });

  it.each([0, 1, 1000, 4096 * 5 + 7])(
    'is refused as damaged when only its first %i bytes are there',
    async (length) => {
      const folder = await boardFolder();
      const file = path.join(folder, 'board.db');
      writeFileSync(file, readFileSync(file).subarray(0, length));
      const session = sessionAt(folder);
      expect(await codeOf(session.unlock(PASSPHRASE))).toBe('database-damaged');
      expect(session.isOpen).toBe(false);
    },
  );

  it('never reads a page with a flipped byte as if it were whole', async () => {
    const folder = await boardFolder();
    const file = path.join(folder, 'board.db');
    const whole = readFileSync(file);
    const pages = whole.length / 4096;
    const random = seededRandom(5);
    const pick = (below: number): number => Buffer.from(random(4)).readUInt32LE() % below;
    for (let attempt = 0; attempt < 8; attempt++) {
      const bytes = Buffer.from(whole);
      const at = attempt === 0 ? 0 : attempt * Math.floor(pages / 8) * 4096 + pick(4096);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
      writeFileSync(file, bytes);
      const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
      try {
        // oxlint-disable-next-line no-await-in-loop -- one damage at a time in one file
        await session.unlock(PASSPHRASE);
        expect(checkBoard(session.store).findings[0], `byte ${at}`).toMatchObject({ what: 'Database', ok: false });
      } catch (error) {
        expect(error, `byte ${at}`).toMatchObject({ code: 'database-damaged' });
      } finally {
        session.close();
        for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      }
    }
  });

  it('is refused under the key of another board', async () => {
    const [folder, other] = [await boardFolder(), temporaryFolder()];
    const session = sessionAt(other);
    await session.create(NEW_BOARD);
    session.close();
    cpSync(path.join(folder, 'board.db'), path.join(other, 'board.db'));
    expect(await codeOf(session.unlock(PASSPHRASE))).toBe('database-damaged');
  });
});

describe('a folder that a board cannot be made in', () => {
  it('is one that already holds other files; hidden ones do not count, and survive a board that was not finished', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '.hidden'), 'mine');
    const session = sessionAt(folder);
    expect(session.status().state).toBe('empty');
    await session.create(NEW_BOARD);
    session.discard();
    expect(readdirSync(folder)).toEqual(['.hidden']);
    writeFileSync(path.join(folder, 'minutes.docx'), 'mine');
    expect(session.status()).toMatchObject({ state: 'broken', problem: 'folder-not-empty' });
    expect(await codeOf(session.create(NEW_BOARD))).toBe('folder-not-empty');
    expect(readFileSync(path.join(folder, 'minutes.docx'), 'utf8')).toBe('mine');
  });

  it('is one that holds a board', async () => {
    expect(await codeOf(sessionAt(await boardFolder()).create(NEW_BOARD))).toBe('board-exists');
  });
});

describe('a second program on the same board', () => {
  it('is told that the board is in use, and opens it as soon as the first one is gone, even killed', async () => {
    const folder = await boardFolder();
    const first = await openInSecondProgram(folder, PASSPHRASE);
    expect(first.said).toBe('opened');
    const session = sessionAt(folder);
    expect(await codeOf(session.unlock(PASSPHRASE))).toBe('board-in-use');
    expect(session.isOpen).toBe(false);
    const ended = once(first.program, 'exit');
    first.program.kill('SIGKILL');
    await ended;
    await session.unlock(PASSPHRASE);
    expect((await openInSecondProgram(folder, PASSPHRASE)).said).toBe('board-in-use');
    expect(checkBoard(session.store).ok).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('a folder without rights', () => {
  /** Whoever runs the tests as root hands the folder to nobody: root may write anywhere. */
  const withoutRights = async (folderMode: number, fileMode: number): Promise<string> => {
    const folder = await boardFolder();
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    for (const file of files) if (statSync(file).isFile()) chmodSync(file, fileMode);
    if (isRoot) for (const file of [folder, ...files]) chownSync(file, NOBODY, NOBODY);
    chmodSync(folder, folderMode);
    onTestFinished(() => chmodSync(folder, 0o700));
    return folder;
  };
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

  it.each([
    ['a folder that cannot be written in', 0o555, 0o644],
    ['files that cannot be written', 0o755, 0o444],
    ['a database that cannot be read', 0o755, 0o200],
  ])('is said of %s', async (_, folderMode, fileMode) => {
    const folder = await withoutRights(folderMode, fileMode);
    expect((await openInSecondProgram(folder, PASSPHRASE, as)).said).toBe('no-rights');
  });

  it('is no hindrance once the rights are there', async () => {
    expect((await openInSecondProgram(await withoutRights(0o755, 0o644), PASSPHRASE, as)).said).toBe('opened');
  });
});

describe('a full disk', () => {
  it('refuses the change whole, keeps the board intact, and takes the change once there is room', async () => {
    const board = await openBoard();
    const { db } = board.store;
    const operations = () => db.prepare<[], { n: number }>('select count(*) as n from operations').get()?.n;
    const before = operations();
    const add = () =>
      board.store.operation({ kind: 'edit-agency' }, (write) => {
        for (let at = 0; at < 200; at++) write.insert('agencies', { name: `Agency ${at}`, note: 'long '.repeat(400) });
      });
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`);
    expect(await codeOf(add)).toBe('disk-full');
    expect(operations()).toBe(before);
    expect(checkBoard(board.store).ok).toBe(true);
    db.pragma('max_page_count = 1073741823');
    add();
    expect(operations()).toBe(Number(before) + 1);
    expect(checkBoard(board.store).ok).toBe(true);
  });

  it('that is really full does the same, for changes, backups and new boards', async ({ skip }) => {
    const disk = temporaryFolder();
    const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
    if (!mounted) skip('a small disk can only be mounted by root');
    onTestFinished(() => void spawnSync('umount', ['-l', disk]));
    const folder = path.join(disk, 'board');
    cpSync(await boardFolder(), folder, { recursive: true });
    const session = sessionAt(folder);
    await session.unlock(PASSPHRASE);
    const filler = path.join(disk, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);
    const { store } = session;
    const add = () =>
      store.operation({ kind: 'edit-agency' }, (write) => {
        for (let at = 0; at < 50; at++) write.insert('agencies', { name: `Agency ${at}`, note: 'long '.repeat(2000) });
      });
    expect(await codeOf(add)).toBe('disk-full');
    expect(await codeOf(() => store.backup('asked'))).toBe('disk-full');
    expect(readdirSync(path.join(folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await codeOf(() => session.restore(readdirSync(path.join(folder, 'backups'))[0] ?? ''))).toBe('disk-full');
    expect(session.isOpen).toBe(true);
    const another = sessionAt(path.join(disk, 'another'));
    expect(await codeOf(another.create(NEW_BOARD))).toBe('disk-full');
    expect(readdirSync(path.join(disk, 'another'))).toEqual([]);
    expect(checkBoard(store).ok).toBe(true);
    rmSync(filler);
    add();
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);
    session.close();
    rmSync(filler);
    await session.unlock(PASSPHRASE);
    expect(checkBoard(session.store).ok).toBe(true);
    expect(session.store.prepare<[], { n: number }>('select count(*) as n from agencies').get()?.n).toBe(50);
  });
});

describe('opening', () => {
  it('waits for the disk, clears what it deletes, and keeps temporary tables in memory', async () => {
    const { store } = await openBoard();
    const setting = (name: string): unknown => store.db.pragma(name, { simple: true });
    expect(setting('synchronous')).toBe(2);
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('locking_mode')).toBe('exclusive');
    expect(setting('secure_delete')).toBe(1);
    expect(setting('temp_store')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('trusted_schema')).toBe(0);
    expect(setting('cipher')).toBe('sqlcipher');
  });

  it('leaves no log beside the database when the board is closed', async () => {
    const board = await openBoard();
    board.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Police' }));
    expect(statSync(path.join(board.folder, 'board.db-wal')).size).toBeGreaterThan(0);
    board.session.close();
    expect(readdirSync(board.folder).toSorted()).toEqual(['backups', 'board.db', 'vault.json']);
    const again = await reopen(board);
    expect(again.store.prepare<[], { name: string }>('select name from agencies').all()).toEqual([{ name: 'Police' }]);
  });
});
