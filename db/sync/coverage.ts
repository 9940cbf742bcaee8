/**
 * What to take in from the shared folder and what to write there: decisions over plain headers, without a file or a database.
 *
 * Taking in never skips (a range follows what is held, or waits) and never takes what is held. Writing leaves nothing out that
 * a member may lack and is idempotent: once what it asks for lies in the folder, it asks for nothing. Only what members signed
 * counts as evidence; a file that somebody took away is written again. Accepted: a member that says it holds what it does not gets
 * less, and one that names operations which nobody has makes a gap that stays named until it is removed.
 */
import type { FolderBundle, PlainHeader } from './folder-look.ts';
import type { Interval } from './folder-names.ts';
import { after, mergeIntervals, reachWith, withoutIntervals } from './intervals.ts';

export type DeviceRange = Interval & { readonly device: string };

export type MemberDevice = {
  readonly device: string;
  readonly isInGoodStanding: boolean;
  /** Of a removed device: the last of its operations that is taken in. */
  readonly end: number | null;
};

/** What this board holds and knows. */
export type BoardStanding = {
  readonly thisDevice: string;
  readonly members: readonly MemberDevice[];
  /** By device, adopted ones too: the last operation of it that is applied here. */
  readonly held: ReadonlyMap<string, number>;
  /** The chain hash of a device at a sequence that is applied here, null at any other. Asked for both ends of every range at every look, so best remembered. */
  readonly hashAt: (device: string, sequence: number) => string | null;
  /** Runs kept here until what they follow comes (`waitingRuns`). */
  readonly kept: readonly DeviceRange[];
  /** Sequences of a device up to which its operations may be passed on: sealed or adopted ones, rising. */
  readonly sealsOf: (device: string) => readonly number[];
  /** What other devices last said that they hold, on whatever way (`exchanges`). */
  readonly exchanges: readonly { readonly device: string; readonly has: PlainHeader['has'] }[];
};

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
  /** `device`: the one that forked, or that was removed. */
  readonly refused: readonly {
    readonly bundle: FolderBundle;
    readonly why: 'forked' | 'beyond-end';
    readonly device: string;
  }[];
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

  const provenTo = furthestProven(standing, evidence, members);
  const ownHeld = standing.held.get(standing.thisDevice) ?? 0;
  const [ownAhead = null] = after(ownHeld, provenTo.get(standing.thisDevice) ?? 0);
  return { takeIn, waiting, refused, gaps: gapsIn(standing, here, provenTo, left, notForUs), ownAhead };
};

export type Writing = {
  /** This device's own operations, a bundle each, encrypted to everyone in good standing. */
  readonly own: readonly Interval[];
  /** Others' operations that are due to be passed on, in one bundle of at most 64 ranges, by device and sequence. */
  readonly relay: readonly DeviceRange[];
  /** Since when who lacks what of whom. Handed in again at the next look. */
  readonly lackingSince: LackingSince;
};

/** `RECIPIENT AUTHOR FIRST` → instant. */
export type LackingSince = ReadonlyMap<string, number>;

/**
 * What some device in good standing may lack and no file holds that is encrypted to it. Own operations at once. Those of others
 * when asked for (`relay: 'now'`), else once their author has had ten minutes to do so, and each laptop that could pass them on
 * a minute more than the one before it, so that one does.
 */
export const planWriting = (
  standing: BoardStanding,
  bundles: readonly FolderBundle[],
  turn: { readonly now: number; readonly relay: 'now' | 'when-due'; readonly lackingSince: LackingSince },
): Writing => {
  const { thisDevice } = standing;
  const members = membersByDevice(standing);
  const inGoodStanding = standing.members.filter((one) => one.isInGoodStanding).map(({ device }) => device);
  const { evidence } = judge(standing, members, bundles);
  const hasOf = holdingsOf(standing, evidence);
  const filesFor = rangesByRecipient(
    evidence.filter(({ header }) => members.get(header.device)?.isInGoodStanding === true),
    hasOf,
  );
  const own: Interval[] = [];
  const relay = new Map<string, Interval[]>();
  const lackingSince = new Map<string, number>();
  for (const recipient of inGoodStanding) {
    if (recipient === thisDevice) continue;
    for (const [author, held] of standing.held) {
      if (author === recipient) continue;
      const seals = author === thisDevice ? [] : standing.sealsOf(author).filter((sequence) => sequence <= held);
      const upTo = author === thisDevice ? held : (seals.at(-1) ?? 0);
      const lacking = withoutIntervals(
        after(hasOf.get(recipient)?.get(author) ?? 0, upTo),
        filesFor.get(recipient)?.get(author) ?? [],
      );
      const [earliest] = lacking;
      if (earliest === undefined) continue;
      if (author === thisDevice) {
        own.push(...lacking);
        continue;
      }
      const key = `${recipient} ${author} ${earliest.first}`;
      const since = Math.min(turn.lackingSince.get(key) ?? turn.now, turn.now);
      lackingSince.set(key, since);
      const couldRelay = inGoodStanding.filter((device) => device !== recipient && device !== author).toSorted();
      const dueAt = since + RELAY_AFTER + RELAY_IN_TURN * couldRelay.indexOf(thisDevice);
      if (turn.relay === 'when-due' && turn.now < dueAt) continue;
      const sealed = lacking.map(({ first, last }) => ({ first, last: seals.find((end) => end >= last) ?? upTo }));
      relay.set(author, [...(relay.get(author) ?? []), ...sealed]);
    }
  }
  // What it wrote before a restore by hand and does not hold any more: more under the same sequences would be a fork.
  const isBehindItself =
    (furthestProven(standing, evidence, members).get(thisDevice) ?? 0) > (standing.held.get(thisDevice) ?? 0);
  return { own: isBehindItself ? [] : mergeIntervals(own), relay: rangesOf(relay).slice(0, MOST_RANGES), lackingSince };
};

const RELAY_AFTER = 10 * 60 * 1000;
const RELAY_IN_TURN = 60 * 1000;
/** Of a header (README, "Header of a bundle"). */
const MOST_RANGES = 64;

const membersByDevice = ({ members }: BoardStanding): ReadonlyMap<string, MemberDevice> =>
  new Map(members.map((member) => [member.device, member]));

/** Which bundles count. What a copy of this laptop's folder wrote under its name counts for nothing, here and in writing. */
const judge = (
  standing: BoardStanding,
  members: ReadonlyMap<string, MemberDevice>,
  bundles: readonly FolderBundle[],
): {
  readonly evidence: readonly FolderBundle[];
  readonly unknown: readonly FolderBundle[];
  readonly refused: TakingIn['refused'];
} => {
  const evidence: FolderBundle[] = [];
  const unknown: FolderBundle[] = [];
  const refused: TakingIn['refused'][number][] = [];
  for (const bundle of bundles) {
    if (!isOfMember(bundle, members)) {
      unknown.push(bundle);
      continue;
    }
    const beyond = beyondEnd(bundle.header, members);
    const forked = beyond === null ? forkedDevice(bundle.header, standing) : null;
    if (beyond !== null) refused.push({ bundle, why: 'beyond-end', device: beyond });
    else if (forked !== null) refused.push({ bundle, why: 'forked', device: forked });
    else evidence.push(bundle);
  }
  return { evidence, unknown, refused };
};

/** A device that went on after a restore is known by the one that it continues, until its first operation is here. */
const isOfMember = ({ header, isSigned }: FolderBundle, members: ReadonlyMap<string, MemberDevice>): boolean =>
  isSigned &&
  (members.has(header.device) ||
    (header.continues !== null && members.get(header.continues)?.isInGoodStanding === true));

/** The removed device of which it holds operations beyond its end. */
const beyondEnd = ({ ranges }: PlainHeader, members: ReadonlyMap<string, MemberDevice>): string | null =>
  ranges.find(([device, , last]) => last > (members.get(device)?.end ?? Number.POSITIVE_INFINITY))?.[0] ?? null;

/** The device of which it holds other operations than those here under the same sequences. */
const forkedDevice = ({ ranges }: PlainHeader, { hashAt }: BoardStanding): string | null => {
  const differs = (hash: string | null, said: string): boolean => hash !== null && hash !== said;
  return (
    ranges.find(
      ([device, first, last, before, head]) =>
        (first > 1 && differs(hashAt(device, first - 1), before)) || differs(hashAt(device, last), head),
    )?.[0] ?? null
  );
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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each device said that it holds: by bundles, by its own operations, by other ways. */
const holdingsOf = (
  { exchanges }: BoardStanding,
  evidence: readonly FolderBundle[],
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const holdings = new Map<string, Map<string, number>>();
  const note = (holder: string, device: string, sequence: number): void => {
    const of = holdings.get(holder) ?? new Map<string, number>();
    if (sequence > (of.get(device) ?? 0)) of.set(device, sequence);
    holdings.set(holder, of);
  };
  for (const { device, has } of exchanges) for (const [of, sequence] of has) note(device, of, sequence);
  for (const { header } of evidence) {
    for (const [device, sequence] of header.has) note(header.device, device, sequence);
    for (const [device, , last] of header.ranges) note(header.device, device, last);
  }
  return holdings;
};

/** By recipient and author: what files hold of it, but for what the recipient has. */
const rangesByRecipient = (
  bundles: readonly FolderBundle[],
  hasOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, ReadonlyMap<string, readonly Interval[]>> => {
  const files = new Map<string, Map<string, Interval[]>>();
  for (const { header } of bundles) {
    for (const recipient of header.to) {
      for (const [author, first, last] of header.ranges) {
        if (last <= (hasOf.get(recipient)?.get(author) ?? 0)) continue;
        const byAuthor = files.get(recipient) ?? new Map<string, Interval[]>();
        const ranges = byAuthor.get(author) ?? [];
        ranges.push({ first, last });
        files.set(recipient, byAuthor.set(author, ranges));
      }
    }
  }
  return files;
};

/** By device: the last of its operations that somebody proves to exist. A removed one proves its own only. */
const furthestProven = (
  standing: BoardStanding,
  evidence: readonly FolderBundle[],
  members: ReadonlyMap<string, MemberDevice>,
): ReadonlyMap<string, number> => {
  const furthest = new Map<string, number>();
  for (const [holder, holdings] of holdingsOf(standing, evidence)) {
    for (const [device, sequence] of holdings) {
      if (device !== holder && members.get(holder)?.isInGoodStanding === false) continue;
      const upTo = Math.min(sequence, members.get(device)?.end ?? sequence);
      if (upTo > (furthest.get(device) ?? 0)) furthest.set(device, upTo);
    }
  }
  return furthest;
};

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

const rangesOf = (byDevice: ReadonlyMap<string, readonly Interval[]>): readonly DeviceRange[] =>
  [...byDevice]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([device, intervals]) => mergeIntervals(intervals).map((interval) => ({ device, ...interval })));
