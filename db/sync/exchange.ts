/** An exchange with a shared folder or by one file, of an open board: what is asked for on the screen and on the command line. */
import { isWaitingRefusal } from '../domain/sync-words.ts';
import { headsOf } from '../store/causality.ts';
import { writeNewFileDurably } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { readBundleHeader } from './bundle-header.ts';
import { openFileSource } from './byte-source.ts';
import { isContainerSignedBy, readContainer, readContainers } from './container.ts';
import type { DeviceRange } from './evidence.ts';
import { type BundleOutcome, createFolderExchange, type FolderExchange } from './folder-exchange.ts';
import { createLookMemory, type HeaderReading, lookAtFolder } from './folder-look.ts';
import type { FolderTrouble } from './folder-trouble.ts';
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
import { planTakingIn } from './plan-taking-in.ts';
import { SyncRefused } from './refused.ts';
import type { Laptop } from './this-laptop.ts';

export type SharedFolder = {
  readonly root: string;
  /** The board's files were there when it was last used. */
  readonly wasThere: boolean;
};

/** `onTook` hears of every bundle that was taken in. */
export const exchangeWithFolder = (
  store: Store,
  laptop: Laptop,
  { root, wasThere }: SharedFolder,
  how: TakingIn = {},
  onTook: (took: TookInBundle, name: string) => void = () => undefined,
): FolderExchange =>
  createFolderExchange({
    root,
    wasThere,
    board: how.sponsor?.board ?? boardIdOf(store),
    now: () => store.now,
    standing: createStanding(store),
    readHeader: (file) => readHeaderOf(store, file, how),
    takeIn: ({ file, name }) => takeInFile(store, laptop, file, how, (took) => onTook(took, name)),
    seal: (ranges, signal) => sealRanges(store, laptop, ranges, signal),
    writeNewFile: writeNewFileDurably,
  });

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
    if (!(error instanceof SyncRefused)) throw error;
    if (error.code === 'many-removals') return { kind: 'asks', why: error.words };
    return { kind: isWaitingRefusal(error.code) ? 'waits' : 'refused', why: error.words };
  } finally {
    await source.close();
  }
};

export type FolderPreview = TookIn & {
  readonly bundles: number;
  /** By name: what is not looked at before something else has come, or is refused. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
};

/** What taking in from the folder would bring, all of it together; nothing is taken in. Fails with SyncRefused for removals. */
export const previewFolder = async (
  store: Store,
  laptop: Laptop,
  { root, wasThere }: SharedFolder,
  how: TakingIn = {},
): Promise<FolderPreview | FolderTrouble> => {
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
  const { takeIn, refused } = planTakingIn(createStanding(store)(), look.bundles);
  const left = refused.map(({ bundle, why }) => ({
    name: bundle.name,
    why: why === 'forked' ? 'another laptop writes under the same name' : 'it was written after its laptop was removed',
  }));
  const read: ReadBundle[] = [];
  for (const { file, name } of takeIn) {
    // oxlint-disable-next-line no-await-in-loop -- one file in memory after another
    const bundles = await readFile(store, laptop, file, how);
    if (bundles instanceof SyncRefused) left.push({ name, why: bundles.words });
    else read.push(...bundles);
  }
  return { ...takeInBundles(store, read, { ...how, previewOnly: true }), bundles: read.length, left };
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

export type OneFile = { readonly bundles: number; readonly operations: number; readonly bytes: number };

/**
 * One file for a stick or an e-mail: everything since each other laptop was last heard from, or with `all` from the beginning.
 * Null, and no file, when nobody lacks anything. The file must not exist.
 */
export const exportToFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  { all = false, signal }: { readonly all?: boolean; readonly signal?: AbortSignal } = {},
): Promise<OneFile | null> => {
  const ranges = rangesLacking(store, all);
  if (ranges.length === 0) return null;
  const pieces: Uint8Array[] = [];
  let bundles = 0;
  for await (const sealed of sealRanges(store, laptop, ranges, signal)) {
    pieces.push(...sealed.pieces);
    bundles += 1;
  }
  await writeNewFileDurably(file, pieces);
  return {
    bundles,
    operations: ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0),
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

/** Every bundle of the file, one after another; what was taken in before one is refused stays. Fails with SyncRefused. */
export const importFromFile = async (
  store: Store,
  laptop: Laptop,
  file: string,
  how: TakingIn = {},
): Promise<FromFile> => {
  const source = await openFileSource(file);
  const bundles: TookInBundle[] = [];
  try {
    for await (const container of readContainers(source)) {
      bundles.push(await takeInBundle(store, laptop, source, container, how));
    }
  } finally {
    await source.close();
  }
  return { bundles };
};

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
