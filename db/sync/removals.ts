/** Which records that stand here the changes of others remove. */
import { tablesWords } from '../domain/field-words.ts';
import type { HashedOperation } from '../store/change-log.ts';
import type { Incoming } from '../store/merge/merge.ts';
import type { Store } from '../store/store.ts';
import { quoted, RECORDED_TABLES } from '../store/tables.ts';
import { refusal, type SyncRefused } from './refused.ts';

export type Removal = Pick<HashedOperation, 'actor' | 'deviceId' | 'clock'> & {
  readonly tableName: string;
  readonly rowId: string;
};

/** By table; of what was removed and put back meanwhile, none. */
export const removalsIn = (store: Store, incoming: readonly Incoming[]): readonly Removal[] => {
  const removed = new Map<string, Map<string, Removal>>();
  for (const { changes, actor, deviceId, clock } of incoming) {
    for (const { tableName, field, rowId, new: value } of changes) {
      if (field !== 'removed') continue;
      const ofTable = removed.get(tableName) ?? new Map<string, Removal>();
      removed.set(tableName, ofTable);
      if (value === null) ofTable.delete(rowId);
      else ofTable.set(rowId, { tableName, rowId, actor, deviceId, clock });
    }
  }
  return RECORDED_TABLES.flatMap(({ name }) => {
    const ofTable = removed.get(name);
    if (ofTable === undefined || ofTable.size === 0) return [];
    return standingIn(store, name).flatMap((id) => ofTable.get(id) ?? []);
  });
};

/** More than a fifth of what stands in a table, and at least five: a person is to look first. Null when it is less. */
export const manyRemovals = (store: Store, removals: readonly Removal[]): SyncRefused | null => {
  for (const [name, ofTable] of Map.groupBy(removals, ({ tableName }) => tableName)) {
    if (ofTable.length < LEAST_REMOVALS) continue;
    const of = standingIn(store, name).length;
    if (ofTable.length > of / 5)
      return refusal('many-removals', { removed: ofTable.length, of, what: tablesWords(name).toLowerCase() });
  }
  return null;
};

const LEAST_REMOVALS = 5;

const standingIn = (store: Store, table: string): readonly string[] =>
  store
    .prepare<[], string>(`select id from ${quoted(table)} where removed is null`)
    .pluck()
    .all();
