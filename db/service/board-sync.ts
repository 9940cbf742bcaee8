/**
 * Sync of the open board: the shared folder that is kept up to date while the program runs, and the folders and files that people
 * chose or handed in. It begins when a board is opened and ends with it.
 *
 * Must hold: one work at a time, whoever asks for it; paths stay here, the page knows ids; what is thrown after the board was
 * closed is nobody's concern.
 */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SyncReport } from '../contract/sync.ts';
import { Failure } from '../store/failure.ts';
import { headsOf } from '../store/causality.ts';
import { listBackups } from '../store/backup.ts';
import type { Store } from '../store/store.ts';
import { isWaitingToJoin } from '../store/waiting.ts';
import {
  type ContinuousSync,
  type ContinuousSyncOptions,
  createContinuousSync,
  type SyncState,
} from '../sync/continuous.ts';
import { exchangeWithFolder } from '../sync/exchange.ts';
import type { FolderExchange, NotTakenIn, TookIn, Wrote } from '../sync/folder-exchange.ts';
import { folderOfBoard } from '../sync/folder-names.ts';
import { allLeftInWords } from '../sync/left-files.ts';
import { boardIdOf } from '../sync/outgoing.ts';
import { checkSyncPlace } from '../sync/place.ts';
import { noteLook, notePaused, readPlace, type StoredPlace, storePlace } from '../sync/stored-place.ts';
import { joinOwnBoard } from '../sync/this-laptop.ts';
import { PassingFiles } from './passing-files.ts';
import { beginReport } from './sync-report.ts';
import type { Source } from './taking-in.ts';
import { createTurns, type Turns } from './turns.ts';

/** What sync takes from outside, so that tests can fix it. */
export type SyncSurroundings = Pick<ContinuousSyncOptions, 'setTimer' | 'watch' | 'onFault'> & {
  /** Milliseconds that work which was told to end, or a folder that was chosen, is waited for. */
  readonly patience?: number;
};

/** For a program that does one thing and ends: the shared folder is looked at only when somebody asks for it. */
export const ONLY_WHEN_ASKED: SyncSurroundings = {
  setTimer: () => () => undefined,
  watch: () => null,
  onFault: () => undefined,
};

/** The shared folder that is kept up to date. */
type Kept = {
  readonly name: string;
  readonly continuous: ContinuousSync;
  /** Files of which a person wants what they remove. */
  readonly accepted: Set<string>;
  lookedAt: number | null;
  left: NotTakenIn | null;
  /** Stands for the file of which it asks whether what it removes is right. */
  asked: string | null;
};

type Open = {
  readonly store: Store;
  readonly files: PassingFiles;
  readonly places: Map<string, Source>;
  readonly ending: AbortController;
  /** The last operation that this laptop wrote itself, counted on from the opening of the board. */
  ownHead: number;
  readonly stopListening: () => void;
  kept: Kept | null;
  lastReport: SyncReport | null;
};

export type KeptFolder = {
  readonly name: string;
  readonly state: SyncState;
  readonly lookedAt: number | null;
  readonly left: NotTakenIn | null;
  readonly asked: string | null;
};

const HOUR = 60 * 60 * 1000;
const LOOK_NOTED_EVERY = HOUR;

export class BoardSync {
  readonly #surroundings: SyncSurroundings;
  readonly #turns: Turns;
  readonly #listeners = new Set<() => void>();
  readonly #goOnAsNewDevice: () => void;
  #open: Open | null = null;

  /** `goOnAsNewDevice` is called when this laptop’s own operations came from others: its folder was put back by hand. */
  constructor(goOnAsNewDevice: () => void, surroundings: SyncSurroundings = ONLY_WHEN_ASKED) {
    this.#goOnAsNewDevice = goOnAsNewDevice;
    this.#surroundings = surroundings;
    this.#turns = createTurns(surroundings.patience);
  }

  /** Calls the listener whenever the status is another. Returns how to stop. */
  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  opens(store: Store): void {
    const open: Open = {
      store,
      files: new PassingFiles(store.folder),
      places: new Map(),
      ending: new AbortController(),
      ownHead: ownHeadOf(store),
      stopListening: store.onChange(({ operationId }) => {
        if (operationId === '') return;
        open.ownHead += 1;
        open.kept?.continuous.noteChange();
      }),
      kept: null,
      lastReport: null,
    };
    this.#open = open;
    const place = isWaitingToJoin(store.db) ? null : readPlace(store);
    if (place !== null) this.#keep(open, place);
  }

  /** Ends at once: what is under way comes to nothing, or to the end of a step that was taken whole. */
  closes(): void {
    void this.ends();
  }

  /** The same; resolves when the step under way has ended. */
  async ends(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    open.ending.abort();
    open.files.clear();
    open.stopListening();
    await open.kept?.continuous.stop();
  }

  /** One work at a time; that of the shared folder gives way. The signal ends it too when the board is closed. */
  inTurn<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const { ending } = this.#opened();
    const both = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
    return this.#turns(work, both);
  }

  /** A folder that a person chose in the shell. False when no board is open. */
  offerFolder(placeId: string, folder: string): boolean {
    if (this.#open === null) return false;
    this.#open.places.set(placeId, { kind: 'folder', path: folder, name: path.basename(folder) || folder });
    return true;
  }

  /** Fails with not-allowed: ids are forgotten when the board is locked. */
  place(placeId: string): Source {
    const place = this.#opened().places.get(placeId);
    if (place === undefined)
      throw new Failure('not-allowed', {
        why: 'That folder or file is not known any more.',
        advice: 'Nothing was changed. Choose it again.',
      });
    return place;
  }

  get files(): PassingFiles {
    return this.#opened().files;
  }

  /** Answers the place that stands for the file. */
  async takeFile(fileName: string, bytes: Blob): Promise<string> {
    const { files, places } = this.#opened();
    const placeId = globalThis.crypto.randomUUID();
    places.set(placeId, { kind: 'file', ...(await files.take(fileName, bytes)) });
    return placeId;
  }

  async useFolder(placeId: string): Promise<void> {
    const open = this.#opened();
    const chosen = this.place(placeId);
    if (chosen.kind !== 'folder') throw new Failure('not-allowed', { why: 'That is a file. Choose a folder.' });
    const place = await answeredWithin(checkSyncPlace(chosen.path, open.store.folder), this.#surroundings.patience);
    if (place.kind === 'refused') throw new Failure('not-allowed', { why: place.words });
    await joinOwnBoard(open.store);
    this.#refuseClosed(open);
    await this.#forget(open);
    const stored: StoredPlace = { path: place.folder, isPaused: false, lastLookAt: null };
    storePlace(open.store, stored);
    this.#keep(open, stored);
    this.#tell();
  }

  async forgetFolder(): Promise<void> {
    const open = this.#opened();
    await this.#forget(open);
    storePlace(open.store, null);
    this.#tell();
  }

  async pause(): Promise<void> {
    const { store } = this.#opened();
    const { continuous } = this.#keptOf();
    notePaused(store, true);
    await continuous.pause();
  }

  resume(acceptRemovals: boolean): void {
    const { store } = this.#opened();
    const { continuous, accepted } = this.#keptOf();
    const state = continuous.state();
    if (acceptRemovals && state.kind === 'asks') accepted.add(state.name);
    notePaused(store, false);
    continuous.resume();
  }

  lookNow(): Promise<void> {
    return this.#keptOf().continuous.lookNow();
  }

  /** Null when there is none. */
  folder(): KeptFolder | null {
    const { kept } = this.#opened();
    if (kept === null) return null;
    const { name, continuous, lookedAt, left, asked } = kept;
    return { name, state: continuous.state(), lookedAt, left, asked };
  }

  get lastReport(): SyncReport | null {
    return this.#opened().lastReport;
  }

  /** Kept when it brought something. */
  noteReport(report: SyncReport): void {
    if (report.operations === 0 || this.#open === null) return;
    this.#open.lastReport = report;
    this.#tell();
  }

  /**
   * After taking in: what this laptop wrote and did not hold any more came from others, or is known to be with them. It cannot
   * know whether that is all, so it writes on under another name, or not at all while an earlier day is looked at.
   */
  followItself(isAhead = false): void {
    const open = this.#opened();
    if (isAhead || ownHeadOf(open.store) > open.ownHead) this.#goOnAsNewDevice();
  }

  #opened(): Open {
    if (this.#open === null) throw new Failure('locked');
    return this.#open;
  }

  #refuseClosed(open: Open): void {
    if (this.#open !== open) throw new Failure('locked');
  }

  #keptOf(): Kept {
    const { kept } = this.#opened();
    if (kept === null)
      throw new Failure('not-allowed', { why: 'No shared folder is kept up to date.', advice: 'Choose one first.' });
    return kept;
  }

  async #forget(open: Open): Promise<void> {
    const { kept } = open;
    open.kept = null;
    await kept?.continuous.stop();
    this.#refuseClosed(open);
  }

  #keep(open: Open, place: StoredPlace): void {
    const { store } = open;
    const accepted = new Set<string>();
    let notedAt = place.lastLookAt;
    let exchange: FolderExchange | null = null;
    const report = { current: beginReport() };
    const opened = async (): Promise<FolderExchange> =>
      (exchange ??= exchangeWithFolder(
        store,
        await joinOwnBoard(store),
        { root: place.path, wasThere: place.lastLookAt !== null },
        {
          how: { beforeTakingIn: () => backUpHourly(store) },
          acceptsRemovalsOf: (name) => accepted.has(name),
          onTook: (took) => report.current.note(took, [took.header]),
        },
      ));
    const takeIn = async (signal: AbortSignal): Promise<TookIn> => {
      report.current = beginReport();
      let left: NotTakenIn | null = null;
      try {
        const took = await (await opened()).takeIn(signal);
        if (took.kind === 'done') left = took.left;
        return took;
      } finally {
        if (this.#open === open)
          this.noteReport(
            report.current.finish(store, { gaps: left?.gaps ?? [], left: left === null ? [] : allLeftInWords(left) }),
          );
      }
    };
    const write = async (signal: AbortSignal): Promise<Wrote> => {
      try {
        return await (await opened()).write(signal, 'when-due');
      } catch (error) {
        // It gave way: what is lacking there is written by the next step.
        if (signal.aborted && error instanceof Failure && error.code === 'cancelled')
          return { kind: 'done', wrote: [] };
        throw error;
      }
    };
    const continuous = createContinuousSync({
      ...this.#surroundings,
      root: place.path,
      board: boardIdOf(store),
      thisDevice: () => store.device.id,
      now: () => store.now,
      takeIn: (signal) => this.#turns(takeIn, signal, { givesWay: true }),
      write: (signal) => this.#turns(write, signal, { givesWay: true }),
      onState: (state) => {
        kept.asked = state.kind === 'asks' ? offerAsked(open, place.path, state.name) : null;
        this.#tell();
      },
      onTakenIn: ({ devices, left }) => {
        if (this.#open !== open) return;
        kept.left = left;
        kept.lookedAt = store.now;
        this.followItself(left.ownAhead !== null);
        // An empty folder is no place where the files of the board were.
        if (this.#open !== open || devices.length === 0 || (notedAt !== null && store.now - notedAt < LOOK_NOTED_EVERY))
          return;
        notedAt = store.now;
        noteLook(store, notedAt);
      },
    });
    const kept: Kept = {
      name: path.basename(place.path) || place.path,
      continuous,
      accepted,
      lookedAt: null,
      left: null,
      asked: null,
    };
    open.kept = kept;
    if (place.isPaused) void continuous.pause();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The file, to be looked at like one that was handed in. */
const offerAsked = ({ store, places }: Open, root: string, name: string): string => {
  const placeId = globalThis.crypto.randomUUID();
  const file = path.join(folderOfBoard(root, boardIdOf(store)), name);
  places.set(placeId, { kind: 'file', path: file, name: path.basename(name) });
  return placeId;
};

const LONGEST_ANSWER = 15_000;

/** Fails with not-allowed when a folder does not answer: the call itself cannot be taken back. */
const answeredWithin = async <T>(answer: Promise<T>, ms = LONGEST_ANSWER): Promise<T> => {
  const waiting = new AbortController();
  const silence = wait(ms, undefined, { signal: waiting.signal, ref: false }).then(() => {
    throw new Failure('not-allowed', {
      why: 'That folder does not answer.',
      advice: 'If it is on a network drive, check the connection, then choose it again. Nothing was changed.',
    });
  });
  // Ended below: then nobody waits for it.
  silence.catch(() => undefined);
  try {
    return await Promise.race([answer, silence]);
  } finally {
    waiting.abort();
  }
};

const ownHeadOf = (store: Store): number => headsOf(store.db).get(store.device.id) ?? 0;

/** A verified one, unless there is one from the last hour. */
const backUpHourly = (store: Store): void => {
  const newest = listBackups(store.folder)[0];
  if (newest === undefined || store.now - newest.madeAt >= HOUR || newest.madeAt > store.now)
    store.backup('before-import');
};
