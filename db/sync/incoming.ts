/**
 * What comes from others: a bundle is checked whole, then taken in whole. `README.md`, §2, says each check and its words.
 *
 * Must hold: nothing is applied before every check has passed; what is applied is one transaction; what follows something that
 * is not here yet is kept and waits, and nothing waits for it.
 */
import { formatDate } from '../domain/partial-date.ts';
import { ukDayOf } from '../domain/uk-days.ts';
import { keepContent } from '../store/attachments.ts';
import { headsOf, type Vector } from '../store/causality.ts';
import { clockToInstant, type HashedChange, type Value } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import type { Incoming, Merged } from '../store/merge/merge.ts';
import { sortReady } from '../store/merge/operations.ts';
import type { Store } from '../store/store.ts';
import { isWaitingToJoin } from '../store/waiting.ts';
import { openBundle } from './bundle.ts';
import { type BundleHeader, type Range, readBundleHeader } from './bundle-header.ts';
import type { ByteSource } from './byte-source.ts';
import { type Container, isContainerSignedBy } from './container.ts';
import { seedToSignKey } from './device-keys.ts';
import { forgetOwnRequest } from './joining.ts';
import { firstRemovals } from './laptops.ts';
import { adoptedUpTo, type Member, readMembers } from './members.ts';
import { boardIdOf, keepSeals } from './outgoing.ts';
import { createPastCheck } from './pasts.ts';
import type { ContentPart, OperationPart, ReadPart } from './payload.ts';
import { refuse, type SyncRefused } from './refused.ts';
import { manyRemovals, type Removal, removalsIn } from './removals.ts';
import { checkSeals } from './runs.ts';
import type { Seal } from './seal.ts';
import type { Laptop } from './this-laptop.ts';

/** The laptop that lets this one in: its acceptance named board and key, and a person compared the code. */
export type Sponsor = { readonly board: string; readonly device: string; readonly signKey: string };

export type TakingIn = {
  /** Set while this laptop waits to join. */
  readonly sponsor?: Sponsor | null;
  /** A person has looked at removals of more than a fifth, or at a clock that is ahead. */
  readonly acceptRemovals?: boolean;
  readonly acceptClock?: boolean;
  /** Looks at what would come, and takes nothing in. */
  readonly previewOnly?: boolean;
  /** From when it is aborted nothing is taken in any more, also of what is being read. */
  readonly signal?: AbortSignal;
  /** Called before a bundle is taken in that brings something: the moment for a backup. What it throws ends the taking in. */
  readonly beforeTakingIn?: () => void;
  /** Called in the transaction, once the board is what it is to be: the moment to read what a preview takes back. */
  readonly whileTakenIn?: (merged: Merged) => void;
};

export type TookIn = {
  /** None: all of it was here. */
  readonly operations: number;
  /** By name: whose operations these are. */
  readonly laptops: readonly string[];
  /** Operations that something is missing before. */
  readonly waiting: number;
  /** Of records that stood here before. */
  readonly removals: readonly Removal[];
  /** These are so many that a person is to look at them first; a preview shows them, and only tells it here. */
  readonly asks: SyncRefused | null;
  readonly merged: Merged;
};

export type TookInBundle = TookIn & { readonly header: BundleHeader };

/** Checks 6 to 9 and what of 10 and 11 the header tells. Fails with SyncRefused. */
export const checkBundleHeader = (
  store: Store,
  container: Container,
  { sponsor = null, acceptClock = false }: TakingIn,
): { readonly header: BundleHeader; readonly isHere: boolean } => {
  const header = readBundleHeader(container.header);
  if (header.board !== (sponsor?.board ?? boardIdOf(store))) refuse('another-board', {});
  const members = new Map(readMembers(store).map((member) => [member.device, member]));
  checkWriter(store, header, container, members, sponsor);
  const removed = header.ranges.find(
    ([device, , last]) => last > (members.get(device)?.end ?? Number.POSITIVE_INFINITY),
  );
  const beyond = removed && members.get(removed[0]);
  if (beyond !== undefined)
    refuse('removed-writer', { laptop: beyond.name, removedOn: removalDay(store, beyond.device) });
  const last = clockToInstant(header.clock);
  if (!acceptClock && last > store.now + CLOCK_AHEAD) {
    refuse('clock-ahead', { lastChangeOn: formatDate(ukDayOf(last)), today: formatDate(ukDayOf(store.now)) });
  }
  const heads = headsOf(store.db);
  for (const [device, first, end, before, head] of header.ranges) {
    const laptop = members.get(device)?.name;
    if (first > 1) refuseFork(store, heads, { device, sequence: first - 1, hash: before }, laptop);
    refuseFork(store, heads, { device, sequence: end, hash: head }, laptop);
  }
  const isHere = header.ranges.every(([device, , end]) => (heads.get(device) ?? 0) >= end);
  if (!isHere && !header.to.includes(store.device.id))
    refuse('not-for-us', { laptop: members.get(header.device)?.name });
  return { header, isHere };
};

const CLOCK_AHEAD = 24 * 60 * 60 * 1000;

const checkWriter = (
  store: Store,
  header: BundleHeader,
  container: Container,
  members: ReadonlyMap<string, Member>,
  sponsor: Sponsor | null,
): void => {
  const member = members.get(header.device) ?? (header.continues === null ? undefined : members.get(header.continues));
  const isSponsor = sponsor?.device === header.device;
  const signKey = member?.signKey ?? (isSponsor ? sponsor.signKey : undefined);
  if (signKey === undefined) return refuse('unknown-writer', {});
  if (!isContainerSignedBy(container, signKey)) refuse('bad-signature', { laptop: member?.name, post: member?.post });
  // What a removed laptop wrote before its end counts; going on from it under another id is after it.
  if (member !== undefined && member.device !== header.device && !member.isInGoodStanding)
    refuse('removed-writer', { laptop: member.name, removedOn: removalDay(store, member.device) });
};

const removalDay = (store: Store, device: string): string => {
  const removal = firstRemovals(store).get(device);
  return removal === undefined ? '' : formatDate(removal.on);
};

type Head = { readonly device: string; readonly sequence: number; readonly hash: string };

const refuseFork = (
  store: Store,
  heads: Vector,
  { device, sequence, hash }: Head,
  laptop: string | undefined,
): void => {
  if ((heads.get(device) ?? 0) < sequence) return;
  const here = store
    .prepare<[string, number], string>('select hash from operations where deviceId = ? and sequence = ?')
    .pluck()
    .get(device, sequence);
  if (here !== hash) refuse('forked', { laptop });
};

/** A bundle that passed every check which it alone allows; none of it is applied, and its seals are for `takeInBundles`. */
export type ReadBundle = {
  readonly header: BundleHeader;
  /** All of it is here: nothing was unpacked. */
  readonly isHere: boolean;
  readonly operations: readonly Incoming[];
  readonly contents: readonly ContentPart[];
  readonly seals: readonly Seal[];
};

/** Reads one bundle whose container is checked, to its end. Fails with SyncRefused. */
export const readBundle = async (
  store: Store,
  { keys }: Laptop,
  source: ByteSource,
  container: Container,
  how: TakingIn = {},
): Promise<ReadBundle> => {
  const { header, isHere } = checkBundleHeader(store, container, how);
  if (isHere) return { header, isHere, operations: [], contents: [], seals: [] };
  const unpacking = { receiveIdentity: keys.receiveIdentity, now: () => store.now };
  return { header, isHere, ...(await readAll(openBundle(source, container, header, unpacking))) };
};

/** Takes in what was read, with what waited for it, in one transaction. Fails with SyncRefused, having changed nothing. */
export const takeInBundles = (store: Store, bundles: readonly ReadBundle[], how: TakingIn = {}): TookIn => {
  checkAllSeals(store, bundles, how.sponsor ?? null);
  const operations = bundles.flatMap((bundle) => bundle.operations);
  const sorted = sortReady(headsOf(store.db), withKept(store, operations));
  const { ready, waiting } = sorted;
  createPastCheck(store)(ready);
  const removals = removalsIn(store, ready);
  const asks = how.acceptRemovals === true ? null : manyRemovals(store, removals);
  if (asks !== null && how.previewOnly !== true) throw asks;
  if (ready.length > 0 && how.previewOnly !== true) how.beforeTakingIn?.();
  let laptops: readonly string[] = [];
  const merged = store.takeIn(ready, {
    isPreview: how.previewOnly === true,
    before: () => {
      addDevices(store, operations);
      for (const { contents } of bundles) for (const { bytes } of contents) keepContent(store.db, bytes);
    },
    after: (outcome) => {
      for (const { seals } of bundles) keepSeals(store, seals);
      keepWaiting(store, waiting);
      nameDevices(store);
      for (const { header } of bundles) noteExchange(store, header);
      if (how.sponsor !== undefined && how.sponsor !== null) refuseUnlessLetIn(store);
      laptops = namesOfAuthors(store, ready);
      how.whileTakenIn?.(outcome);
    },
  });
  return { operations: ready.length, laptops, waiting: waiting.length, removals, asks, merged };
};

const namesOfAuthors = (store: Store, operations: readonly Incoming[]): readonly string[] => {
  const authors = new Set(operations.map(({ deviceId }) => deviceId));
  return store
    .prepare<[], { id: string; name: string }>('select id, name from devices order by name, id')
    .all()
    .flatMap(({ id, name }) => (authors.has(id) ? [name] : []));
};

/** The board has come, with this laptop in its list under the keys that it has: else it is not what it asked for. */
const refuseUnlessLetIn = (store: Store): void => {
  if (isWaitingToJoin(store.db)) return;
  const { id } = store.device;
  const kept = store.prepare<[], string | null>('select signSeed from thisDevice').pluck().get() ?? null;
  const mine = readMembers(store).find(({ device }) => device === id);
  if (kept === null || mine?.signKey !== seedToSignKey(kept)) refuse('not-for-us', {});
  forgetOwnRequest(store);
};

/** Both at once for one bundle. */
export const takeInBundle = async (
  store: Store,
  laptop: Laptop,
  source: ByteSource,
  container: Container,
  how: TakingIn = {},
): Promise<TookInBundle> => {
  const bundle = await readBundle(store, laptop, source, container, how);
  if (how.signal?.aborted) throw new Failure('cancelled');
  return { header: bundle.header, ...takeInBundles(store, [bundle], how) };
};

type Read = { readonly operations: Incoming[]; readonly contents: ContentPart[]; readonly seals: Seal[] };

const readAll = async (slices: AsyncIterable<readonly ReadPart[]>): Promise<Read> => {
  const read: Read = { operations: [], contents: [], seals: [] };
  for await (const parts of slices) {
    for (const part of parts) {
      if (part.kind === 'content') read.contents.push(part);
      else if (part.kind === 'seal') read.seals.push(part.seal);
      else read.operations.push(toIncoming(part));
    }
  }
  return read;
};

const toIncoming = ({ operation, hash, changes }: OperationPart): Incoming => ({
  ...operation,
  hash,
  changes: [...changes],
});

/**
 * A bundle may bring the key of a laptop that another let in: one that is known, here or by what stands before in the bundle. Nobody
 * lets in itself, but for the sponsor's own board, and who goes on after a restore. What one of these took over needs no seal, unless
 * it is of a laptop that can seal it.
 */
const checkAllSeals = (store: Store, bundles: readonly ReadBundle[], sponsor: Sponsor | null): void => {
  const members = readMembers(store);
  const keys = new Map(members.map(({ device, signKey }) => [device, signKey]));
  if (sponsor !== null) keys.set(sponsor.device, sponsor.signKey);
  const adopted = new Map(adoptedUpTo(store));
  const removed = new Set(members.flatMap(({ device, isInGoodStanding }) => (isInGoodStanding ? [] : [device])));
  /** With the keys that it had. A removed one has nobody who goes on from it, unless a member had taken that in before it knew. */
  const isContinuing = ({ continuesDeviceId: before, signKey }: MadeDevice, carrier: string): boolean =>
    before !== null && keys.get(before) === signKey && !(removed.has(before) && removed.has(carrier));
  const mayLetIn = (author: string, made: MadeDevice, carrier: string): boolean =>
    sponsor !== null || (made.id === author ? isContinuing(made, carrier) : keys.has(author));
  const learn = (author: string, { tableName, new: value }: HashedChange, carrier: string): void => {
    if (tableName === 'memberDevices') {
      const made = madeRow<MadeDevice>(value);
      if (!keys.has(made.id) && mayLetIn(author, made, carrier)) keys.set(made.id, made.signKey);
    }
    if (tableName === 'adoptedRuns' && (sponsor !== null || keys.has(author))) {
      const run = madeRow<{ deviceId: string; sequence: number; hash: string }>(value);
      const isPast = sponsor !== null || !keys.has(run.deviceId);
      if (isPast && run.sequence > (adopted.get(run.deviceId)?.sequence ?? 0)) adopted.set(run.deviceId, run);
    }
  };
  for (const { header, operations } of bundles)
    for (const { deviceId, changes } of operations)
      for (const change of changes) if (change.field === '') learn(deviceId, change, header.device);
  const known = {
    signKeyOf: (device: string) => keys.get(device),
    isAdopted: ([device, , last, , head]: Range) => {
      const run = adopted.get(device);
      return run !== undefined && (run.sequence > last || (run.sequence === last && run.hash === head));
    },
  };
  for (const { header, isHere, seals } of bundles) if (!isHere) checkSeals(header, seals, known);
};

type MadeDevice = { readonly id: string; readonly signKey: string; readonly continuesDeviceId: string | null };

const madeRow = <Row>(made: Value): Row => JSON.parse(String(made)) as Row;

/** What is known of a new laptop before its place in the list is here: its name follows with `nameDevices`. */
const addDevices = (store: Store, incoming: readonly Incoming[]): void => {
  const add = store.prepare('insert or ignore into devices (id, name, post, addedAt) values (?, ?, ?, ?)');
  for (const { deviceId, actor, clock, sequence } of incoming) {
    if (sequence === 1 || !headsOf(store.db).has(deviceId)) add.run(deviceId, '', actor, clockToInstant(clock));
  }
};

const nameDevices = (store: Store): void => {
  store
    .prepare(
      `update devices set name = m.name, post = m.post
       from (select d.id, d.name, m.post from memberDevices d join members m on m.id = d.memberId) m
       where m.id = devices.id and (devices.name <> m.name or devices.post <> m.post)`,
    )
    .run();
};

const noteExchange = (store: Store, { device, has }: BundleHeader): void => {
  store
    .prepare('insert or replace into exchanges (deviceId, has, at) values (?, ?, ?)')
    .run(device, JSON.stringify(Object.fromEntries(has)), store.now);
};

/**
 * What came, each once, with what was kept for it. What was kept is let go where it follows another operation than the one that came:
 * a copy of its laptop wrote one of the two.
 */
const withKept = (store: Store, came: readonly Incoming[]): readonly Incoming[] => {
  const at = (deviceId: string, sequence: number): string => `${deviceId} ${sequence}`;
  const operations = new Map(came.map((operation) => [at(operation.deviceId, operation.sequence), operation]));
  const applied = store
    .prepare<[string, number], string>('select hash from operations where deviceId = ? and sequence = ?')
    .pluck();
  const left = new Set<string>();
  for (const kept of waitingOperations(store)) {
    const { deviceId, sequence, previousHash } = kept;
    const before = left.has(at(deviceId, sequence - 1))
      ? null
      : (operations.get(at(deviceId, sequence - 1))?.hash ?? applied.get(deviceId, sequence - 1));
    if (before !== undefined && before !== previousHash) left.add(at(deviceId, sequence));
    else if (!operations.has(at(deviceId, sequence))) operations.set(at(deviceId, sequence), kept);
  }
  return [...operations.values()];
};

const waitingOperations = (store: Store): readonly Incoming[] =>
  store
    .prepare<[], string>('select lines from waitingRuns order by deviceId, first')
    .pluck()
    .all()
    .flatMap((lines) => JSON.parse(lines) as readonly Incoming[]);

/** Run by run, as they follow one another. */
const keepWaiting = (store: Store, waiting: readonly Incoming[]): void => {
  store.prepare('delete from waitingRuns').run();
  const insert = store.prepare('insert into waitingRuns (deviceId, first, last, lines, at) values (?, ?, ?, ?, ?)');
  let run: Incoming[] = [];
  const keep = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined)
      insert.run(first.deviceId, first.sequence, last.sequence, JSON.stringify(run), store.now);
    run = [];
  };
  for (const operation of waiting) {
    const before = run.at(-1);
    if (before !== undefined && (before.deviceId !== operation.deviceId || before.sequence + 1 !== operation.sequence))
      keep();
    run.push(operation);
  }
  keep();
};
