/** What this laptop writes for others: bundles of runs, each up to where its device vouched for it. `README.md`, §1 and §2. */
import { setImmediate as breathe } from 'node:timers/promises';
import { MIGRATIONS } from '../migrations/index.ts';
import { readContent } from '../store/attachments.ts';
import { headsOf, type Moment } from '../store/causality.ts';
import { createChangesReader, type Operation } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import { byLog } from '../store/merge/row-story.ts';
import type { Store } from '../store/store.ts';
import { type BundleOrder, sealBundle } from './bundle.ts';
import type { BoardStanding, DeviceRange } from './evidence.ts';
import type { SealedFile } from './folder-exchange.ts';
import { ENOUGH_BYTES, ENOUGH_CHANGES, LINES_A_TURN } from './limits.ts';
import { adoptedUpTo, readMembers } from './members.ts';
import { createTally, type PayloadPart } from './payload.ts';
import { type Seal, signSeal } from './seal.ts';
import type { Laptop } from './this-laptop.ts';

/** What the board holds at this moment. Chain hashes are remembered: an operation never changes. */
export const createStanding = (store: Store): (() => BoardStanding) => {
  const hashes = new Map<string, string>();
  const hash = store.prepare<[string, number], { hash: string }>(
    'select hash from operations where deviceId = ? and sequence = ?',
  );
  const hashAt = (device: string, sequence: number): string | null => {
    const key = `${device} ${sequence}`;
    const known = hashes.get(key) ?? hash.get(device, sequence)?.hash;
    if (known === undefined) return null;
    hashes.set(key, known);
    return known;
  };
  return () => ({
    thisDevice: store.device.id,
    members: readMembers(store),
    held: headsOf(store.db),
    hashAt,
    kept: store.prepare<[], DeviceRange>('select deviceId as device, first, last from waitingRuns').all(),
    sealsOf: (device) => sealedUpTo(store, device),
    exchanges: store
      .prepare<[], { device: string; has: string }>('select deviceId as device, has from exchanges')
      .all()
      .map(({ device, has }) => ({ device, has: Object.entries(JSON.parse(has) as Record<string, number>) })),
  });
};

const sealedUpTo = (store: Store, device: string): readonly number[] => {
  const seals = store
    .prepare<[string], number>('select sequence from deviceSeals where deviceId = ? order by sequence')
    .pluck()
    .all(device);
  const adopted = adoptedUpTo(store).get(device);
  return adopted === undefined ? seals : [...new Set([adopted.sequence, ...seals])].toSorted((a, b) => a - b);
};

/** Who may read: every laptop in good standing, this one among them. */
const recipientsOf = (store: Store): BundleOrder['to'] =>
  readMembers(store)
    .filter((member) => member.isInGoodStanding)
    .map(({ device, receiveKey }) => ({ device, receiveKey }));

export type SealingWork = {
  readonly signal?: AbortSignal;
  /** How many operations of the ranges are done. */
  readonly onProgress?: (done: number) => void;
};

/** Bundles that hold these ranges together; more than one where the limits of one ask for it. */
export const sealRanges = async function* (
  store: Store,
  { device, keys }: Laptop,
  ranges: readonly DeviceRange[],
  { signal, onProgress }: SealingWork = {},
): AsyncGenerator<SealedFile> {
  let before = 0;
  for (const group of groupsOf(store, device, ranges)) {
    if (signal?.aborted) throw new Failure('cancelled');
    const tally = createTally();
    const earlier = before;
    const work = { signal, onProgress: (done: number) => onProgress?.(earlier + done) };
    const order: BundleOrder = {
      board: boardIdOf(store),
      device,
      continues: continuedBy(store, device),
      schema: [MIGRATIONS.length, MIGRATIONS.at(-1)?.name ?? ''],
      writtenAt: store.now,
      has: [...headsOf(store.db)],
      to: recipientsOf(store),
      signSeed: keys.signSeed,
    };
    // oxlint-disable-next-line no-await-in-loop -- one bundle after another: each fills memory
    const sealed = await sealBundle(order, partsOf(store, { device, keys }, group, work), tally);
    before += sealed.header.operations;
    const own = sealed.header.ranges.find(([of]) => of === device);
    yield { own: own === undefined ? null : { first: own[1], last: own[2] }, pieces: sealed.pieces };
  }
};

export const boardIdOf = (store: Store): string => {
  const board = store.prepare<[], { id: string }>('select id from boards limit 1').get();
  if (board === undefined) throw new Failure('not-found', { what: 'board', id: '' });
  return board.id;
};

/** Of several restores one after another the nearest laptop that another one has heard of: whoever does not know it believes nothing. */
const continuedBy = (store: Store, device: string): string | null => {
  const before =
    store
      .prepare<[string], string | null>('select continuesDeviceId from memberDevices where id = ?')
      .pluck()
      .get(device) ?? null;
  if (before === null || isHeardOf(store, before)) return before;
  return continuedBy(store, before) ?? before;
};

const isHeardOf = (store: Store, device: string): boolean =>
  store
    .prepare<[string], { at: number }>(
      `select e.at from exchanges e where exists (select 1 from json_each(e.has) h where h.key = ?) limit 1`,
    )
    .get(device) !== undefined;

/** `weight`: of its changes and attached files, against what one bundle may hold of either. */
type Segment = DeviceRange & { readonly weight: number };

/** Cut only where a run may end: anywhere in this laptop's own, at a seal in another's. */
const groupsOf = function* (
  store: Store,
  thisDevice: string,
  ranges: readonly DeviceRange[],
): Generator<readonly DeviceRange[]> {
  let group: Segment[] = [];
  for (const range of ranges) {
    for (const segment of segmentsOf(store, thisDevice, range)) {
      if (group.length > 0 && weightOf(group) + segment.weight > 1) {
        yield joined(group);
        group = [];
      }
      group.push(segment);
    }
  }
  if (group.length > 0) yield joined(group);
};

const weightOf = (group: readonly Segment[]): number => group.reduce((sum, { weight }) => sum + weight, 0);

/** Segments of one device that follow one another are one range. */
const joined = (group: readonly Segment[]): readonly DeviceRange[] => {
  const ranges: DeviceRange[] = [];
  for (const { device, first, last } of group) {
    const before = ranges.at(-1);
    if (before?.device === device && before.last === first - 1) ranges.splice(-1, 1, { ...before, last });
    else ranges.push({ device, first, last });
  }
  return ranges;
};

const BASE64 = 4 / 3;

const ATTACHED = `total(case when c.tableName = 'attachments' and c.field = '' then c.new ->> 'size' end)`;

const toWeight = ({ changes, bytes }: { readonly changes: number; readonly bytes: number }): number =>
  changes / ENOUGH_CHANGES + (bytes * BASE64) / ENOUGH_BYTES;

/** Most fit into a bundle as a whole: that is seen without counting for each operation. */
const weightOfRange = (store: Store, { device, first, last }: DeviceRange): number => {
  const counted = store
    .prepare<[string, number, number], { changes: number; bytes: number }>(
      `select count(*) as changes, ${ATTACHED} as bytes from operations o join changes c on c.operation = o.number
       where o.deviceId = ? and o.sequence between ? and ?`,
    )
    .get(device, first, last);
  return counted === undefined ? 0 : toWeight(counted);
};

const segmentsOf = function* (
  store: Store,
  thisDevice: string,
  { device, first, last }: DeviceRange,
): Generator<Segment> {
  const ends = device === thisDevice ? null : new Set(sealedUpTo(store, device));
  const all = weightOfRange(store, { device, first, last });
  if (all < 1 && (ends === null || ends.has(last))) {
    yield { device, first, last, weight: all };
    return;
  }
  const counts = store.prepare<[string, number, number], { sequence: number; changes: number; bytes: number }>(
    `select o.sequence, count(c.number) as changes, ${ATTACHED} as bytes
     from operations o left join changes c on c.operation = o.number
     where o.deviceId = ? and o.sequence between ? and ? group by o.number order by o.sequence`,
  );
  let from = first;
  let weight = 0;
  for (const { sequence, ...counted } of counts.all(device, first, last)) {
    weight += toWeight(counted);
    if (ends === null ? weight < 1 / 4 && sequence < last : !ends.has(sequence)) continue;
    yield { device, first: from, last: sequence, weight };
    from = sequence + 1;
    weight = 0;
  }
};

/** In the order of the payload: attached files before the operation that attaches them, seals last. */
const partsOf = async function* (
  store: Store,
  { device, keys }: Laptop,
  ranges: readonly DeviceRange[],
  { signal, onProgress }: SealingWork,
): AsyncGenerator<PayloadPart> {
  const operations = ranges.flatMap((range) => operationsOf(store, range)).toSorted(byLog);
  const carried = new Set<string>();
  const changesOf = createChangesReader(store.db);
  for (const [at, { number, hash, ...operation }] of operations.entries()) {
    const changes = changesOf(number);
    for (const { tableName, field, new: made } of changes) {
      if (tableName !== 'attachments' || field !== '') continue;
      const { sha256 } = JSON.parse(String(made)) as { readonly sha256: string };
      const bytes = carried.has(sha256) ? null : readContent(store.db, sha256);
      carried.add(sha256);
      if (bytes !== null) yield { kind: 'content', sha256, bytes };
    }
    yield { kind: 'operation', operation, hash, changes };
    if (at % LINES_A_TURN !== LINES_A_TURN - 1) continue;
    if (signal?.aborted) throw new Failure('cancelled');
    onProgress?.(at + 1);
    // oxlint-disable-next-line no-await-in-loop -- lets messages in between
    await breathe();
  }
  for (const { device: of, last } of ranges) {
    const seal =
      of === device ? ownSeal(store, keys.signSeed, { deviceId: of, sequence: last }) : keptSeal(store, of, last);
    if (seal !== null) yield { kind: 'seal', seal };
  }
};

const operationsOf = (store: Store, { device, first, last }: DeviceRange): readonly Operation[] =>
  store
    .prepare<[string, number, number], Operation>(
      'select * from operations where deviceId = ? and sequence between ? and ? order by sequence',
    )
    .all(device, first, last);

const ownSeal = (store: Store, signSeed: string, { deviceId, sequence }: Moment): Seal => {
  const kept = keptSeal(store, deviceId, sequence);
  if (kept !== null) return kept;
  const hash = store
    .prepare<[string, number], string>('select hash from operations where deviceId = ? and sequence = ?')
    .pluck()
    .get(deviceId, sequence);
  if (hash === undefined) throw new Failure('not-found', { what: 'operation', id: String(sequence) });
  const seal = signSeal(boardIdOf(store), { deviceId, sequence, hash }, signSeed);
  keepSeals(store, [seal]);
  return seal;
};

const keptSeal = (store: Store, deviceId: string, sequence: number): Seal | null =>
  store
    .prepare<[string, number], Seal>('select * from deviceSeals where deviceId = ? and sequence = ?')
    .get(deviceId, sequence) ?? null;

export const keepSeals = (store: Store, seals: readonly Seal[]): void => {
  const insert = store.prepare(
    'insert or ignore into deviceSeals (deviceId, sequence, hash, signature) values (@deviceId, @sequence, @hash, @signature)',
  );
  for (const seal of seals) insert.run(seal);
};
