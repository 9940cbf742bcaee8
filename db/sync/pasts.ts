/** Check 15, as far as only the board can tell it: what an operation names lies in its past, and its clock is later than all of it. */
import { headsOf, type Moment, seenOf, toldBy } from '../store/causality.ts';
import type { Incoming } from '../store/merge/merge.ts';
import type { Store } from '../store/store.ts';
import { refuse } from './refused.ts';

type Known = Moment & { readonly clock: string };

/** Give it operations in the order of the log, each after all that it follows. Fails with SyncRefused, naming the first that does not fit. */
export const createPastCheck = (store: Store): ((incoming: readonly Incoming[]) => void) => {
  const byId = store.prepare<[string], Known>('select deviceId, sequence, clock from operations where id = ?');
  const clockAt = store
    .prepare<[string, number], string>('select clock from operations where deviceId = ? and sequence = ?')
    .pluck();
  return (incoming) => {
    const byOperation = new Map<string, Known>();
    const clocks = new Map<string, string>();
    const told = new Map<string, Map<string, number>>();
    const heads = headsOf(store.db);
    for (const operation of incoming) {
      const { id, deviceId, sequence, clock, seen, undoes, changes } = operation;
      const bad = (): never => refuse('bad-run', { device: deviceId, sequence }, { device: deviceId, sequence });
      const knows = told.get(deviceId) ?? toldBy(store.db, deviceId);
      told.set(deviceId, knows);
      const clockOf = (device: string, at: number): string | undefined =>
        clocks.get(`${device} ${at}`) ?? clockAt.get(device, at);
      if (sequence > 1 && !isLater(clock, clockOf(deviceId, sequence - 1))) bad();
      for (const [device, upTo] of seen === null ? [] : seenOf(seen)) {
        if ((knows.get(device) ?? 0) >= upTo || !isLater(clock, clockOf(device, upTo))) bad();
        knows.set(device, upTo);
      }
      const isPast = (named: string): boolean => {
        const found = byOperation.get(named) ?? byId.get(named);
        if (found === undefined) return false;
        return found.deviceId === deviceId
          ? found.sequence <= sequence
          : (knows.get(found.deviceId) ?? 0) >= found.sequence;
      };
      byOperation.set(id, { deviceId, sequence, clock });
      clocks.set(`${deviceId} ${sequence}`, clock);
      if (byId.get(id) !== undefined || (undoes !== null && !isPast(undoes))) bad();
      const parents = new Set(changes.map((change) => change.parent).filter((parent) => parent !== null));
      for (const parent of parents) if (!isPast(parent)) bad();
      if (sequence !== (heads.get(deviceId) ?? 0) + 1) bad();
      heads.set(deviceId, sequence);
    }
  };
};

const isLater = (clock: string, than: string | undefined): boolean => than !== undefined && clock > than;
