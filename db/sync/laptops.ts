/** The laptops of the board, for people: who works where, since when, and when something of it last came here. */
import { ukDayOf } from '../domain/uk-days.ts';
import { clockToInstant } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import type { Committed, Store } from '../store/store.ts';
import { refuseOfRemoved } from './members.ts';
import { isOnTheList, joinOwnBoard } from './this-laptop.ts';

export type LaptopRow = {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly joinedOn: string;
  readonly isThisOne: boolean;
  readonly continuesDeviceId: string | null;
  readonly removed: { readonly on: string; readonly reason: string } | null;
  readonly lastExchangeAt: number | null;
};

type Row = Pick<LaptopRow, 'id' | 'name' | 'post' | 'joinedOn' | 'continuesDeviceId' | 'lastExchangeAt'>;
type Removal = { readonly deviceId: string; readonly reason: string; readonly clock: string };

/** This one first, then those in good standing, then removed ones; by name. A board that never exchanged anything has this one alone. */
export const listLaptops = (store: Store): LaptopRow[] => {
  const removals = firstRemovals(store);
  const rows = store
    .prepare<[], Row>(
      `select d.id, d.name, m.post, d.joinedOn, d.continuesDeviceId, e.at as lastExchangeAt
       from memberDevices d join members m on m.id = d.memberId left join exchanges e on e.deviceId = d.id
       where d.removed is null`,
    )
    .all();
  const listed = isOnTheList(store, store.device.id) ? rows : [...rows, thisLaptop(store)];
  return listed
    .map((row): LaptopRow => {
      const isThisOne = row.id === store.device.id;
      const removed = removals.get(row.id) ?? null;
      return { ...row, isThisOne, removed, lastExchangeAt: isThisOne ? null : row.lastExchangeAt };
    })
    .sort(
      (a, b) =>
        Number(b.isThisOne) - Number(a.isThisOne) ||
        Number(a.removed !== null) - Number(b.removed !== null) ||
        a.name.localeCompare(b.name, 'en-GB') ||
        (a.id < b.id ? -1 : 1),
    );
};

const thisLaptop = (store: Store): Row => {
  const { id, name, post } = store.device;
  const addedAt =
    store.prepare<[string], { addedAt: number }>('select addedAt from devices where id = ?').get(id)?.addedAt ?? 0;
  return { id, name, post, joinedOn: ukDayOf(addedAt), continuesDeviceId: null, lastExchangeAt: null };
};

/** Of a laptop that two removed apart from each other, the earlier. */
export const firstRemovals = (store: Store): ReadonlyMap<string, { readonly on: string; readonly reason: string }> => {
  const rows = store
    .prepare<[], Removal>(
      `select r.deviceId, r.reason, min(o.clock) as clock
       from deviceRemovals r join changes c on c.tableName = 'deviceRemovals' and c.rowId = r.id
         join operations o on o.number = c.operation
       where r.removed is null group by r.id order by clock desc`,
    )
    .all();
  return new Map(rows.map(({ deviceId, reason, clock }) => [deviceId, { on: ukDayOf(clockToInstant(clock)), reason }]));
};

/** `name` is one that `laptopName` of `joining.ts` let in. */
export const renameLaptop = async (store: Store, device: string, name: string): Promise<Committed<void>> => {
  refuseOfRemoved(store);
  if (device === store.device.id) await joinOwnBoard(store);
  if (!isOnTheList(store, device)) throw new Failure('not-found', { what: 'laptop', id: device });
  return store.operation({ kind: 'rename-device' }, (write) => write.update('memberDevices', device, { name }));
};
