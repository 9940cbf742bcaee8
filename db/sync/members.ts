/** The member list as the rules of exchange read it: who is in good standing, and up to where a removed laptop is believed. */
import { headsOf, seenOf } from '../store/causality.ts';
import { Failure } from '../store/failure.ts';
import type { Committed, Store } from '../store/store.ts';
import { isReceiveKey, isSignKey } from './device-keys.ts';
import type { MemberDevice } from './evidence.ts';

export type Member = MemberDevice & {
  readonly name: string;
  readonly post: string;
  readonly signKey: string;
  readonly receiveKey: string;
  readonly joinedOn: string;
  /** Of a removed one: the reason that was given. */
  readonly removedBecause: string | null;
};

type Row = Omit<Member, 'isInGoodStanding' | 'end'> & { readonly lastSequence: number | null };

/** A laptop keeps the keys that it joined with: nobody gives it others, by writing its row or by making it again. */
const KEYS = `
  (select c.new from changes c join operations o on o.number = c.operation
   where c.rowId = d.id and c.tableName = 'memberDevices' and c.field = '' order by o.clock, o.deviceId, o.sequence limit 1)`;

/** Whether it is one never changes, and to tell costs more than to read the list. */
const areKeys = new Map<string, boolean>();

/** One that cannot be encrypted to would stop all writing for the others: who was listed so, by a fault or in malice, is none. */
const hasKeys = ({ signKey, receiveKey }: Pick<Member, 'signKey' | 'receiveKey'>): boolean => {
  const both = `${signKey} ${receiveKey}`;
  const known = areKeys.get(both) ?? (isSignKey(signKey) && isReceiveKey(receiveKey));
  areKeys.set(both, known);
  return known;
};

/** By device id; removed ones too. */
export const readMembers = (store: Store): readonly Member[] => {
  const rows = store
    .prepare<[], Row>(
      `select d.id as device, d.name, m.post, ${KEYS} ->> 'signKey' as signKey, ${KEYS} ->> 'receiveKey' as receiveKey, d.joinedOn,
         max(r.lastSequence) as lastSequence, r.reason as removedBecause
       from memberDevices d join members m on m.id = d.memberId
         left join deviceRemovals r on r.deviceId = d.id and r.removed is null
       where d.removed is null group by d.id order by d.id`,
    )
    .all()
    .filter(hasKeys);
  const removed = new Set(rows.flatMap(({ device, lastSequence }) => (lastSequence === null ? [] : [device])));
  const named = removed.size === 0 ? new Map<string, number>() : namedByOthers(store, removed);
  return rows.map(({ lastSequence, ...row }) => ({
    ...row,
    isInGoodStanding: lastSequence === null,
    end: lastSequence === null ? null : Math.max(lastSequence, named.get(row.device) ?? 0),
  }));
};

/** What laptops in good standing had taken in of the removed ones, before they knew of the removal: as far as that, it counts. */
const namedByOthers = (store: Store, removed: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const named = new Map<string, number>();
  const name = (device: string, sequence: number): void => {
    if (removed.has(device) && sequence > (named.get(device) ?? 0)) named.set(device, sequence);
  };
  const seen = store.prepare<[], { deviceId: string; seen: string }>(
    'select deviceId, seen from operations where seen is not null',
  );
  for (const { deviceId, seen: text } of seen.all()) {
    if (!removed.has(deviceId)) for (const [device, sequence] of seenOf(text)) name(device, sequence);
  }
  for (const { deviceId, has } of store
    .prepare<[], { deviceId: string; has: string }>('select deviceId, has from exchanges')
    .all()) {
    if (!removed.has(deviceId)) for (const [device, sequence] of seenOf(has)) name(device, sequence);
  }
  return named;
};

/** Nothing is encrypted to it any more, and what it writes after this is refused. Its own removal is for another laptop to record. */
export const removeDevice = (store: Store, device: string, reason: string): Committed<void> => {
  refuseToRemove(store, device);
  return store.operation({ kind: 'remove-device', reason }, (write) => {
    write.insert('deviceRemovals', { deviceId: device, lastSequence: headsOf(store.db).get(device) ?? 0, reason });
  });
};

export const refuseToRemove = (store: Store, device: string): void => {
  refuseOfRemoved(store);
  if (device === store.device.id)
    throw new Failure('not-allowed', {
      why: 'This laptop cannot remove itself.',
      advice: 'Remove it on another laptop of the board. Nothing was changed.',
    });
  const member = readMembers(store).find((other) => other.device === device);
  if (member === undefined) throw new Failure('not-found', { what: 'laptop', id: device });
  if (!member.isInGoodStanding)
    throw new Failure('not-allowed', { why: `${member.name} was removed before.`, advice: 'Nothing was changed.' });
};

/** Whatever a removed laptop writes from then on is refused everywhere: it lets nobody in and removes nobody. */
export const refuseOfRemoved = (store: Store): void => {
  const removal = store
    .prepare<[string], { id: string }>('select id from deviceRemovals where deviceId = ? and removed is null')
    .get(store.device.id);
  if (removal !== undefined)
    throw new Failure('not-allowed', {
      why: 'This laptop was removed from the board, so what it changes reaches no other laptop.',
      advice: 'To come back, join again from an empty folder.',
    });
};

/**
 * Runs of a device up to here need no seal: they came with an export that this board took over. A laptop on the list seals what it
 * writes, so of one that is only what was taken over before this laptop joined counts: who lets in vouches for that.
 */
export const adoptedUpTo = (store: Store): ReadonlyMap<string, { readonly sequence: number; readonly hash: string }> =>
  new Map(
    store
      .prepare<[string], { deviceId: string; sequence: number; hash: string }>(
        `select r.deviceId, r.sequence, r.hash
         from adoptedRuns r join changes c on c.tableName = 'adoptedRuns' and c.rowId = r.id and c.field = ''
         where not exists (select 1 from memberDevices d where d.id = r.deviceId)
           or c.operation <= (select min(operation) from changes where tableName = 'memberDevices' and rowId = ? and field = '')
         order by r.sequence`,
      )
      .all(store.device.id)
      .map(({ deviceId, ...run }) => [deviceId, run]),
  );
