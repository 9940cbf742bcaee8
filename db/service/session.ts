/**
 * The one board that this data process serves: nothing yet, locked, or open. Lock is not here: the shell ends the process.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Nation } from '../domain/codes.ts';
import { LEAST_PASSPHRASE_LENGTH, passphraseStrength } from '../domain/passphrase.ts';
import { backupFile, backupProblem, listBackups, vaultCopyOf } from '../store/backup.ts';
import { Failure, failureFrom, withFailures } from '../store/failure.ts';
import { copyFileDurably, renameDurably } from '../store/files.ts';
import { changeRefused, type PastStore } from '../store/past-store.ts';
import { keepSearchReady } from '../store/search-upkeep.ts';
import { createStore, DATABASE_FILE, openStore, type Store, type Surroundings, VAULT_FILE } from '../store/store.ts';
import {
  createVault,
  newRecoveryCode,
  readVault,
  renameVault,
  rewrapKey,
  type ScryptCost,
  type Secret,
  unwrapKey,
  type Vault,
  writeVault,
} from '../store/vault.ts';
import { isWaitingToJoin } from '../store/waiting.ts';
import { continueInCopy, type Identity, identityIn } from '../sync/continue-laptop.ts';
import { readPlace, storePlace } from '../sync/stored-place.ts';
import { BoardSync, type SyncSurroundings } from './board-sync.ts';
import { addStartingBoard } from './starting-board.ts';

export type NewBoard = {
  readonly name: string;
  readonly nation: Nation;
  readonly passphrase: string;
  readonly post: string;
  readonly deviceName: string;
};

/** A laptop that is to join the board of others. */
export type NewLaptop = Pick<NewBoard, 'passphrase' | 'post' | 'deviceName'>;

/** What stands in the place of the board's name until the board has come. */
export const WAITING_NAME = 'A board that this laptop waits to join';
const WAITING_LOCK_MINUTES = 10;

export type SessionOptions = {
  readonly cost?: ScryptCost;
  /** Without it nothing is exchanged with a shared folder unless somebody asks for it. */
  readonly sync?: SyncSurroundings;
};

const DAY = 24 * 60 * 60 * 1000;

export class BoardSession {
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** Exchange with other laptops, while the board is open. */
  readonly sync: BoardSync;
  readonly #cost: ScryptCost | undefined;
  #store: Store | null = null;
  /** The board as it was on the day that is looked at, for every connection alike: no two can see different days. */
  #past: PastStore | null = null;
  #stopUpkeep: () => void = () => undefined;
  #isWaiting = false;
  #creating = false;
  #failedAttempts = 0;
  #waitUntil = 0;
  readonly #whenOpened = new Set<() => void>();

  constructor(folder: string, surroundings: Surroundings, options: SessionOptions = {}) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.#cost = options.cost;
    this.sync = new BoardSync(() => this.#goOnAsNewDevice(), options.sync);
  }

  /**
   * What is looked at: the open board, or as it was on an earlier day, where every change is refused. Fails with locked, and with
   * not-allowed while the laptop waits to join: there is no board to look at.
   */
  get store(): Store {
    if (this.isWaitingToJoin)
      throw new Failure('not-allowed', {
        why: 'This laptop waits to join a board, so there is nothing to look at yet.',
        advice: 'Open the acceptance, compare the check code on the phone, then take in the first file of the board.',
      });
    return this.#past ?? this.present;
  }

  /** The open board as it is now, whatever day is looked at; also one that waits to join. Fails with locked. */
  get present(): Store {
    if (this.#store === null) throw new Failure('locked');
    return this.#store;
  }

  /** The day that is looked at, or null for now. */
  get pastDay(): string | null {
    return this.#past?.day ?? null;
  }

  /** Everything is answered as of the end of that day from here on; null goes back to now. */
  lookAt(past: PastStore | null): void {
    const before = this.#past;
    this.#past = past;
    before?.close();
    if (before !== past) this.#tellOpened();
  }

  /** For what changes the board without an operation of its own. Fails with not-allowed while an earlier day is looked at. */
  refuseInThePast(): void {
    if (this.#past !== null) throw changeRefused(this.#past.day);
  }

  get isOpen(): boolean {
    return this.#store !== null;
  }

  /** Open, and its board has not come yet. */
  get isWaitingToJoin(): boolean {
    this.#isWaiting &&= this.#store !== null && isWaitingToJoin(this.#store.db);
    return this.#isWaiting;
  }

  get cost(): ScryptCost | undefined {
    return this.#cost;
  }

  #file(name: string): string {
    return path.join(this.folder, name);
  }

  status() {
    const backups = listBackups(this.folder).map(({ name, madeAt, reason }) => ({ name, madeAt, reason }));
    const base = {
      boardName: null,
      problem: null,
      vaultCopy: this.#vaultCopy() !== null,
      autoLockMinutes: null,
      backups,
    };
    if (this.#store !== null) {
      const { boardName, autoLockMinutes, waitsToJoin } = this.#opened();
      return { ...base, state: waitsToJoin ? ('joining' as const) : ('open' as const), boardName, autoLockMinutes };
    }
    const hasVault = existsSync(this.#file(VAULT_FILE));
    if (!hasVault && !existsSync(this.#file(DATABASE_FILE))) {
      return isEmptyFolder(this.folder)
        ? { ...base, state: 'empty' as const }
        : { ...base, state: 'broken' as const, problem: 'folder-not-empty' as const };
    }
    try {
      return { ...base, state: 'locked' as const, boardName: readVault(this.#file(VAULT_FILE)).boardName };
    } catch (error) {
      const code = failureFrom(error)?.code;
      const problem =
        code === 'vault-missing' || code === 'vault-newer' || code === 'no-rights' ? code : ('vault-damaged' as const);
      return { ...base, state: 'broken' as const, problem };
    }
  }

  /** Makes a board in the folder, which must be empty or absent. Answers the recovery code, which is kept nowhere. */
  async create(board: NewBoard): Promise<{ readonly recoveryCode: string }> {
    const id = globalThis.crypto.randomUUID();
    return this.#make({ id, ...board }, (store) =>
      addStartingBoard(store, { id, name: board.name, nation: board.nation }),
    );
  }

  /** The same for a laptop whose board comes from others: there is none until then. `begin` writes what the laptop asks with. */
  async createToJoin(
    laptop: NewLaptop,
    begin: (store: Store) => Promise<void>,
  ): Promise<{ readonly recoveryCode: string }> {
    return this.#make({ id: globalThis.crypto.randomUUID(), name: WAITING_NAME, ...laptop }, begin);
  }

  async #make(
    board: NewLaptop & { readonly id: string; readonly name: string },
    begin: (store: Store) => void | Promise<void>,
  ): Promise<{ readonly recoveryCode: string }> {
    if (this.#creating || this.#store !== null || existsSync(this.#file(VAULT_FILE))) throw new Failure('board-exists');
    if (!isEmptyFolder(this.folder)) throw new Failure('folder-not-empty');
    refuseWeak(board.passphrase);
    withFailures(() => mkdirSync(this.folder, { recursive: true, mode: 0o700 }));
    this.#creating = true;
    const { vault, key, recoveryCode } = await createVault(board, this.surroundings.random, this.#cost);
    try {
      const store = createStore(this.folder, key, { name: board.deviceName, post: board.post }, this.surroundings);
      this.#store = store;
      await begin(store);
      writeVault(this.#file(VAULT_FILE), vault);
      this.#opens(store);
    } catch (error) {
      this.discard();
      throw error;
    } finally {
      this.#creating = false;
    }
    return { recoveryCode };
  }

  /** Fails with wrong-passphrase, the vault's or the database's failures. After three wrong ones, attempts slow down. */
  async unlock(passphrase: string): Promise<void> {
    await this.#open({ kind: 'passphrase', text: passphrase });
  }

  async recover(recoveryCode: string, passphrase: string): Promise<void> {
    refuseWeak(passphrase);
    const { vault, key } = await this.#open({ kind: 'recovery', text: recoveryCode });
    this.#replaceVault(await rewrapKey(vault, key, { kind: 'passphrase', text: passphrase }, this.surroundings.random));
  }

  async changePassphrase(current: string, next: string): Promise<void> {
    refuseWeak(next);
    const { vault, key } = await this.#unwrap({ kind: 'passphrase', text: current });
    this.#replaceVault(await rewrapKey(vault, key, { kind: 'passphrase', text: next }, this.surroundings.random));
  }

  async newRecoveryCode(passphrase: string): Promise<string> {
    const { vault, key } = await this.#unwrap({ kind: 'passphrase', text: passphrase });
    const text = newRecoveryCode(this.surroundings.random);
    this.#replaceVault(await rewrapKey(vault, key, { kind: 'recovery', text }, this.surroundings.random));
    return text;
  }

  /** The board's name stands in the vault too, for the lock screen: kept as it is on record, whatever changed it. */
  keepName(): void {
    const { boardName } = this.#opened();
    const vault = readVault(this.#file(VAULT_FILE));
    if (vault.boardName !== boardName) writeVault(this.#file(VAULT_FILE), renameVault(vault, boardName));
  }

  /**
   * The key file, and every copy of it that is kept with a backup: an old passphrase or recovery code opens none of them any
   * more. The data key is the same, so the copies go on opening their backups.
   */
  #replaceVault(vault: Vault): void {
    writeVault(this.#file(VAULT_FILE), vault);
    for (const { name } of listBackups(this.folder)) writeVault(vaultCopyOf(backupFile(this.folder, name)), vault);
  }

  /** Puts the newest copy of the key file that is kept with the backups in its place; the damaged one is kept beside it. */
  repairVault(): void {
    const copy = this.#vaultCopy();
    if (copy === null) throw new Failure('vault-missing');
    const vault = readVault(copy);
    const file = this.#file(VAULT_FILE);
    if (existsSync(file)) withFailures(() => copyFileDurably(file, `${file}.damaged`));
    writeVault(file, vault);
  }

  #vaultCopy(): string | null {
    for (const backup of listBackups(this.folder)) {
      const file = vaultCopyOf(backupFile(this.folder, backup.name));
      try {
        readVault(file);
        return file;
      } catch {
        // An unreadable copy is passed over for an older one.
      }
    }
    return null;
  }

  /** Puts a backup in the place of the open board; the board as it is becomes a backup first, so this can be undone. */
  restore(name: string): void {
    this.refuseInThePast();
    const store = this.present;
    const file = backupFile(this.folder, name);
    const { key } = store;
    this.#copyBeside(file, key, readableIdentity(store));
    // Making a backup prunes old ones, the chosen one perhaps among them: its copy is there already.
    const damaged = !backedUp(store);
    const place = damaged ? null : readPlace(store);
    this.close();
    if (damaged) this.#setAside();
    this.#putInPlace();
    const restored = openStore(this.folder, key, this.surroundings);
    // Which folder is shared is of today, not of the day of the backup.
    if (!damaged) storePlace(restored, place);
    this.#opens(restored);
    this.keepName();
  }

  /** The board as it is, put in its own place as a restored backup would be: all of it in one rename. */
  #goOnAsNewDevice(): void {
    if (this.#past === null) this.restore(this.present.backup('before-restore').name);
  }

  /** For a board whose database cannot be opened: keeps the damaged file beside it and puts the backup in its place. */
  async restoreDamaged(passphrase: string, name: string): Promise<void> {
    const file = backupFile(this.folder, name);
    const { key } = await this.#unwrap({ kind: 'passphrase', text: passphrase });
    this.#copyBeside(file, key, null);
    this.close();
    this.#setAside();
    this.#putInPlace();
    this.#opens(openStore(this.folder, key, this.surroundings));
    this.keepName();
  }

  /**
   * Copies a backup to where it can take the database's place in one rename, verifies the copy, and lets it go on as another
   * device if others know this laptop. `last`: what it is to them now.
   */
  #copyBeside(backup: string, key: Uint8Array, last: Identity | null): void {
    const file = `${DATABASE_FILE}.part`;
    const copy = this.#file(file);
    const takeAway = (): void => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true });
    };
    try {
      takeAway();
      withFailures(() => copyFileDurably(backup, copy));
      const problem = backupProblem(copy, key);
      if (problem !== null) throw new Failure('backup-failed', { why: problem });
      continueInCopy({ folder: this.folder, file, key }, last, this.surroundings);
    } catch (error) {
      takeAway();
      throw error;
    }
  }

  /** Keeps a damaged database, with what its log still holds, beside the one that takes its place. */
  #setAside(): void {
    const database = this.#file(DATABASE_FILE);
    const aside = `${database}.damaged-${this.surroundings.now()}`;
    for (const suffix of ['', '-wal']) {
      const part = `${database}${suffix}`;
      if (existsSync(part)) renameSync(part, `${aside}${suffix}`);
    }
  }

  #putInPlace(): void {
    withFailures(() => {
      const database = this.#file(DATABASE_FILE);
      for (const suffix of ['-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
      renameDurably(`${database}.part`, database);
    });
  }

  async #open(secret: Secret): Promise<{ readonly vault: Vault; readonly key: Uint8Array }> {
    const { vault, key } = await this.#unwrap(secret);
    if (this.#store === null) {
      if (!existsSync(this.#file(DATABASE_FILE))) throw new Failure('database-missing');
      const store = openStore(this.folder, key, this.surroundings);
      this.#opens(store);
      if (!this.isWaitingToJoin) backupDaily(store);
    }
    return { vault, key };
  }

  /** Every secret that a person types is tried here, so that guessing is slow wherever it is done. */
  async #unwrap(secret: Secret): Promise<{ readonly vault: Vault; readonly key: Uint8Array }> {
    const waitSeconds = Math.ceil((this.#waitUntil - this.surroundings.now()) / 1000);
    const wrong = secret.kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-code';
    if (waitSeconds > 0) throw new Failure(wrong, { waitSeconds });
    const vault = readVault(this.#file(VAULT_FILE));
    try {
      const key = await unwrapKey(vault, secret);
      this.#failedAttempts = 0;
      return { vault, key };
    } catch (error) {
      this.#failedAttempts++;
      const seconds = this.#failedAttempts < 3 ? 0 : Math.min(60, 2 ** (this.#failedAttempts - 2));
      this.#waitUntil = this.surroundings.now() + seconds * 1000;
      if (error instanceof Failure) throw new Failure(error.code, { waitSeconds: seconds });
      throw error;
    }
  }

  #opens(store: Store): void {
    this.#store = store;
    this.#isWaiting = true;
    const stopSearch = keepSearchReady(store);
    const stopNames = store.onChange(({ operationId, tables }) => {
      if (operationId === '' && tables.includes('boards')) this.#keepNameOfOthers();
    });
    this.#stopUpkeep = () => {
      stopSearch();
      stopNames();
    };
    this.sync.opens(store);
    this.#tellOpened();
  }

  /** The board came from another laptop, or its name did. It is on disk, so that the lock screen is behind is no failure. */
  #keepNameOfOthers(): void {
    try {
      this.keepName();
    } catch (error) {
      if (failureFrom(error) === null) throw error;
    }
  }

  #tellOpened(): void {
    for (const listener of this.#whenOpened) listener();
  }

  #opened() {
    const board = this.present
      .prepare<[], { boardName: string; autoLockMinutes: number }>(
        'select name as boardName, autoLockMinutes from boards limit 1',
      )
      .get();
    if (board !== undefined) return { ...board, waitsToJoin: false };
    if (!this.isWaitingToJoin) throw new Failure('database-damaged');
    return { boardName: WAITING_NAME, autoLockMinutes: WAITING_LOCK_MINUTES, waitsToJoin: true };
  }

  opened() {
    return this.#opened();
  }

  /** Calls the listener each time another board is answered from: opened, restored, or another day looked at. Returns how to stop. */
  onOpened(listener: () => void): () => void {
    this.#whenOpened.add(listener);
    return () => this.#whenOpened.delete(listener);
  }

  /** Takes away a board that was not finished being made. Hidden files were there before it, and stay. */
  discard(): void {
    this.close();
    for (const name of readdirSync(this.folder)) {
      if (!isHidden(name)) rmSync(this.#file(name), { recursive: true, force: true });
    }
  }

  close(): void {
    this.sync.closes();
    this.#stopUpkeep();
    this.#past?.close();
    this.#past = null;
    this.#store?.close();
    this.#store = null;
  }
}

const isHidden = (name: string): boolean => name.startsWith('.');

const isEmptyFolder = (folder: string): boolean => {
  if (!existsSync(folder)) return true;
  return withFailures(() => readdirSync(folder)).every(isHidden);
};

export const refuseWeak = (passphrase: string): void => {
  const { score, words } = passphraseStrength(passphrase);
  if (passphrase.length < LEAST_PASSPHRASE_LENGTH || score < 2) throw new Failure('weak-passphrase', { advice: words });
};

/** What the laptop is to the others; null too where the board is too damaged to say. */
const readableIdentity = (store: Store): Identity | null => {
  try {
    return identityIn(store.db);
  } catch (error) {
    if (failureFrom(error)?.code === 'database-damaged') return null;
    throw error;
  }
};

/** Makes a backup of the board as it is; false when it is too damaged for one. */
const backedUp = (store: Store): boolean => {
  try {
    store.backup('before-restore');
    return true;
  } catch (error) {
    if (failureFrom(error)?.code === 'database-damaged') return false;
    throw error;
  }
};

/** At the first unlock of a day, unless there is one from the last 20 hours. A failure is no reason not to open. */
const backupDaily = (store: Store): void => {
  const newest = listBackups(store.folder)[0];
  if (newest !== undefined && store.now - newest.madeAt < DAY - 4 * 60 * 60 * 1000) return;
  try {
    store.backup('daily');
  } catch (error) {
    if (failureFrom(error) === null) throw error;
  }
};
