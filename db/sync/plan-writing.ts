/**
 * What to write to the shared folder: a decision over plain headers, without a file or a database. It leaves nothing out that a
 * member may lack and is idempotent: once what it asks for lies in the folder, it asks for nothing. A file that somebody took
 * away is asked for again.
 */
import {
  type BoardStanding,
  compareText,
  type DeviceRange,
  furthestProven,
  holdingsOf,
  judge,
  membersByDevice,
} from './evidence.ts';
import type { FolderBundle } from './folder-look.ts';
import type { Interval } from './folder-names.ts';
import { after, mergeIntervals, withoutIntervals } from './intervals.ts';

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
  const { thisDevice, held } = standing;
  const members = membersByDevice(standing);
  const { evidence } = judge(standing, members, bundles);
  const isInGoodStanding = (device: string): boolean => members.get(device)?.isInGoodStanding === true;
  const inGoodStanding = [...members.keys()].filter(isInGoodStanding).toSorted();
  // Nobody takes anything from a laptop that was removed, or is no member yet.
  const recipients = isInGoodStanding(thisDevice) ? inGoodStanding.filter((device) => device !== thisDevice) : [];
  const hasOf = holdingsOf(standing, evidence);
  const filesFor = rangesByRecipient(
    evidence.filter(({ header }) => isInGoodStanding(header.device)),
    hasOf,
  );
  const lackingOf = (recipient: string, author: string, upTo: number): readonly Interval[] =>
    withoutIntervals(after(hasOf.get(recipient)?.get(author) ?? 0, upTo), filesFor.get(recipient)?.get(author) ?? []);

  const ownHeld = held.get(thisDevice) ?? 0;
  // What it wrote before a restore by hand and does not hold any more: more under the same sequences would be a fork.
  const isBehindItself = (furthestProven(hasOf, members).get(thisDevice) ?? 0) > ownHeld;
  const own = isBehindItself ? [] : recipients.flatMap((recipient) => lackingOf(recipient, thisDevice, ownHeld));

  const relay = new Map<string, Interval[]>();
  const lackingSince = new Map<string, number>();
  for (const [author, last] of held) {
    if (author === thisDevice) continue;
    const seals = standing.sealsOf(author).filter((sequence) => sequence <= last);
    for (const recipient of recipients) {
      if (recipient === author) continue;
      const lacking = lackingOf(recipient, author, seals.at(-1) ?? 0);
      const [earliest] = lacking;
      if (earliest === undefined) continue;
      const key = `${recipient} ${author} ${earliest.first}`;
      const since = Math.min(turn.lackingSince.get(key) ?? turn.now, turn.now);
      lackingSince.set(key, since);
      const inTurn = inGoodStanding.filter((device) => device !== recipient && device !== author);
      const dueAt = since + RELAY_AFTER + RELAY_IN_TURN * inTurn.indexOf(thisDevice);
      if (turn.relay === 'when-due' && turn.now < dueAt) continue;
      const sealed = lacking.map((one) => ({ ...one, last: seals.find((end) => end >= one.last) ?? one.last }));
      relay.set(author, [...(relay.get(author) ?? []), ...sealed]);
    }
  }
  return { own: mergeIntervals(own), relay: rangesOf(relay).slice(0, MOST_RANGES), lackingSince };
};

const RELAY_AFTER = 10 * 60 * 1000;
const RELAY_IN_TURN = 60 * 1000;
/** Of a header (README, "Header of a bundle"). */
const MOST_RANGES = 64;

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

const rangesOf = (byDevice: ReadonlyMap<string, readonly Interval[]>): readonly DeviceRange[] =>
  [...byDevice]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([device, intervals]) => mergeIntervals(intervals).map((interval) => ({ device, ...interval })));
