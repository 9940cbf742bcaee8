/** One hash over all that the board is: two laptops that hold the same operations have the same. `README.md`, §6. */
import { createHash } from 'node:crypto';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Store } from '../store/store.ts';
import { quoted, RECORDED_TABLES } from '../store/tables.ts';
import { boardIdOf } from './outgoing.ts';

/** SHA-256, hexadecimal. Reads everything: about as long as an export of the board. */
export const stateHash = (store: Store): string => {
  const hash = createHash('sha256');
  const add = (line: readonly unknown[]): void => void hash.update(`${JSON.stringify(line)}\n`);
  add(['case-review-tracker-state', 1, boardIdOf(store), MIGRATIONS.at(-1)?.name]);
  const heads = store.db.prepare<[], [string, number, string]>(
    `select deviceId, sequence, hash from operations o
     where sequence = (select max(sequence) from operations l where l.deviceId = o.deviceId) order by deviceId`,
  );
  for (const head of heads.raw().iterate()) add(['device', ...head]);
  for (const { name, columns } of RECORDED_TABLES) {
    const named = columns.toSorted().map(quoted).join(', ');
    const rows = store.db.prepare<[], unknown[]>(`select ${named} from ${quoted(name)} order by id`).raw();
    for (const row of rows.iterate()) add([name, ...row]);
  }
  const conflicts = store.db.prepare<[], unknown[]>(
    'select id, kind, tableName, rowId, cell, base, sides, shown from conflicts order by id',
  );
  for (const conflict of conflicts.raw().iterate()) add(['conflict', ...conflict]);
  return hash.digest('hex');
};
