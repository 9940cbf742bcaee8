/**
 * What this board holds, and what of a shared folder counts as evidence. Only what members signed does. Accepted: a member that
 * says it holds what it does not gets less, and one that names operations which nobody has makes a gap that stays named until
 * it is removed.
 */
import type { FolderBundle, PlainHeader } from './folder-look.ts';
import type { Interval } from './folder-names.ts';

export type DeviceRange = Interval & { readonly device: string };

export const countOperations = (ranges: readonly DeviceRange[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);

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
  /**
   * The chain hash of a device at a sequence that is applied here, null at any other. Asked for both ends of every range at
   * every look, so best remembered.
   */
  readonly hashAt: (device: string, sequence: number) => string | null;
  /** Runs kept here until what they follow comes (`waitingRuns`). */
  readonly kept: readonly DeviceRange[];
  /** Sequences of a device up to which its operations may be passed on: sealed or adopted ones, rising. */
  readonly sealsOf: (device: string) => readonly number[];
  /** What other devices last said that they hold, on whatever way (`exchanges`). */
  readonly exchanges: readonly { readonly device: string; readonly has: PlainHeader['has'] }[];
};

/** By device, as `BoardStanding` names them. */
export type Members = ReadonlyMap<string, MemberDevice>;

export type RefusedBundle = {
  readonly bundle: FolderBundle;
  readonly why: 'forked' | 'beyond-end';
  /** The one that forked, or that was removed. */
  readonly device: string;
};

export const membersByDevice = ({ members }: BoardStanding): Members =>
  new Map(members.map((member) => [member.device, member]));

/** Which bundles count. What a copy of this laptop's folder wrote under its name counts for nothing, here and in writing. */
export const judge = (
  standing: BoardStanding,
  members: Members,
  bundles: readonly FolderBundle[],
): {
  readonly evidence: readonly FolderBundle[];
  readonly unknown: readonly FolderBundle[];
  readonly refused: readonly RefusedBundle[];
} => {
  const evidence: FolderBundle[] = [];
  const unknown: FolderBundle[] = [];
  const refused: RefusedBundle[] = [];
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
const isOfMember = ({ header, isSigned }: FolderBundle, members: Members): boolean =>
  isSigned &&
  (members.has(header.device) ||
    (header.continues !== null && members.get(header.continues)?.isInGoodStanding === true));

/** The removed device of which it holds operations beyond its end. */
const beyondEnd = ({ ranges }: PlainHeader, members: Members): string | null =>
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

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each device said that it holds: by bundles, by its own operations, by other ways. */
export const holdingsOf = (
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

/** By device: the last of its operations that somebody proves to exist. A removed one proves its own only. */
export const furthestProven = (
  holdings: ReadonlyMap<string, ReadonlyMap<string, number>>,
  members: Members,
): ReadonlyMap<string, number> => {
  const furthest = new Map<string, number>();
  for (const [holder, held] of holdings) {
    for (const [device, sequence] of held) {
      if (device !== holder && members.get(holder)?.isInGoodStanding === false) continue;
      const upTo = Math.min(sequence, members.get(device)?.end ?? sequence);
      if (upTo > (furthest.get(device) ?? 0)) furthest.set(device, upTo);
    }
  }
  return furthest;
};
