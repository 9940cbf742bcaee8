/**
 * The audit chain of each laptop that wrote the board, with its seals: by them a laptop vouches for its own operations, so nobody
 * who passed them on, nor whoever has the file here, can have changed any and counted the chain anew.
 */
import { gapWords } from '../domain/gap-words.ts';
import { countOf } from '../domain/plain-words.ts';
import { headsOf } from '../store/causality.ts';
import { type ChainBreak, verifyChain } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';
import { adoptedUpTo } from '../sync/members.ts';
import { boardIdOf } from '../sync/outgoing.ts';
import { isSealSignedBy, type Seal } from '../sync/seal.ts';
import type { Finding } from './check.ts';

export const checkChains = (store: Store): readonly Finding[] => {
  const { operations, breaks } = verifyChain(store.db);
  const heads = headsOf(store.db);
  const laptops = readLaptops(store);
  if (heads.size < 2 && laptops.size === 0) return [ofOneLaptop(operations, breaks)];
  const readFrom = { store, laptops, adopted: adoptedUpTo(store) };
  return [
    ...inOrder(readFrom, heads).map(([device, head]) =>
      ofLaptop(readFrom, device, head, breaks.find(({ deviceId }) => deviceId === device) ?? null),
    ),
    ...whatWaits(store, laptops, heads),
  ];
};

const ofOneLaptop = (operations: number, breaks: readonly ChainBreak[]): Finding => {
  const [first] = breaks;
  return {
    what: 'Audit chain',
    ok: first === undefined,
    words:
      first === undefined
        ? `${countOf(operations, 'operation follows', 'operations follow')} one another unbroken.`
        : `The chain breaks at operation ${first.sequence} of device ${first.deviceId}: ${first.problem}. ${countOf(breaks.length, 'place', 'places')} in all.`,
  };
};

type Laptops = ReadonlyMap<string, { readonly name: string; readonly signKey: string }>;

const readLaptops = (store: Store): Laptops =>
  new Map(
    store
      .prepare<[], { id: string; name: string; signKey: string }>('select id, name, signKey from memberDevices')
      .all()
      .map(({ id, ...laptop }) => [id, laptop]),
  );

type ReadFrom = {
  readonly store: Store;
  readonly laptops: Laptops;
  readonly adopted: ReturnType<typeof adoptedUpTo>;
};

const ofLaptop = (from: ReadFrom, device: string, head: number, broken: ChainBreak | null): Finding => {
  const name = nameOf(from, device);
  const finding = (problem: string | null, words: string): Finding => ({
    what: `Audit chain of ${name}`,
    ok: problem === null,
    words: problem ?? words,
  });
  const follow = `${countOf(head, 'operation follows', 'operations follow')} one another unbroken`;
  if (broken !== null) return finding(`The chain breaks at operation ${broken.sequence}: ${broken.problem}.`, '');
  const { problem, upTo } = readSeals(from, device);
  if (problem !== null) return finding(problem, '');
  if (device === from.store.device.id) return finding(null, `${follow}. This laptop wrote them.`);
  if (!from.laptops.has(from.store.device.id))
    return finding(null, `${follow}. They came with the export that this board was made from.`);
  if (upTo >= head) return finding(null, `${follow}, and ${name} vouches for ${head === 1 ? 'it' : 'them'}.`);
  const rest = upTo + 1 === head ? `Operation ${head} has` : `Operations ${upTo + 1} to ${head} have`;
  return isSealWaiting(from.store, device, head)
    ? finding(null, `${follow}. What vouches for the last of them waits with what is still missing.`)
    : finding(`${rest} no seal of ${name}, so nobody vouches for ${upTo + 1 === head ? 'it' : 'them'}.`, '');
};

/** This one first, then by name. */
const inOrder = (from: ReadFrom, heads: ReadonlyMap<string, number>): readonly (readonly [string, number])[] => {
  const own = from.store.device.id;
  return [...heads].toSorted(
    ([a], [b]) =>
      Number(b === own) - Number(a === own) ||
      nameOf(from, a).localeCompare(nameOf(from, b), 'en-GB') ||
      (a < b ? -1 : 1),
  );
};

const nameOf = ({ store, laptops }: Pick<ReadFrom, 'store' | 'laptops'>, device: string): string =>
  laptops.get(device)?.name ||
  store.db.prepare<[string], string>('select name from devices where id = ?').pluck().get(device) ||
  device;

type SealsRead = { readonly problem: string | null; readonly upTo: number };

/** Up to where the laptop vouches for its operations, or this board took them over with an export. */
const readSeals = ({ store, laptops, adopted }: ReadFrom, device: string): SealsRead => {
  const hashAt = store.db
    .prepare<[string, number], string>('select hash from operations where deviceId = ? and sequence = ?')
    .pluck();
  const wrong = (problem: string): SealsRead => ({ problem, upTo: 0 });
  const run = adopted.get(device);
  if (run !== undefined && hashAt.get(device, run.sequence) !== run.hash)
    return wrong(`Operation ${run.sequence} is not the one that came with the export this board was made from.`);
  let upTo = run?.sequence ?? 0;
  const seals = store
    .prepare<[string], Seal>('select * from deviceSeals where deviceId = ? order by sequence')
    .all(device);
  const signKey = laptops.get(device)?.signKey;
  for (const seal of seals) {
    const held = hashAt.get(device, seal.sequence);
    if (held === undefined) continue;
    if (held !== seal.hash) return wrong(`Operation ${seal.sequence} is not the one that was sealed.`);
    if (signKey === undefined || !isSealSignedBy(boardIdOf(store), seal, signKey))
      return wrong(`The seal of operation ${seal.sequence} is not this laptop’s.`);
    upTo = Math.max(upTo, seal.sequence);
  }
  return { problem: null, upTo };
};

/** A run whose first part could be taken in already: its seal stands at its end, which waits. */
const isSealWaiting = (store: Store, device: string, head: number): boolean =>
  store.prepare('select 1 from waitingRuns where deviceId = ? and first = ?').get(device, head + 1) !== undefined;

/** Changes that came before what they follow: no fault, but whoever checks should know. */
const whatWaits = (store: Store, laptops: Laptops, heads: ReadonlyMap<string, number>): readonly Finding[] => {
  const runs = store
    .prepare<[], { deviceId: string; first: number; last: number }>(
      'select deviceId, first, last from waitingRuns order by deviceId, first',
    )
    .all();
  if (runs.length === 0) return [];
  const words = runs.map(({ deviceId, first, last }) => {
    const laptop = nameOf({ store, laptops }, deviceId);
    const next = (heads.get(deviceId) ?? 0) + 1;
    if (next < first)
      return gapWords({ laptop, first: next, last: first - 1, why: 'missing', behind: { first, last } });
    return `${first === last ? `Change ${first} of ${laptop} is` : `Changes ${first} to ${last} of ${laptop} are`} kept until what other laptops wrote before comes.`;
  });
  return [{ what: 'Changes that wait', ok: true, words: words.join(' ') }];
};
