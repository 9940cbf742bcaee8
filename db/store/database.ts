/**
 * Opens the encrypted database. One connection, which holds the file to itself for as long as it is open: a second program
 * on the same board is refused by SQLite's own lock, which the system lets go of even when a program is killed.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Failure, failureFrom, withFailures } from './failure.ts';
import type { Prepared } from './statements.ts';

export type Sqlite = Database.Database;

/** What queries read from: the open board, or the board as it was. */
export type Reader = { prepare<P extends unknown[], R>(sql: string): Prepared<P, R> };

/** The open board, whose statements are made once, with the database itself for what is rare. */
export type OpenBoard = Reader & { readonly db: Sqlite };

/** Opens, or makes when `create` is set. `key` is the 32-byte data key. */
export const openDatabase = (file: string, key: Uint8Array, options: { readonly create?: boolean } = {}): Sqlite =>
  withFailures(() => {
    if (!options.create) refuseWhatIsNotOurs(file);
    const db = new Database(file, { fileMustExist: !options.create, timeout: 250 });
    try {
      db.pragma(`cipher='sqlcipher'`);
      db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
      db.pragma('temp_store = MEMORY');
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      db.pragma('secure_delete = ON');
      db.pragma('cache_size = -128000');
      db.pragma('trusted_schema = OFF');
      db.prepare('select count(*) from sqlite_schema').get();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });

/** An empty database in memory with the same settings where they matter, for looking at the board as it was. */
export const openInMemory = (): Sqlite => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  db.pragma('temp_store = MEMORY');
  return db;
};

/** Takes what the write-ahead log holds into the file and closes. On a full disk the log stays, and the next opening takes it in. */
export const closeDatabase = (db: Sqlite): void => {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (failureFrom(error) === null) throw error;
  } finally {
    db.close();
  }
};

const PLAIN_HEADER = 'SQLite format 3\u0000';

const refuseWhatIsNotOurs = (file: string): void => {
  if (!existsSync(file)) throw new Failure('database-missing');
  // Opened for writing: SQLite would open a file that it may only read, and fail later without saying why.
  const handle = openSync(file, 'r+');
  try {
    const header = Buffer.alloc(16);
    const length = readSync(handle, header, 0, 16, 0);
    if (length === 0) throw new Failure('database-damaged');
    if (header.toString('latin1') === PLAIN_HEADER) throw new Failure('database-unencrypted');
  } finally {
    closeSync(handle);
  }
};
