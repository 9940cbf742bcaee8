/**
 * What to take in from the shared folder: a decision over plain headers, without a file or a database. It never skips (a range
 * follows what is held, or waits) and never takes what is held.
 */
import {
  type BoardStanding,
  compareText,
  type DeviceRange,
  furthestProven,
  holdingsOf,
  judge,
  membersByDevice,
  type RefusedBundle,
} from './evidence.ts';
import type { FolderBundle, PlainHeader } from './folder-look.ts';
import type { Interval } from './folder-names.ts';
import { after, mergeIntervals, reachWith, withoutIntervals } from './intervals.ts';

export type Gap = DeviceRange & {
  /** Nobody's file holds it; or one does, which was not encrypted to this device. */
  readonly why: 'missing' | 'not-for-us';
  /** What is here and waits for it. */
  readonly behind: Interval | null;
};

export type TakingIn = {
  /** In this order: each adds something when those before it are taken in. */
  readonly takeIn: readonly FolderBundle[];
  readonly waiting: readonly {
    readonly bundle: FolderBundle;
    readonly why: 'unknown-writer' | 'not-for-us' | 'gap';
  }[];
  readonly refused: readonly RefusedBundle[];
  /** By device and sequence. */
  readonly gaps: readonly Gap[];
  /** This device's own operations beyond what it holds, which others hold: only after a restore by hand. */
  readonly ownAhead: Interval | null;
};

/**
 * What to take in, what waits for what, and what is missing, whatever the order of the files. `isPassedOver`: not to be taken
 * in at this look, though what it holds is not missing.
 */
export const planTakingIn = (
  standing: BoardStanding,
  bundles: readonly FolderBundle[],
  isPassedOver: (bundle: FolderBundle) => boolean = () => false,
): TakingIn => {
  const members = membersByDevice(standing);
  const { evidence, unknown, refused } = judge(standing, members, bundles);
  const waiting: TakingIn['waiting'][number][] = unknown.map((bundle) => ({ bundle, why: 'unknown-writer' }));

  const here = createReach(standing);
  const isForUs = ({ header }: FolderBundle): boolean => header.to.includes(standing.thisDevice);
  const inOrder = evidence.filter(isForUs).toSorted(byClock);
  const takeIn: FolderBundle[] = [];
  let left = inOrder;
  for (let before = -1; before !== takeIn.length; ) {
    before = takeIn.length;
    left = left.filter((bundle) => {
      if (isPassedOver(bundle) || !here.isFollowed(bundle.header)) return here.isNew(bundle.header);
      here.take(bundle.header);
      takeIn.push(bundle);
      return false;
    });
  }
  for (const bundle of left) {
    if (here.isNew(bundle.header) && !isPassedOver(bundle)) waiting.push({ bundle, why: 'gap' });
  }
  const notForUs = evidence.filter((bundle) => !isForUs(bundle) && here.isNew(bundle.header));
  for (const bundle of notForUs) waiting.push({ bundle, why: 'not-for-us' });

  const provenTo = furthestProven(holdingsOf(standing, evidence), members);
  const ownHeld = standing.held.get(standing.thisDevice) ?? 0;
  const [ownAhead = null] = after(ownHeld, provenTo.get(standing.thisDevice) ?? 0);
  return { takeIn, waiting, refused, gaps: gapsIn(standing, here, provenTo, left, notForUs), ownAhead };
};

/** What is here when the bundles so far are taken in. A run that does not follow yet is kept. */
const createReach = ({ held, kept }: BoardStanding) => {
  const keptOf = new Map<string, readonly Interval[]>();
  const keep = ({ device, first, last }: DeviceRange): void => {
    keptOf.set(device, mergeIntervals([...(keptOf.get(device) ?? []), { first, last }]));
  };
  for (const run of kept) keep(run);
  const reachOf = (device: string): number => reachWith(held.get(device) ?? 0, keptOf.get(device) ?? []);
  const lacks = ([device, first, last]: PlainHeader['ranges'][number]): boolean => {
    const reach = reachOf(device);
    return (
      last > reach && withoutIntervals(after(Math.max(reach, first - 1), last), keptOf.get(device) ?? []).length > 0
    );
  };
  return {
    reachOf,
    keptOf: (device: string): readonly Interval[] => keptOf.get(device) ?? [],
    /** It holds something that is not here. */
    isNew: ({ ranges }: PlainHeader): boolean => ranges.some(lacks),
    /** It holds something new that follows what is here. */
    isFollowed: ({ ranges }: PlainHeader): boolean =>
      ranges.some((range) => range[1] <= reachOf(range[0]) + 1 && range[2] > reachOf(range[0])),
    take: ({ ranges }: PlainHeader): void => {
      for (const [device, first, last] of ranges) keep({ device, first, last });
    },
  };
};

const byClock = (a: FolderBundle, b: FolderBundle): number =>
  compareText(a.header.clock, b.header.clock) ||
  compareText(a.header.device, b.header.device) ||
  compareText(a.name, b.name);
const gapsIn = (
  { thisDevice }: BoardStanding,
  here: ReturnType<typeof createReach>,
  provenTo: ReadonlyMap<string, number>,
  behindGaps: readonly FolderBundle[],
  notForUs: readonly FolderBundle[],
): readonly Gap[] => {
  const inFiles = rangesByDevice(behindGaps);
  const closed = rangesByDevice(notForUs);
  return [...provenTo]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([device, last]) => {
      if (device === thisDevice) return [];
      const present = mergeIntervals([...here.keptOf(device), ...(inFiles.get(device) ?? [])]);
      const lacking = withoutIntervals(after(here.reachOf(device), last), present);
      const missing = withoutIntervals(lacking, closed.get(device) ?? []);
      const gap = (why: Gap['why']) => (one: Interval) => ({
        device,
        ...one,
        why,
        behind: present.find(({ first }) => first > one.last) ?? null,
      });
      return [...missing.map(gap('missing')), ...withoutIntervals(lacking, missing).map(gap('not-for-us'))].toSorted(
        (a, b) => a.first - b.first,
      );
    });
};

const rangesByDevice = (bundles: readonly FolderBundle[]): ReadonlyMap<string, readonly Interval[]> => {
  const ranges = new Map<string, Interval[]>();
  for (const { header } of bundles) {
    for (const [device, first, last] of header.ranges) {
      const ofDevice = ranges.get(device) ?? [];
      ofDevice.push({ first, last });
      ranges.set(device, ofDevice);
    }
  }
  return ranges;
};
