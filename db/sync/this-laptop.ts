/**
 * This laptop among those of the board: its keys, and its place in the member list. The private halves stand in `thisDevice`
 * alone, which is encrypted like everything else and is in no export, no bundle and no log.
 */
import { ukDayOf } from '../domain/uk-days.ts';
import { headsOf } from '../store/causality.ts';
import type { Store, Writer } from '../store/store.ts';
import { createDeviceKeys, type DeviceKeys, identityToReceiveKey, seedToSignKey } from './device-keys.ts';

export type Laptop = { readonly device: string; readonly keys: DeviceKeys };

type Kept = { readonly signSeed: string | null; readonly receiveIdentity: string | null };

/** The laptop with its keys, which are made now if there are none. Writes nothing to the board's records. */
export const readLaptop = async (store: Store): Promise<Laptop> => {
  const device = store.device.id;
  const { signSeed = null, receiveIdentity = null } =
    store.prepare<[], Kept>('select signSeed, receiveIdentity from thisDevice').get() ?? {};
  if (signSeed !== null && receiveIdentity !== null) {
    const signKey = seedToSignKey(signSeed);
    return {
      device,
      keys: { signSeed, receiveIdentity, signKey, receiveKey: await identityToReceiveKey(receiveIdentity) },
    };
  }
  const keys = await createDeviceKeys(store.surroundings.random);
  store
    .prepare('update thisDevice set signSeed = ?, receiveIdentity = ? where signSeed is null')
    .run(keys.signSeed, keys.receiveIdentity);
  return { device, keys };
};

/** The same, and a member of the board: at the first sync act of a board it puts itself on the list. */
export const joinOwnBoard = async (store: Store): Promise<Laptop> => {
  const laptop = await readLaptop(store);
  if (!isOnTheList(store, laptop.device)) {
    store.operation({ kind: 'add-device' }, (write) => {
      addLaptop(write, { ...laptop, ...laptop.keys, name: store.device.name, post: store.device.post });
      adoptRuns(store, write);
    });
  }
  return laptop;
};

export const isOnTheList = (store: Store, device: string): boolean =>
  store.prepare<[string], { id: string }>('select id from memberDevices where id = ?').get(device) !== undefined;

export type NewLaptop = Pick<DeviceKeys, 'signKey' | 'receiveKey'> & {
  readonly device: string;
  readonly name: string;
  readonly post: string;
  /** The device that it went on from after a backup was restored. */
  readonly continuesDeviceId?: string;
};

/** With its member: one that has the same post already, or a new one. */
export const addLaptop = (
  write: Writer,
  { device, post, name, signKey, receiveKey, continuesDeviceId }: NewLaptop,
): void => {
  const member = write.db
    .prepare<[string], { id: string }>('select id from members where post = ? and removed is null order by id limit 1')
    .get(post);
  const memberId = member?.id ?? write.insert('members', { post });
  const joinedOn = ukDayOf(write.now);
  write.insert('memberDevices', { id: device, memberId, name, signKey, receiveKey, joinedOn, continuesDeviceId });
};

/** What others wrote came with an export: nobody here can show their seals, so this board vouches for it. */
export const adoptRuns = (store: Store, write: Writer): void => {
  for (const [deviceId, sequence] of headsOf(store.db)) {
    if (deviceId === store.device.id) continue;
    const head = store
      .prepare<[string, number], { hash: string }>('select hash from operations where deviceId = ? and sequence = ?')
      .get(deviceId, sequence);
    if (head !== undefined) write.insert('adoptedRuns', { deviceId, sequence, hash: head.hash });
  }
};
