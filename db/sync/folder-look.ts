/**
 * What lies in the shared folder now: every bundle by its name, with its plain header. Nothing is concluded from what is not
 * there, and nothing is remembered between two looks but what an unchanged file said.
 *
 * A file that cannot be read may be one that is still being copied (some programs write the full length first), so it is read
 * again at each look until it has not changed for ten minutes; only then is it refused. Links are not followed.
 *
 * A name is never written again, so a bundle whose signature was found good is asked for its size and time only every ten
 * minutes: ten thousand questions to a share are what makes a look slow. Taking one in checks all of it anyway.
 */
import { lstat, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { folderOfBoard, isFolderId, textToBundleName } from './folder-names.ts';
import { errorToFolderTrouble, type FolderTrouble } from './folder-trouble.ts';

/** What the folder's decisions need of a bundle's plain header (README, "Header of a bundle"). */
export type PlainHeader = {
  readonly board: string;
  readonly device: string;
  readonly continues: string | null;
  readonly clock: string;
  readonly to: readonly string[];
  /** Device, first, last, chain hash before the first, chain hash at the last. */
  readonly ranges: readonly (readonly [string, number, number, string, string])[];
  readonly has: readonly (readonly [string, number])[];
};

/**
 * `isSigned`: the whole file has its SHA-256 and the signature of the writer that the header names, whose key is on the member
 * list. What `to` and `has` say decides what is not written again, so an unsigned header is believed in nothing.
 */
export type HeaderReading =
  | { readonly kind: 'header'; readonly header: PlainHeader; readonly isSigned: boolean }
  | { readonly kind: 'refused'; readonly why: string };

export type FolderBundle = {
  /** The full name, for reading it. */
  readonly file: string;
  /** `DEVICE/NAME`: stands for the file in words and in keys. */
  readonly name: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
  readonly header: PlainHeader;
  readonly isSigned: boolean;
};

export type UnreadableFile = {
  readonly name: string;
  readonly why: string;
  /** It changed in the last ten minutes: perhaps a copy is under way. */
  readonly mayBeUnderWay: boolean;
};

export type FolderLook =
  | {
      readonly kind: 'there';
      /** By name. */
      readonly bundles: readonly FolderBundle[];
      readonly unreadable: readonly UnreadableFile[];
      /** The devices that have a folder there, sorted. */
      readonly devices: readonly string[];
      /** What lies in each device's folder, whatever it is. */
      readonly namesByDevice: ReadonlyMap<string, readonly string[]>;
    }
  | { readonly kind: 'trouble'; readonly trouble: FolderTrouble };

export type FolderPlace = {
  readonly root: string;
  readonly board: string;
  /** The board's files were there at an earlier look. A root without them is then no empty folder, but the wrong one. */
  readonly wasThere: boolean;
  /** Reads and checks one file; throws only what the file system does. */
  readonly readHeader: (file: string) => Promise<HeaderReading>;
  readonly now: () => number;
};

/** What unchanged files said. Kept by whoever looks, for as long as the board is open. */
export type LookMemory = Map<string, Remembered>;
export const createLookMemory = (): LookMemory => new Map();

/** A writer who was not known may be a member now: what was not signed is read again at the next look. */
export const forgetUnsigned = (memory: LookMemory): void => {
  for (const [name, { reading }] of memory) if (reading.kind === 'header' && !reading.isSigned) memory.delete(name);
};

/** Never throws what the file system says; what else is thrown is a bug. */
export const lookAtFolder = async (place: FolderPlace, memory: LookMemory): Promise<FolderLook> => {
  try {
    return await look(place, memory);
  } catch (error) {
    const trouble = errorToFolderTrouble(error);
    if (trouble === null) throw error;
    return { kind: 'trouble', trouble };
  }
};

type Remembered = {
  readonly stamp: string;
  /** When the file was first seen as it is. */
  readonly since: number;
  /** When its size and time were last asked for. */
  readonly askedAt: number;
  readonly reading: HeaderReading;
};

const STILL_COPYING = 10 * 60 * 1000;
const ASKED_AGAIN = 10 * 60 * 1000;
/** Files asked about at once. Few enough to leave the system's threads to others, on a share that answers slowly. */
const LANES = 32;

const look = async (place: FolderPlace, memory: LookMemory): Promise<FolderLook> => {
  if (!(await stat(place.root)).isDirectory()) return { kind: 'trouble', trouble: 'not-a-folder' };
  const board = folderOfBoard(place.root, place.board);
  const devices = await devicesIn(board);
  if (devices === null) {
    if (place.wasThere) return { kind: 'trouble', trouble: 'emptied' };
    return { kind: 'there', bundles: [], unreadable: [], devices: [], namesByDevice: new Map() };
  }
  const namesByDevice = new Map<string, readonly string[]>();
  const names: string[] = [];
  for (const device of devices) {
    // oxlint-disable-next-line no-await-in-loop -- a few folders, one after another
    const inFolder = await namesIn(path.join(board, device));
    namesByDevice.set(device, inFolder);
    for (const name of inFolder) if (textToBundleName(name) !== null) names.push(`${device}/${name}`);
  }
  names.sort();
  const bundles: FolderBundle[] = [];
  const unreadable: UnreadableFile[] = [];
  const looked = await inLanes(names, (name) => lookAtFile(place, memory, name));
  for (const found of looked) {
    if (found === null) continue;
    if ('header' in found) bundles.push(found);
    else unreadable.push(found);
  }
  const present = new Set(names);
  for (const name of memory.keys()) if (!present.has(name)) memory.delete(name);
  return { kind: 'there', bundles, unreadable, devices, namesByDevice };
};

/** Null when the board has no folder there yet. */
const devicesIn = async (board: string): Promise<readonly string[] | null> => {
  try {
    const entries = await readdir(board, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isFolderId(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
};

/** Null for what is no file, or went while it was looked at. */
const lookAtFile = async (
  place: FolderPlace,
  memory: LookMemory,
  name: string,
): Promise<FolderBundle | UnreadableFile | null> => {
  const file = path.join(folderOfBoard(place.root, place.board), name);
  const now = place.now();
  const remembered = memory.get(name);
  if (remembered !== undefined && isSettled(remembered, now)) return outcomeOf(place, name, remembered, now);
  try {
    const stats = await statsOf(file);
    if (!stats.isFile()) return null;
    const stamp = `${stats.size} ${stats.mtimeMs}`;
    const asBefore = remembered?.stamp === stamp ? remembered : null;
    const since = Math.min(asBefore?.since ?? now, now);
    const isKnown = asBefore !== null && (asBefore.reading.kind === 'header' || now - since >= STILL_COPYING);
    const reading = isKnown ? asBefore.reading : await place.readHeader(file);
    const found: Remembered = { stamp, since, askedAt: now, reading };
    memory.set(name, found);
    return outcomeOf(place, name, found, now);
  } catch (error) {
    if (isGone(error)) return null;
    return { name, why: whyUnreadable(error), mayBeUnderWay: true };
  }
};

/** A laptop's clock that was put back makes nothing settled. */
const isSettled = ({ reading, askedAt }: Remembered, now: number): boolean =>
  reading.kind === 'header' && reading.isSigned && now >= askedAt && now - askedAt < ASKED_AGAIN;

const outcomeOf = (place: FolderPlace, name: string, found: Remembered, now: number): FolderBundle | UnreadableFile => {
  const { reading, stamp } = found;
  if (reading.kind === 'refused') return { name, why: reading.why, mayBeUnderWay: now - found.since < STILL_COPYING };
  if (reading.header.board !== place.board) return { name, why: 'it belongs to another board', mayBeUnderWay: false };
  const file = path.join(folderOfBoard(place.root, place.board), name);
  return { file, name, stamp, header: reading.header, isSigned: reading.isSigned };
};

/** Of one file; what concerns the whole folder goes up. */
const whyUnreadable = (error: unknown): string => {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'ETXTBSY':
      return 'another program uses it, or this laptop has no right to read it';
    case 'EIO':
      return 'the drive could not read it';
    default:
      throw error;
  }
};

/** The callback form: a promise each costs half as much again over ten thousand files. */
const statsOf = (file: string): Promise<Stats> =>
  new Promise((resolve, reject) => {
    lstat(file, (error, stats) => (error === null ? resolve(stats) : reject(error)));
  });

const inLanes = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> => {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      const at = next++;
      // oxlint-disable-next-line no-await-in-loop -- a lane does one after another
      results[at] = await work(all[at] as T);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
};

const isGone = (error: unknown): boolean => codeOf(error) === 'ENOENT';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
