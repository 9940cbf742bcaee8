/** Which rows the rules of merging could read otherwise than the log in its order does: found from the log, for who checks it. */
import { TREES } from '../../domain/merge-rules.ts';
import type { Sqlite } from '../database.ts';
import { quoted } from '../tables.ts';

/** Written by two laptops, or removed by one while another may have written below it. */
const BY_SEVERAL = `
  select c.rowId from changes c join operations o on o.number = c.operation
  group by c.rowId having count(distinct o.deviceId) > 1 or max(c.field = 'removed')`;

/** `rows`: the log in its order. Links of laptops that did not know of each other may lead round in a circle. */
export const mayBeDisputed = (log: Sqlite, rows: Sqlite): readonly string[] => {
  const linked = Object.entries(TREES).flatMap(([table, columns]) =>
    columns.flatMap((column) =>
      rows
        .prepare<[], string>(`select id from ${quoted(table)} where ${quoted(column)} is not null`)
        .pluck()
        .all(),
    ),
  );
  // What waits already is read again too: it may be of one laptop alone, with a code that this version does not know.
  const waiting = log.prepare<[], string>('select rowId from conflicts').pluck().all();
  return [...new Set([...log.prepare<[], string>(BY_SEVERAL).pluck().all(), ...linked, ...waiting])].toSorted();
};
