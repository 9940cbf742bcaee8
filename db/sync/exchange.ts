/** An exchange with a shared folder or by one file, of an open board: what is asked for on the screen and on the command line. */
import { isWaitingRefusal } from '../domain/sync-words.ts';
import { Failure } from '../store/failure.ts';
import { headsOf } from '../store/causality.ts';
import { writeNewFileDurably } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { type BundleHeader, readBundleHeader } from './bundle-header.ts';
import { openFileSource } from './byte-source.ts';
import { isContainerSignedBy, readContainer, readContainers } from './container.ts';
import { type BoardStanding, countOperations, type DeviceRange } from './evidence.ts';
import { type BundleOutcome, createFolderExchange, type FolderExchange } from './folder-exchange.ts';
import { createLookMemory, type HeaderReading, lookAtFolder } from './folder-look.ts';
import type { FolderTrouble } from './folder-trouble.ts';
import { type LeftFile, leftInWords } from './left-files.ts';
import {
  type ReadBundle,
  readBundle,
  type TakingIn,
  takeInBundle,
  takeInBundles,
  type TookIn,
  type TookInBundle,
} from './incoming.ts';
import { type LaptopRow, listLaptops } from './laptops.ts';
import { readMembers } from './members.ts';
import { boardIdOf, createStanding, sealRanges } from './outgoing.ts';
import { type Gap, planTakingIn } from './plan-taking-in.ts';
import { SyncRefused } from './refused.ts';
import type { Laptop } from './this-laptop.ts';

export type SharedFolder = {
  readonly root: string;
  /** The board's files were there when it was last used. */
  readonly wasThere: boolean;
};

export type FolderWork = {
  readonly how?: TakingIn;
  /** A person has looked at what this file would remove, and wants it. */
  readonly acceptsRemovalsOf?: (name: string) => boolean;
  /** Hears of every bundle that was taken in. */
  readonly onTook?: (took: TookInBundle, name: string) => void;
  readonly onProgress?: OnProgress;
};

/** How many of the files, or of the bytes of the one file, are dealt with. */
export type OnProgress = (done: number, of: number) => void;

export const exchangeWithFolder = (
  store: Store,
  laptop: Laptop,
  { root, wasThere }: SharedFolder,
  { how = {}, acceptsRemovalsOf, onTook, onProgress }: FolderWork = {},
): FolderExchange =>
  createFolderExchange({
    root,
    wasThere,
    board: how.sponsor?.board ?? boardIdOf(store),
    now: () => store.now,
    standing: standingWith(store, how),
    readHeader: (file) => readHeaderOf(store, file, how),
    takeIn: ({ file, name }, signal) =>
      takeInFile(
        store,
        laptop,
        file,
        { ...how, signal, acceptRemovals: how.acceptRemovals === true || acceptsRemovalsOf?.(name) === true },
        (took) => onTook?.(took, name),
      ),
    seal: (ranges, work) => sealRanges(store, laptop, ranges, work),
    writeNewFile: writeNewFileDurably,
    onProgress,
  });

/** While this laptop waits to join, the one that lets it in is the only member that it knows. */
const standingWith = (store: Store, { sponsor = null }: TakingIn): (() => BoardStanding) => {
  const standing = createStanding(store);
  if (sponsor === null) return standing;
  const { device } = sponsor;
  return () => {
    const found = standing();
    return found.members.length > 0 ? found : { ...found, members: [{ device, isInGoodStanding: true, end: null }] };
  };
};

/** Throws only what the file system does. */
const readHeaderOf = async (store: Store, file: string, { sponsor }: TakingIn): Promise<HeaderReading> => {
  const source = await openFileSource(file);
  try {
    const container = await readContainer(source, 'bundle');
    const header = readBundleHeader(container.header);
    const keys = new Map(readMembers(store).map(({ device, signKey }) => [device, signKey]));
    if (sponsor) keys.set(sponsor.device, sponsor.signKey);
    const key = keys.get(header.device) ?? (header.continues === null ? undefined : keys.get(header.continues));
    return { kind: 'header', header, isSigned: key !== undefined && isContainerSignedBy(container, key) };
  } catch (error) {
    if (error instanceof SyncRefused) return { kind: 'refused', why: error.words };
    throw error;
  } finally {
    await source.close();
  }
};

const takeInFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn,
  onTook: (took: TookInBundle) => void,
): Promise<BundleOutcome> => {
  const source = await openFileSource(file);
  try {
    for await (const container of readContainers(source))
      onTook(await takeInBundle(store, laptop, source, container, how));
    return { kind: 'taken-in' };
  } catch (error) {
    if (how.signal?.aborted === true && error instanceof Failure && error.code === 'cancelled')
      return { kind: 'told-to-end' };
    if (!(error instanceof SyncRefused)) throw error;
    if (error.code === 'many-removals') return { kind: 'asks', why: error.words };
    return { kind: isWaitingRefusal(error.code) ? 'waits' : 'refused', why: error.words };
  } finally {
    await source.close();
  }
};

export type Preview = TookIn & {
  readonly headers: readonly BundleHeader[];
  /** By name: what is not looked at before something else has come, or is refused. */
  readonly left: readonly LeftFile[];
  readonly gaps: readonly Gap[];
};

export type PreviewWork = { readonly signal?: AbortSignal; readonly onProgress?: OnProgress };

/** What taking in from the folder would bring, all of it together; nothing is taken in. */
export const previewFolder = (
  store: Store,
  laptop: Laptop,
  folder: SharedFolder,
  how: TakingIn,
  work: PreviewWork,
): Promise<Preview | FolderTrouble> => folderTogether(store, laptop, folder, { ...how, previewOnly: true }, work);

/**
 * Takes in all that the folder has for this laptop at once, or nothing: what brings it onto the list of a board stands in the last of
 * several bundles. Fails with SyncRefused.
 */
export const joinFromFolder = (
  store: Store,
  laptop: Laptop,
  folder: SharedFolder,
  how: TakingIn,
  work: PreviewWork,
): Promise<Preview | FolderTrouble> => folderTogether(store, laptop, folder, how, work);

const folderTogether = async (
  store: Store,
  laptop: Laptop,
  { root, wasThere }: SharedFolder,
  how: TakingIn,
  { signal, onProgress }: PreviewWork,
): Promise<Preview | FolderTrouble> => {
  const board = how.sponsor?.board ?? boardIdOf(store);
  const place = {
    root,
    board,
    wasThere,
    now: () => store.now,
    readHeader: (file: string) => readHeaderOf(store, file, how),
  };
  const look = await lookAtFolder(place, createLookMemory());
  if (look.kind === 'trouble') return look.trouble;
  const plan = planTakingIn(standingWith(store, how)(), look.bundles);
  const left = [...leftInWords(plan), ...look.unreadable];
  const read: ReadBundle[] = [];
  for (const [at, { file, name }] of plan.takeIn.entries()) {
    onProgress?.(at, plan.takeIn.length);
    if (signal?.aborted) throw new Failure('cancelled');
    // oxlint-disable-next-line no-await-in-loop -- one file in memory after another
    const bundles = await readFile(store, laptop, file, how);
    if (bundles instanceof SyncRefused) left.push({ name, why: bundles.words });
    else read.push(...bundles);
  }
  const tookIn = takeInBundles(store, read, how);
  return { ...tookIn, headers: read.map(({ header }) => header), left, gaps: plan.gaps };
};

/** The same of one file. Fails with SyncRefused. */
export const previewFile = (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn,
  work: PreviewWork,
): Promise<Preview> => fileTogether(store, laptop, file, { ...how, previewOnly: true }, work);

const fileTogether = async (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn,
  { signal, onProgress }: PreviewWork,
): Promise<Preview> => {
  const source = await openFileSource(file);
  try {
    const read: ReadBundle[] = [];
    for await (const container of readContainers(source)) {
      onProgress?.(container.at, source.size);
      if (signal?.aborted) throw new Failure('cancelled');
      read.push(await readBundle(store, laptop, source, container, how));
    }
    const tookIn = takeInBundles(store, read, how);
    return { ...tookIn, headers: read.map(({ header }) => header), left: [], gaps: gapsHere(store) };
  } finally {
    await source.close();
  }
};

const readFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn,
): Promise<ReadBundle[] | SyncRefused> => {
  const source = await openFileSource(file);
  try {
    const read: ReadBundle[] = [];
    for await (const container of readContainers(source))
      read.push(await readBundle(store, laptop, source, container, how));
    return read;
  } catch (error) {
    if (error instanceof SyncRefused) return error;
    throw error;
  } finally {
    await source.close();
  }
};

export type ExportWork = {
  readonly signal?: AbortSignal;
  /** How many of the operations are written. */
  readonly onProgress?: OnProgress;
};

export type OneFile = { readonly bundles: number; readonly operations: number; readonly bytes: number };

/**
 * One file for a stick or an e-mail: everything since each other laptop was last heard from, or with `all` from the beginning.
 * Null, and no file, when nobody lacks anything. The file must not exist.
 */
export const exportToFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  { all = false, signal, onProgress }: { readonly all?: boolean } & ExportWork = {},
): Promise<OneFile | null> => {
  const ranges = rangesLacking(store, all);
  if (ranges.length === 0) return null;
  const pieces: Uint8Array[] = [];
  let bundles = 0;
  const of = countOperations(ranges);
  const work = { signal, onProgress: (done: number) => onProgress?.(done, of) };
  for await (const sealed of sealRanges(store, laptop, ranges, work)) {
    pieces.push(...sealed.pieces);
    bundles += 1;
  }
  await writeNewFileDurably(file, pieces);
  return {
    bundles,
    operations: of,
    bytes: pieces.reduce((sum, { length }) => sum + length, 0),
  };
};

const rangesLacking = (store: Store, all: boolean): readonly DeviceRange[] => {
  const { members, exchanges, thisDevice, sealsOf } = createStanding(store)();
  const others = members.filter(({ device, isInGoodStanding }) => isInGoodStanding && device !== thisDevice);
  const hasOf = new Map(exchanges.map(({ device, has }) => [device, new Map(has)]));
  return [...headsOf(store.db)].flatMap(([device, head]) => {
    const held = all ? 0 : Math.min(head, ...others.map((other) => hasOf.get(other.device)?.get(device) ?? 0));
    const last = device === thisDevice ? head : (sealsOf(device).at(-1) ?? 0);
    return last > held ? [{ device, first: held + 1, last }] : [];
  });
};

export type FromFile = { readonly bundles: readonly TookInBundle[] };

export type FileWork = {
  readonly signal?: AbortSignal;
  readonly onTook?: (took: TookInBundle) => void;
  readonly onProgress?: OnProgress;
};

/**
 * Every bundle of the file, one after another; what was taken in before one is refused, or before the signal ends it, stays. While
 * this laptop waits to join, all of them at once or none. Fails with SyncRefused.
 */
export const importFromFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn = {},
  { signal, onTook, onProgress }: FileWork = {},
): Promise<FromFile> => {
  if (how.sponsor) {
    const { headers, ...took } = await fileTogether(store, laptop, file, how, { signal, onProgress });
    const bundles = headers.slice(-1).map((header) => ({ ...took, header }));
    for (const bundle of bundles) onTook?.(bundle);
    return { bundles };
  }
  const source = await openFileSource(file);
  const bundles: TookInBundle[] = [];
  try {
    for await (const container of readContainers(source)) {
      onProgress?.(container.at, source.size);
      if (signal?.aborted) break;
      const took = await takeInBundle(store, laptop, source, container, { ...how, signal });
      bundles.push(took);
      onTook?.(took);
    }
  } finally {
    await source.close();
  }
  return { bundles };
};

/** What is known to exist and is not here, by what came and by what others said that they hold. */
export const gapsHere = (store: Store): readonly Gap[] => planTakingIn(createStanding(store)(), []).gaps;

export type LaptopStatus = LaptopRow & {
  /** Number of its operations that are here. */
  readonly operations: number;
  /** How many of all operations here it was not known to have when it was last heard from. */
  readonly lacks: number;
};

/** The laptops of the board, with what each may lack. */
export const laptopsOf = (store: Store): readonly LaptopStatus[] => {
  const heads = headsOf(store.db);
  const has = new Map(
    createStanding(store)().exchanges.map((exchange) => [exchange.device, new Map(exchange.has)] as const),
  );
  return listLaptops(store).map((laptop) => {
    const lacksOf = (of: string, head: number): number => Math.max(0, head - (has.get(laptop.id)?.get(of) ?? 0));
    return {
      ...laptop,
      operations: heads.get(laptop.id) ?? 0,
      lacks: laptop.isThisOne ? 0 : [...heads].reduce((sum, [of, head]) => sum + lacksOf(of, head), 0),
    };
  });
};
