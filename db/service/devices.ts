import { listLaptops, renameLaptop } from '../sync/laptops.ts';
import { refuseToRemove, removeDevice } from '../sync/members.ts';
import { joinOwnBoard } from '../sync/this-laptop.ts';
import type { Committed, Store } from '../store/store.ts';
import { os, savedBy } from './context.ts';

/** Others take a removal only from a laptop that they know: this one puts itself on the list first. */
export const removeLaptop = async (store: Store, device: string, reason: string): Promise<Committed<void>> => {
  refuseToRemove(store, device);
  await joinOwnBoard(store);
  return removeDevice(store, device, reason);
};

export const devices = {
  list: os.devices.list.handler(({ context: { session } }) => listLaptops(session.present)),
  rename: os.devices.rename.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    return savedBy(await renameLaptop(session.store, input.id, input.name));
  }),
  remove: os.devices.remove.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    return savedBy(await removeLaptop(session.store, input.id, input.reason));
  }),
};
