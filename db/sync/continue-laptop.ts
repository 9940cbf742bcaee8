/**
 * A restored backup goes on as another device: `README.md`, §1. What the laptop wrote after the backup is with the others already,
 * under sequences that it would use again.
 */
import { headsOf } from '../store/causality.ts';
import type { Sqlite } from '../store/database.ts';
import { takeNewDevice } from '../store/new-device.ts';
import { openStore, type Store, type Surroundings } from '../store/store.ts';
import { signSeal } from './seal.ts';
import { addLaptop, adoptRuns, isOnTheList } from './this-laptop.ts';

/** What a laptop on the member list is to the others. */
export type Identity = {
  readonly signSeed: string;
  readonly receiveIdentity: string;
  readonly signKey: string;
  readonly receiveKey: string;
  readonly name: string;
};

/** Null of a board that never exchanged anything; also of one from before the member list. */
export const identityIn = (db: Sqlite): Identity | null => {
  const isListed = db.prepare("select 1 from sqlite_schema where name = 'memberDevices'").get() !== undefined;
  if (!isListed) return null;
  return (
    db
      .prepare<[], Identity>(
        `select t.signSeed, t.receiveIdentity, d.signKey, d.receiveKey, d.name
         from thisDevice t join memberDevices d on d.id = t.id and d.removed is null
         where t.signSeed is not null and t.receiveIdentity is not null`,
      )
      .get() ?? null
  );
};

/** Readies the copy of a backup, which no one has open. `last`: what the laptop was before it is restored. */
export const continueInCopy = (
  copy: { readonly folder: string; readonly file: string; readonly key: Uint8Array },
  last: Identity | null,
  surroundings: Surroundings,
): void => {
  const open = (): Store => openStore(copy.folder, copy.key, surroundings, { file: copy.file });
  const closing = <T>(store: Store, work: (store: Store) => T): T => {
    try {
      return work(store);
    } finally {
      store.close();
    }
  };
  const identity = closing(open(), (store) => {
    const found = identityIn(store.db) ?? last;
    return found === null ? null : { ...found, ...takeNewDevice(store.db, store.surroundings) };
  });
  if (identity !== null) closing(open(), (store) => writeContinuation(store, identity));
};

const writeContinuation = (
  store: Store,
  { before, signSeed, receiveIdentity, ...laptop }: Identity & { readonly before: string; readonly device: string },
): void => {
  store.prepare('update thisDevice set signSeed = ?, receiveIdentity = ?').run(signSeed, receiveIdentity);
  sealHead(store, before, signSeed);
  store.operation({ kind: 'continue-device' }, (write) => {
    addLaptop(write, { ...laptop, post: store.device.post, continuesDeviceId: before });
    if (!isOnTheList(store, before)) adoptRuns(store, write);
  });
};

/** What was written before the backup and not yet exchanged can be passed on: the device that could seal it writes no more. */
const sealHead = (store: Store, deviceId: string, signSeed: string): void => {
  const sequence = headsOf(store.db).get(deviceId);
  const [board] = store.prepare<[], { id: string }>('select id from boards limit 1').all();
  if (sequence === undefined || board === undefined) return;
  const { hash } = store
    .prepare<[string, number], { hash: string }>('select hash from operations where deviceId = ? and sequence = ?')
    .get(deviceId, sequence) ?? { hash: '' };
  store
    .prepare(
      'insert or replace into deviceSeals (deviceId, sequence, hash, signature) values (@deviceId, @sequence, @hash, @signature)',
    )
    .run(signSeal(board.id, { deviceId, sequence, hash }, signSeed));
};
