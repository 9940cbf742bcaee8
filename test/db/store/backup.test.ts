import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { type Backup, type BackupReason, backupsToKeep, listBackups } from '../../../db/store/backup.ts';
import {
  createClock,
  DAY,
  MORNING,
  openBoard,
  PASSPHRASE,
  refusalOf,
  reopen,
  surroundingsAt,
  type TestBoard,
} from '../../support/board.ts';

const HOUR = DAY / 24;

const backupAt = (daysAgo: number, hour = 9, reason: BackupReason = 'asked'): Backup => {
  const madeAt = Date.parse('2026-11-23T00:00:00Z') - daysAgo * DAY + hour * HOUR;
  return { name: `${daysAgo} days ago at ${hour}, ${reason}`, madeAt, reason, bytes: 1 };
};

const keptOf = (backups: readonly Backup[]): readonly string[] => {
  const keep = backupsToKeep(backups, Date.parse('2026-11-23T18:00:00Z'));
  return backups.filter((backup) => keep.has(backup.name)).map((backup) => backup.name);
};

describe('which backups are kept', () => {
  it('the newest three of today', () => {
    expect(keptOf([9, 10, 11, 12, 13].map((hour) => backupAt(0, hour)))).toEqual([
      '0 days ago at 11, asked',
      '0 days ago at 12, asked',
      '0 days ago at 13, asked',
    ]);
  });

  it('the newest of each day of the last week', () => {
    const backups = [1, 2, 3, 4, 5, 6].flatMap((days) => [backupAt(days, 9), backupAt(days, 17)]);
    expect(keptOf([backupAt(0), ...backups])).toEqual([
      '0 days ago at 9, asked',
      ...[1, 2, 3, 4, 5, 6].map((days) => `${days} days ago at 17, asked`),
    ]);
  });

  it('one of each week before that, for a year', () => {
    const kept = keptOf(Array.from({ length: 500 }, (_, days) => backupAt(days)));
    const older = kept.map((name) => Number.parseInt(name, 10)).filter((days) => days >= 7);
    expect(older.length).toBeGreaterThanOrEqual(51);
    expect(older.length).toBeLessThanOrEqual(53);
    expect(Math.max(...older)).toBeLessThan(366);
    for (const [at, days] of older.entries()) {
      if (at > 1) expect(days - (older[at - 1] ?? 0)).toBe(7);
    }
  });

  it('the newest, however old it is', () => {
    expect(keptOf([backupAt(900), backupAt(901)])).toEqual(['900 days ago at 9, asked']);
  });

  it('those made before a restore in the last week, so that it can be undone', () => {
    const today = [9, 10, 11, 12].map((hour) => backupAt(0, hour));
    const restores = [
      backupAt(0, 8, 'before-restore'),
      backupAt(6, 8, 'before-restore'),
      backupAt(8, 8, 'before-restore'),
      backupAt(8, 9),
    ];
    const kept = keptOf([...today, ...restores]);
    expect(kept).toContain('0 days ago at 8, before-restore');
    expect(kept).toContain('6 days ago at 8, before-restore');
    expect(kept).not.toContain('8 days ago at 8, before-restore');
  });

  it('those of a day that this laptop’s clock says has not come', () => {
    expect(keptOf([backupAt(-3), backupAt(0)])).toHaveLength(2);
  });
});

const agencies = ({ session }: TestBoard): readonly string[] =>
  session.store
    .prepare<[], { name: string }>('select name from agencies where removed is null order by id')
    .all()
    .map((row) => row.name);
const add = ({ session }: TestBoard, name: string) =>
  session.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name }));
const names = (board: TestBoard): readonly string[] => listBackups(board.folder).map((backup) => backup.name);

describe('a backup', () => {
  it('takes away what a crash left of one that was under way, and nothing else', async () => {
    const { folder, store } = await openBoard();
    const backups = path.join(folder, 'backups');
    const before = readdirSync(backups);
    for (const name of ['2026-11-22T09-00-00-000Z-asked.db.part', '2026-11-22T09-00-00-000Z-asked.db.part-journal']) {
      writeFileSync(path.join(backups, name), 'half');
    }
    writeFileSync(path.join(backups, 'notes.part'), 'mine');
    const { name } = store.backup('asked');
    expect(readdirSync(backups).toSorted()).toEqual([...before, name, `${name}.vault.json`, 'notes.part'].toSorted());
  });

  it('is named by its instant and reason, is encrypted, opens with the board’s key, and has the key file beside it', async () => {
    const board = await openBoard();
    add(board, 'Police');
    board.clock.advance(1234);
    const made = board.store.backup('asked');
    expect(made.name).toBe('2026-11-23T09-00-01-234Z-asked.db');
    const folder = path.join(board.folder, 'backups');
    expect(readFileSync(path.join(folder, `${made.name}.vault.json`))).toEqual(
      readFileSync(path.join(board.folder, 'vault.json')),
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(checkBoard(board.store).findings.at(-2)).toMatchObject({ what: `Backup ${made.name}`, ok: true });
  });

  it('that is damaged is found by check, and is not restored', async () => {
    const board = await openBoard();
    add(board, 'Police');
    const file = path.join(board.folder, 'backups', names(board)[0] ?? '');
    const bytes = readFileSync(file);
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const finding = checkBoard(board.store).findings.find(({ what }) => what.startsWith('Backup'));
    expect(finding).toMatchObject({ ok: false });
    expect((await refusalOf(() => board.session.restore(path.basename(file)))).code).toBe('backup-failed');
    expect(agencies(board)).toEqual(['Police']);
    expect(readdirSync(board.folder).some((name) => name.endsWith('.part'))).toBe(false);
  });

  it.each(['../board.db', '/etc/passwd', '2026-11-23T09-00-00-000Z-asked.db', ''])(
    'is only restored from the list: “%s” is refused',
    async (name) => {
      const board = await openBoard();
      expect((await refusalOf(() => board.session.restore(name))).code).toBe('not-found');
      expect(board.session.isOpen).toBe(true);
    },
  );

  it('is made at the first unlock of a day, and not again that day', async () => {
    const board = await openBoard();
    rmSync(path.join(board.folder, 'backups'), { recursive: true });
    const first = await reopen(board);
    expect(listBackups(board.folder)).toMatchObject([{ reason: 'daily', madeAt: MORNING }]);
    board.clock.advance(6 * HOUR);
    const second = await reopen(first);
    expect(listBackups(board.folder)).toHaveLength(1);
    board.clock.advance(16 * HOUR);
    await reopen(second);
    expect(listBackups(board.folder)).toHaveLength(2);
  });
});

describe('restoring', () => {
  it('puts a backup in the board’s place, and can itself be undone', async () => {
    const board = await openBoard();
    add(board, 'Police');
    board.clock.advance(1000);
    const earlier = board.store.backup('asked').name;
    add(board, 'Health');
    board.clock.advance(1000);
    await board.client.backups.restore({ name: earlier });
    expect(agencies(board)).toEqual(['Police']);
    const undoing = listBackups(board.folder).find((backup) => backup.reason === 'before-restore')?.name ?? '';
    board.clock.advance(1000);
    await board.client.backups.restore({ name: undoing });
    expect(agencies(board)).toEqual(['Police', 'Health']);
    add(board, 'Council');
    expect(checkBoard(board.store).ok).toBe(true);
    expect(agencies(await reopen(board))).toEqual(['Police', 'Health', 'Council']);
  });

  it('works for the oldest of today’s, which making a backup of the board prunes', async () => {
    const board = await openBoard();
    const oldest = names(board).at(-1) ?? '';
    for (let at = 0; at < 2; at++) {
      board.clock.advance(1000);
      add(board, `Agency ${at}`);
      board.store.backup('asked');
    }
    expect(names(board)).toHaveLength(3);
    board.clock.advance(1000);
    board.session.restore(oldest);
    expect(agencies(board)).toEqual([]);
    expect(names(board)).not.toContain(oldest);
  });

  it('tells the page that everything changed', async () => {
    const board = await openBoard();
    const stop = new AbortController();
    const changes = await board.client.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    await new Promise((resolve) => setImmediate(resolve));
    board.clock.advance(1000);
    board.session.restore(names(board)[0] ?? '');
    expect(await next).toEqual({ done: false, value: { operationId: '', tables: [] } });
    stop.abort();
  });

  it('shows the name that the board had on the lock screen', async () => {
    const board = await openBoard();
    board.clock.advance(1000);
    const before = board.store.backup('asked').name;
    const { board: row } = await board.client.board.get();
    await board.client.records.edit({ table: 'boards', id: row.id, was: {}, now: { name: 'Samplebury' }, force: true });
    const nameWhenLocked = () => new BoardSession(board.folder, surroundingsAt(createClock())).status().boardName;
    expect(nameWhenLocked()).toBe('Samplebury');
    await board.client.history.undo({ operationId: (await board.client.history.next()).undo?.operationId ?? '' });
    expect(nameWhenLocked()).toBe(row.name);
    await board.client.records.edit({ table: 'boards', id: row.id, was: {}, now: { name: 'Samplebury' }, force: true });
    board.session.restore(before);
    expect(nameWhenLocked()).toBe(row.name);
  });
});

describe('restoring a board that opens but is damaged further in', () => {
  it('keeps the damaged file, since no backup of it can be made', async () => {
    const board = await openBoard();
    add(board, 'Police');
    board.clock.advance(1000);
    const name = board.store.backup('asked').name;
    board.session.close();
    const file = path.join(board.folder, 'board.db');
    const bytes = readFileSync(file);
    bytes.fill(7, bytes.length - 3 * 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    await board.session.unlock(PASSPHRASE);
    expect(checkBoard(board.store).findings[0]).toMatchObject({ what: 'Database', ok: false });
    expect((await refusalOf(board.client.backups.make())).code).toBe('database-damaged');
    await board.client.backups.restore({ name });
    expect(agencies(board)).toEqual(['Police']);
    expect(checkBoard(board.store).ok).toBe(true);
    expect(readdirSync(board.folder).some((left) => left.startsWith('board.db.damaged-'))).toBe(true);
  });
});

describe('restoring a board whose database is damaged', () => {
  const damaged = async () => {
    const board = await openBoard();
    add(board, 'Police');
    board.clock.advance(1000);
    const name = board.store.backup('asked').name;
    add(board, 'Health');
    board.session.close();
    const file = path.join(board.folder, 'board.db');
    const bytes = readFileSync(file).fill(7, 0, 10_000);
    writeFileSync(file, bytes);
    return { board, name, bytes };
  };

  it('puts the backup in its place and keeps the damaged file beside it', async () => {
    const { board, name, bytes } = await damaged();
    expect((await refusalOf(board.session.unlock(PASSPHRASE))).code).toBe('database-damaged');
    await board.session.restoreDamaged(PASSPHRASE, name);
    expect(agencies(board)).toEqual(['Police']);
    expect(checkBoard(board.store).ok).toBe(true);
    const kept = readdirSync(board.folder).find((file) => file.includes('damaged')) ?? '';
    expect(readFileSync(path.join(board.folder, kept))).toEqual(bytes);
  });

  it('asks for the passphrase, and touches nothing when the backup is damaged too', async () => {
    const { board, name, bytes } = await damaged();
    expect((await refusalOf(board.session.restoreDamaged('not this one', name))).code).toBe('wrong-passphrase');
    writeFileSync(path.join(board.folder, 'backups', name), bytes);
    expect((await refusalOf(board.session.restoreDamaged(PASSPHRASE, name))).code).toBe('backup-failed');
    expect(readFileSync(path.join(board.folder, 'board.db'))).toEqual(bytes);
    expect(readdirSync(board.folder).toSorted()).toEqual(['backups', 'board.db', 'vault.json']);
  });

  it('works when the database is gone altogether', async () => {
    const { board, name } = await damaged();
    rmSync(path.join(board.folder, 'board.db'));
    expect((await refusalOf(board.session.unlock(PASSPHRASE))).code).toBe('database-missing');
    await board.session.restoreDamaged(PASSPHRASE, name);
    expect(agencies(board)).toEqual(['Police']);
  });

  it('does not take another board’s backup', async () => {
    const { board } = await damaged();
    const other = await openBoard();
    other.clock.advance(5000);
    const foreign = '2026-11-23T10-00-00-000Z-asked.db';
    const session = new BoardSession(board.folder, surroundingsAt(board.clock));
    const source = path.join(board.folder, 'backups', foreign);
    copyFileSync(path.join(other.folder, 'board.db'), source);
    writeFileSync(source, readFileSync(source).toReversed());
    expect((await refusalOf(session.restoreDamaged(PASSPHRASE, foreign))).code).toBe('backup-failed');
  });
});
