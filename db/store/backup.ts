/**
 * Backups: `backups/<instant>-<why>.db` beside the board, made by VACUUM INTO (encrypted with the same key), opened and
 * checked before they count, with a copy of vault.json that opens them.
 *
 * Kept: the newest 3 of today, then 1 a day for a week, then 1 a week for a year. The newest good one is never pruned,
 * nor is one made before a restore in the last week, so a restore can be undone.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Sqlite } from './database.ts';
import { Failure, failureFrom } from './failure.ts';
import { copyFileDurably, renameDurably } from './files.ts';

export const BACKUP_REASONS = ['daily', 'asked', 'before-migration', 'before-import', 'before-restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export type Backup = {
  /** The file's name without its folder: stands for the backup wherever one is chosen. */
  readonly name: string;
  /** Instant, milliseconds UTC. */
  readonly madeAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
};

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z-]+)\.db$/;
const UNFINISHED = /-[a-z-]+\.db\.part/;

/** Makes one, verifies it, then prunes. Fails with backup-failed, disk-full or database-damaged, leaving earlier backups as they are. */
export const makeBackup = (
  db: Sqlite,
  key: Uint8Array,
  board: { readonly folder: string; readonly now: number },
  reason: BackupReason,
): Backup => {
  const folder = path.join(board.folder, 'backups');
  const name = `${new Date(board.now).toISOString().replaceAll(':', '-').replace('.', '-')}-${reason}.db`;
  const file = path.join(folder, name);
  const temporary = `${file}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    forgetUnfinished(folder);
    db.prepare('vacuum into ?').run(temporary);
    const problem = backupProblem(temporary, key);
    if (problem !== null) throw new Failure('backup-failed', { why: problem });
    renameDurably(temporary, file);
    const vault = path.join(board.folder, 'vault.json');
    if (existsSync(vault)) copyFileDurably(vault, vaultCopyOf(file));
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    const failure = failureFrom(error);
    // What the system says can name folders, which are nobody's business beyond this process.
    throw failure ?? new Failure('backup-failed', { why: 'the folder for backups cannot be used' }, error);
  }
  prune(folder, board.now);
  return { name, madeAt: board.now, reason, bytes: statSync(file).size };
};

/** What a crash left of backups that were under way: nobody else writes here, and each takes as much room as the board. */
const forgetUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) if (UNFINISHED.test(name)) rmSync(path.join(folder, name));
};

/** The key file that was in force when the backup was made, kept up with later changes of passphrase. */
export const vaultCopyOf = (backup: string): string => `${backup}.vault.json`;

/** Newest first. */
export const listBackups = (boardFolder: string): readonly Backup[] => {
  const folder = path.join(boardFolder, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const found = NAME.exec(name);
      if (found === null || !(BACKUP_REASONS as readonly string[]).includes(found[6] ?? '')) return [];
      const madeAt = Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}.${found[5]}Z`);
      return [{ name, madeAt, reason: found[6] as BackupReason, bytes: statSync(path.join(folder, name)).size }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
};

/** Opens the file and reads all of it; null when it is whole, else what is wrong. */
export const backupProblem = (file: string, key: Uint8Array): string | null => {
  let db: Sqlite | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    db.pragma(`cipher='sqlcipher'`);
    db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
    const result = db.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') return String(result);
    const boards = db.prepare<[], { n: number }>('select count(*) as n from boards').get();
    return boards?.n === 0 ? 'it holds no board' : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
};

/** The file of a backup named by `listBackups`. A name from anywhere else is refused. */
export const backupFile = (boardFolder: string, name: string): string => {
  if (!listBackups(boardFolder).some((backup) => backup.name === name)) {
    throw new Failure('not-found', { what: 'backup', id: name });
  }
  return path.join(boardFolder, 'backups', name);
};

/** Which backups stay. Pure, so that the rule can be read in a test. */
export const backupsToKeep = (backups: readonly Backup[], now: number): ReadonlySet<string> => {
  const DAY = 24 * 60 * 60 * 1000;
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt);
  const keep = new Set<string>();
  const seen = new Set<string>();
  let today = 0;
  for (const [position, backup] of newestFirst.entries()) {
    const day = new Date(backup.madeAt).toISOString().slice(0, 10);
    const isToday = day === new Date(now).toISOString().slice(0, 10);
    const age = now - backup.madeAt;
    const slot = age < 7 * DAY ? day : `week ${Math.floor(backup.madeAt / (7 * DAY))}`;
    const firstOfSlot = !seen.has(slot) && age < 366 * DAY;
    const undoesRestore = backup.reason === 'before-restore' && age < 7 * DAY;
    const keptByAge = isToday ? today++ < 3 : firstOfSlot;
    if (position === 0 || undoesRestore || keptByAge) keep.add(backup.name);
    seen.add(slot);
  }
  return keep;
};

const prune = (folder: string, now: number): void => {
  const backups = listBackups(path.dirname(folder));
  const keep = backupsToKeep(backups, now);
  for (const backup of backups) {
    if (keep.has(backup.name)) continue;
    rmSync(path.join(folder, backup.name), { force: true });
    rmSync(path.join(folder, vaultCopyOf(backup.name)), { force: true });
  }
};
