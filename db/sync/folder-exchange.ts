/**
 * One exchange with the shared folder: everything there that this board lacks is taken in, everything that others may lack is
 * written. What a bundle holds, and what becomes of it, is for whoever knows the board; here it is decided which, in what order
 * and under which name. No file there is ever changed: what is written is new, under a name that was free.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BoardStanding, countOperations, type DeviceRange } from './evidence.ts';
import {
  createLookMemory,
  type FolderBundle,
  type FolderLook,
  forgetUnsigned,
  type HeaderReading,
  lookAtFolder,
  type UnreadableFile,
} from './folder-look.ts';
import { folderOfBoard, type Interval, nextBundleName, textToBundleName } from './folder-names.ts';
import { errorToFolderTrouble, type FolderTrouble } from './folder-trouble.ts';
import type { SealingWork } from './outgoing.ts';
import { planTakingIn, type TakingIn } from './plan-taking-in.ts';
import { type LackingSince, planWriting } from './plan-writing.ts';

/** What became of one bundle. */
export type BundleOutcome =
  | { readonly kind: 'taken-in' }
  /** Not again until the file or the member list changes. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Tried again at the next look: a clock, a full store of kept runs. */
  | { readonly kind: 'waits'; readonly why: string }
  /** A person is to look at it first. */
  | { readonly kind: 'asks'; readonly why: string }
  /** By the signal, before anything of it was taken in. */
  | { readonly kind: 'told-to-end' };

export type SealedFile = {
  /** The range of the writer's own operations, null when it holds none. */
  readonly own: Interval | null;
  /** The file in pieces, in order. */
  readonly pieces: readonly Uint8Array[];
};

export type FolderExchangeOptions = {
  readonly root: string;
  readonly board: string;
  /** The board's files were in this folder when it was last used, perhaps by an earlier run of the program. */
  readonly wasThere: boolean;
  readonly now: () => number;
  /** What the board holds at this moment. */
  readonly standing: () => BoardStanding;
  readonly readHeader: (file: string) => Promise<HeaderReading>;
  readonly takeIn: (bundle: FolderBundle, signal: AbortSignal) => Promise<BundleOutcome>;
  /** Bundles of these ranges, encrypted to everyone in good standing; more than one where the limits ask for a cut. */
  readonly seal: (ranges: readonly DeviceRange[], work: SealingWork) => AsyncIterable<SealedFile>;
  /** Whole or not at all; fails with EEXIST when there is a file of that name. */
  readonly writeNewFile: (file: string, pieces: readonly Uint8Array[]) => Promise<void>;
  /** Taking in, before each bundle: how many were dealt with, of how many. Writing: how many operations, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** For the status, by name: what lies in the folder and is not taken in. */
export type NotTakenIn = Pick<TakingIn, 'waiting' | 'refused' | 'gaps' | 'ownAhead'> & {
  readonly unreadable: readonly UnreadableFile[];
  /** Refused, or to be tried again, by what the bundle holds. */
  readonly setAside: readonly { readonly name: string; readonly why: string; readonly isRefused: boolean }[];
};

export type TookIn =
  | {
      readonly kind: 'done';
      readonly took: number;
      /** The devices that have a folder there. */
      readonly devices: readonly string[];
      readonly left: NotTakenIn;
    }
  | { readonly kind: 'asks'; readonly name: string; readonly why: string }
  | { readonly kind: 'trouble'; readonly trouble: FolderTrouble };

export type Wrote =
  /** Names as `DEVICE/NAME`. */
  | { readonly kind: 'done'; readonly wrote: readonly string[] }
  | { readonly kind: 'trouble'; readonly trouble: FolderTrouble };

export type FolderExchange = {
  /** Ends between two bundles when the signal asks for it; what was taken in by then stays. */
  readonly takeIn: (signal: AbortSignal) => Promise<TookIn>;
  /** `relay: 'now'` passes on others' operations without waiting for their author. */
  readonly write: (signal: AbortSignal, relay: 'now' | 'when-due') => Promise<Wrote>;
};

/** Never two at once. What the file system says of the folder comes back as trouble; what else is thrown goes up. */
export const createFolderExchange = (options: FolderExchangeOptions): FolderExchange => {
  const memory = createLookMemory();
  const refusals = new Map<string, { readonly stamp: string; readonly why: string }>();
  let wasThere = options.wasThere;
  let membersBefore = '';
  let lackingSince: LackingSince = new Map();

  const look = async (): Promise<FolderLook> => {
    const members = JSON.stringify(options.standing().members);
    if (members !== membersBefore) {
      membersBefore = members;
      forgetUnsigned(memory);
      refusals.clear();
    }
    const found = await lookAtFolder({ ...options, wasThere }, memory);
    if (found.kind === 'there' && found.devices.length > 0) wasThere = true;
    return found;
  };

  const takeInFrom = async (there: FolderLook & { kind: 'there' }, signal: AbortSignal): Promise<TookIn> => {
    const waits = new Map<string, string>();
    const done = new Set<string>();
    const refusalOf = ({ name, stamp }: FolderBundle): string | null => {
      const before = refusals.get(name);
      return before?.stamp === stamp ? before.why : null;
    };
    const plan = (): TakingIn =>
      planTakingIn(
        options.standing(),
        there.bundles.filter((bundle) => refusalOf(bundle) === null),
        ({ name }) => done.has(name) || waits.has(name),
      );
    let took = 0;
    let next = plan();
    // One that is not taken in may be what others follow: what is left is planned anew.
    for (let [bundle] = next.takeIn; bundle !== undefined && !signal.aborted; [bundle] = next.takeIn) {
      options.onProgress?.(done.size, done.size + next.takeIn.length);
      // oxlint-disable-next-line no-await-in-loop -- each follows the one before
      const outcome = await takeInOne(bundle, signal);
      const { name, stamp } = bundle;
      if (outcome.kind === 'asks') return { kind: 'asks', name, why: outcome.why };
      if (outcome.kind === 'refused') refusals.set(name, { stamp, why: outcome.why });
      else if (outcome.kind === 'waits') waits.set(name, outcome.why);
      else done.add(name);
      if (outcome.kind === 'taken-in') took += 1;
      const [, ...rest] = next.takeIn;
      next = outcome.kind === 'taken-in' && rest.length > 0 ? { ...next, takeIn: rest } : plan();
    }
    const setAside = there.bundles.flatMap((bundle) => {
      const why = refusalOf(bundle) ?? waits.get(bundle.name);
      return why === undefined ? [] : [{ name: bundle.name, why, isRefused: !waits.has(bundle.name) }];
    });
    const { waiting, refused, gaps, ownAhead } = next;
    const left = { waiting, refused, gaps, ownAhead, unreadable: there.unreadable, setAside };
    return { kind: 'done', took, devices: there.devices, left };
  };

  const takeInOne = async (bundle: FolderBundle, signal: AbortSignal): Promise<BundleOutcome | { kind: 'gone' }> => {
    try {
      return await options.takeIn(bundle, signal);
    } catch (error) {
      // Moved away since the look. That the whole folder went is for the next look to find out.
      if (codeOf(error) === 'ENOENT') return { kind: 'gone' };
      throw error;
    }
  };

  const writeTo = async (
    there: FolderLook & { kind: 'there' },
    signal: AbortSignal,
    relay: 'now' | 'when-due',
  ): Promise<Wrote> => {
    const standing = options.standing();
    const plan = planWriting(standing, there.bundles, { now: options.now(), relay, lackingSince });
    lackingSince = plan.lackingSince;
    const device = standing.thisDevice;
    const bundles: DeviceRange[][] = plan.own.map((interval) => [{ device, ...interval }]);
    if (plan.relay.length > 0) bundles.push([...plan.relay]);
    const wrote: string[] = [];
    if (bundles.length === 0) return { kind: 'done', wrote };
    if (signal.aborted) return { kind: 'done', wrote };
    const folder = await ownFolder(options.root, options.board, device);
    if (signal.aborted) return { kind: 'done', wrote };
    const of = countOperations(bundles.flat());
    let done = 0;
    const taken = await takenNames(folder);
    for (const ranges of bundles) {
      const before = done;
      const work = { signal, onProgress: (ofThese: number) => options.onProgress?.(before + ofThese, of) };
      // oxlint-disable-next-line no-await-in-loop -- one file after another
      for await (const file of options.seal(ranges, work)) {
        wrote.push(`${device}/${await writeUnderFreeName(folder, file, taken, options.writeNewFile)}`);
        if (signal.aborted) return { kind: 'done', wrote };
      }
      done += countOperations(ranges);
    }
    return { kind: 'done', wrote };
  };

  return {
    takeIn: (signal) => withTrouble(look, (there) => takeInFrom(there, signal)),
    write: (signal, relay) => withTrouble(look, (there) => writeTo(there, signal, relay)),
  };
};

const withTrouble = async <T>(
  look: () => Promise<FolderLook>,
  work: (there: FolderLook & { kind: 'there' }) => Promise<T>,
): Promise<T | { readonly kind: 'trouble'; readonly trouble: FolderTrouble }> => {
  try {
    const found = await look();
    return found.kind === 'there' ? await work(found) : found;
  } catch (error) {
    const trouble = errorToFolderTrouble(error);
    if (trouble === null) throw error;
    return { kind: 'trouble', trouble };
  }
};

/** Made level by level: a root that went meanwhile must not be made again as an empty folder on this laptop. */
const ownFolder = async (root: string, board: string, device: string): Promise<string> => {
  const folder = path.join(folderOfBoard(root, board), device);
  for (const level of [folderOfBoard(root, board), folder]) {
    // oxlint-disable-next-line no-await-in-loop -- the second lies in the first
    await mkdir(level).catch((error: unknown) => {
      if (!isExisting(error)) throw error;
    });
  }
  return folder;
};

/** Every name there, without the half files that an earlier run left: nobody else writes here. */
const takenNames = async (folder: string): Promise<Set<string>> => {
  const names = await readdir(folder);
  const isHalf = (name: string): boolean => name.endsWith('.part') && textToBundleName(name.slice(0, -5)) !== null;
  await Promise.all(names.filter(isHalf).map((name) => rm(path.join(folder, name), { force: true })));
  return new Set(names.filter((name) => !isHalf(name)));
};

const writeUnderFreeName = async (
  folder: string,
  { own, pieces }: SealedFile,
  taken: Set<string>,
  writeNewFile: FolderExchangeOptions['writeNewFile'],
): Promise<string> => {
  for (;;) {
    const name = nextBundleName(own, taken);
    taken.add(name);
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next name only when this one is taken
      await writeNewFile(path.join(folder, name), pieces);
      return name;
    } catch (error) {
      if (!isExisting(error)) throw error;
    }
  }
};

const isExisting = (error: unknown): boolean => codeOf(error) === 'EEXIST';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
