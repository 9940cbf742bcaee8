/**
 * An open board: the encrypted database with its change log. Everything the product reads and writes goes through one of these.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { SET_KEYS } from '../domain/merge-rules.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { type Backup, type BackupReason, makeBackup } from './backup.ts';
import {
  FIRST_HASH,
  hashedChangesOf,
  type Intent,
  installChangeLog,
  nextClock,
  type Operation,
  operationHash,
  type Value,
} from './change-log.ts';
import { headsOf, seenText, toldBy, type Vector } from './causality.ts';
import { closeDatabase, openDatabase, type Sqlite } from './database.ts';
import { installActionFacts, rereadClocksAfter } from './facts.ts';
import { Failure, withFailures } from './failure.ts';
import { refreshConflictsAfter } from './merge/conflicts.ts';
import { type Incoming, type Merged, mergeOperations, writeHeldBack } from './merge/merge.ts';
import { INSERT_OPERATION } from './log-writer.ts';
import { type Migration, migrate } from './migrate.ts';
import { handedOverReviews, refuseChangesToHandedOver, refuseLossUnderHold } from './protected-reviews.ts';
import { derivedId } from './set-rows.ts';
import { createStatements, type Prepared } from './statements.ts';
import { installSearch } from './search-index.ts';
import { type NewRow, quoted, type RecordedTable, type Row, type RowPatch } from './tables.ts';
import type { RandomBytes } from './vault.ts';
import { isWaitingToJoin } from './waiting.ts';

export const DATABASE_FILE = 'board.db';
export const VAULT_FILE = 'vault.json';

/** What the store takes from outside, so that tests can fix it. */
export type Surroundings = {
  /** Instant, milliseconds UTC. */
  readonly now: () => number;
  readonly random: RandomBytes;
};

export type Device = { readonly id: string; readonly name: string; readonly post: string };

/** Writes rows of the operation under way. */
export type Writer = {
  insert<T extends RecordedTable>(table: T, row: NewRow<T>): string;
  update<T extends RecordedTable>(table: T, id: string, patch: RowPatch<T>): void;
  /** Marks the row as removed; it can be brought back. */
  remove(table: RecordedTable, id: string): void;
  readonly db: Sqlite;
  readonly now: number;
};

export type Committed<T> = {
  readonly result: T;
  /** Null when nothing was different, so nothing was written. */
  readonly operation: { readonly id: string; readonly kind: string; readonly number: number } | null;
  readonly tables: readonly string[];
};

/** `operationId`: empty when operations of other laptops were taken in. */
export type ChangeListener = (changed: { readonly operationId: string; readonly tables: readonly string[] }) => void;

export class Store {
  readonly db: Sqlite;
  readonly folder: string;
  readonly device: Device;
  readonly surroundings: Surroundings;
  readonly #key: Uint8Array;
  readonly #statements: ReturnType<typeof createStatements>;
  readonly #listeners = new Set<ChangeListener>();
  #writing = false;
  #lastId = { msecs: 0, seq: 0 };
  /** What is here of others and no operation of this laptop has said yet; null when it is to be read. */
  #untold: Vector | null = null;

  constructor(db: Sqlite, folder: string, key: Uint8Array, device: Device, surroundings: Surroundings) {
    this.db = db;
    this.#statements = createStatements(db);
    this.folder = folder;
    this.#key = key;
    this.device = device;
    this.surroundings = surroundings;
  }

  get now(): number {
    return this.surroundings.now();
  }

  /** The board as it is now, whatever day this one is of. */
  get present(): Store {
    return this;
  }

  /** Where the change log lies: what an earlier moment of this board is replayed from. */
  get log(): Sqlite {
    return this.db;
  }

  /** A prepared statement, made once. */
  prepare<P extends unknown[], R>(sql: string): Prepared<P, R> {
    return this.#statements(sql) as Prepared<P, R>;
  }

  /** A UUIDv7, later than every one before it: rows made together sort in the order they were made. */
  newId(): string {
    const now = Math.max(this.now, this.#lastId.msecs);
    this.#lastId = { msecs: now, seq: now === this.#lastId.msecs ? this.#lastId.seq + 1 : 0 };
    return v7({ ...this.#lastId, random: this.surroundings.random(16) });
  }

  /** The row, removed or not. Fails with not-found. */
  row<T extends RecordedTable>(table: T, id: string): Row<T> {
    const row = this.prepare<[string], Row<T>>(`select * from ${quoted(table)} where id = ?`).get(id);
    if (row === undefined) throw new Failure('not-found', { what: table, id });
    return row;
  }

  /**
   * One user intent: all of it in one transaction with its log, or nothing. Returns when it is on disk.
   * Whatever the work throws undoes everything it wrote.
   */
  operation<T>(intent: Intent, work: (write: Writer) => T): Committed<T> {
    if (this.#writing) throw new Error('an operation is already under way');
    this.#writing = true;
    try {
      const committed = withFailures(() => this.db.transaction(() => this.#inTransaction(intent, work)).immediate());
      if (committed.operation !== null) {
        this.#untold = new Map();
        for (const listener of this.#listeners) {
          listener({ operationId: committed.operation.id, tables: committed.tables });
        }
      }
      return committed;
    } catch (error) {
      if (error instanceof NothingChanged) return { result: error.result as T, operation: null, tables: [] };
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  #inTransaction<T>(intent: Intent, work: (write: Writer) => T): Committed<T> {
    const last = this.prepare<[string], Pick<Operation, 'sequence' | 'hash'>>(
      'select sequence, hash from operations where deviceId = ? order by sequence desc limit 1',
    ).get(this.device.id);
    const latest = this.prepare<[], { clock: string | null }>('select max(clock) as clock from operations').get();
    const operation = {
      id: this.newId(),
      deviceId: this.device.id,
      sequence: (last?.sequence ?? 0) + 1,
      clock: nextClock(this.now, latest?.clock ?? null),
      actor: this.device.post,
      kind: intent.kind,
      reason: intent.reason ?? '',
      undoes: intent.undoes ?? null,
      previousHash: last?.hash ?? FIRST_HASH,
      seen: seenText(this.#newOfOthers()),
    };
    const number = Number(this.prepare(INSERT_OPERATION).run({ ...operation, hash: '' }).lastInsertRowid);
    this.prepare('insert into temp.currentOperation (number) values (?)').run(number);
    const handedOver = handedOverReviews(this);
    const result = work(this.#writer());
    this.prepare('delete from temp.currentOperation').run();
    const tables = this.prepare<[number], { tableName: string }>(
      'select distinct tableName from changes where operation = ?',
    )
      .all(number)
      .map((row) => row.tableName);
    if (tables.length === 0) throw new NothingChanged(result);
    refuseChangesToHandedOver(this, { number, kind: intent.kind }, handedOver);
    refuseLossUnderHold(this, number);
    refreshConflictsAfter(this, number);
    rereadClocksAfter(this, number);
    const hash = operationHash(operation, hashedChangesOf(this, number));
    this.prepare('update operations set hash = ? where number = ?').run(hash, number);
    return { result, operation: { id: operation.id, kind: operation.kind, number }, tables };
  }

  /**
   * Takes in operations of other laptops, all or none: see `mergeOperations` for what must hold of them. `before` and `after` are
   * written in the same transaction. A preview tells what would become of it and takes everything back.
   */
  takeIn(incoming: readonly Incoming[], { before, after, isPreview = false }: Alongside = {}): Merged {
    if (this.#writing) throw new Error('an operation is already under way');
    this.#writing = true;
    this.#untold = null;
    try {
      const merged = withFailures(() =>
        this.db
          .transaction(() => {
            before?.();
            const outcome = mergeOperations(this.db, incoming);
            after?.(outcome);
            if (isPreview) throw new OnlyLooked(outcome);
            return outcome;
          })
          .immediate(),
      );
      if (incoming.length > 0)
        for (const listener of this.#listeners) listener({ operationId: '', tables: merged.tables });
      return merged;
    } catch (error) {
      if (error instanceof OnlyLooked) return error.merged;
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  /** Nothing comes from others but by `takeIn`, so it is read once after that. */
  #newOfOthers(): Vector {
    if (this.#untold !== null) return this.#untold;
    const heads = headsOf(this);
    heads.delete(this.device.id);
    const told = toldBy(this, this.device.id);
    for (const [device, sequence] of heads) if (told.get(device) === sequence) heads.delete(device);
    this.#untold = heads;
    return heads;
  }

  #writer(): Writer {
    const writer: Writer = {
      db: this.db,
      now: this.now,
      insert: (table, row) => {
        const { id = derivedId(table, row) ?? this.newId(), ...fields } = row as { id?: string } & Record<
          string,
          Value
        >;
        const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
        if (table in SET_KEYS && this.#bringBack(table, id, fields)) return id;
        this.prepare(
          `insert into ${quoted(table)} (id${names.map((name) => `, ${quoted(name)}`).join('')}) values (?${', ?'.repeat(names.length)})`,
        ).run(id, ...names.map((name) => fields[name]));
        return id;
      },
      update: (table, id, patch) => {
        const fields = patch as Record<string, Value>;
        const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
        if (names.length === 0) return;
        const done = this.prepare(
          `update ${quoted(table)} set ${names.map((name) => `${quoted(name)} = ?`).join(', ')} where id = ?`,
        ).run(...names.map((name) => fields[name]), id);
        if (done.changes === 0) throw new Failure('not-found', { what: table, id });
      },
      remove: (table, id) => writer.update(table, id, { removed: this.now }),
    };
    return writer;
  }

  /** A member of a set is one row for ever: added again, it comes back with what it was added with. */
  #bringBack(table: RecordedTable, id: string, fields: Readonly<Record<string, Value>>): boolean {
    const there = this.prepare<[string], { id: string }>(`select id from ${quoted(table)} where id = ?`).get(id);
    if (there === undefined) return false;
    this.#writer().update(table, id, { ...fields, removed: null });
    return true;
  }

  /** Calls the listener after every operation that is on disk. Returns how to stop. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  backup(reason: BackupReason): Backup {
    return makeBackup(this.db, this.#key, { folder: this.folder, now: this.now }, reason);
  }

  /** The data key, for opening a backup of this board. Never leaves the data process. */
  get key(): Uint8Array {
    return this.#key;
  }

  close(): void {
    closeDatabase(this.db);
  }
}

type Alongside = {
  readonly before?: () => void;
  readonly after?: (merged: Merged) => void;
  readonly isPreview?: boolean;
};

/** Thrown inside the transaction to take back what was only to be looked at. */
class OnlyLooked extends Error {
  readonly merged: Merged;
  constructor(merged: Merged) {
    super('only looked at');
    this.merged = merged;
  }
}

/** Thrown inside the transaction to take back an operation that changed nothing. */
class NothingChanged extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('nothing changed');
    this.result = result;
  }
}

/** Makes the database of a new board in the folder, with the laptop that makes it as its first device. */
export const createStore = (
  folder: string,
  key: Uint8Array,
  device: { readonly name: string; readonly post: string },
  surroundings: Surroundings,
): Store =>
  withFailures(() => {
    mkdirSync(folder, { recursive: true });
    const db = openDatabase(path.join(folder, DATABASE_FILE), key, { create: true });
    try {
      migrate(db, MIGRATIONS, () => undefined);
      const id = v7({ msecs: surroundings.now(), random: surroundings.random(16) });
      db.prepare('insert into devices (id, name, post, addedAt) values (?, ?, ?, ?)').run(
        id,
        device.name,
        device.post,
        surroundings.now(),
      );
      db.prepare('insert into thisDevice (id) values (?)').run(id);
      return prepared(db, folder, key, { id, ...device }, surroundings);
    } catch (error) {
      db.close();
      throw error;
    }
  });

type OpeningOptions = {
  readonly migrations?: readonly Migration[];
  /** Another database of the folder than the board's: the copy of a backup that is to take its place. */
  readonly file?: string;
};

/** Opens the board's database, bringing it up to this program's schema; a verified backup is made before that. */
export const openStore = (
  folder: string,
  key: Uint8Array,
  surroundings: Surroundings,
  { migrations = MIGRATIONS, file = DATABASE_FILE }: OpeningOptions = {},
): Store =>
  withFailures(() => {
    const db = openDatabase(path.join(folder, file), key);
    try {
      const applied = migrate(db, migrations, () => {
        if (!isWaitingToJoin(db)) makeBackup(db, key, { folder, now: surroundings.now() }, 'before-migration');
      });
      const device = db
        .prepare<[], Device>('select d.id, d.name, d.post from devices d join thisDevice t on t.id = d.id')
        .get();
      if (device === undefined) throw new Failure('database-damaged');
      const store = prepared(db, folder, key, device, surroundings);
      if (applied.length > 0) db.transaction(() => writeHeldBack(db)).immediate();
      return store;
    } catch (error) {
      db.close();
      throw error;
    }
  });

const prepared = (db: Sqlite, folder: string, key: Uint8Array, device: Device, surroundings: Surroundings): Store => {
  installChangeLog(db);
  installActionFacts(db);
  installSearch(db);
  return new Store(db, folder, key, device, surroundings);
};
