/** What was removed and is still gone: nothing is deleted without a way back. */
import type { RemovedRecord } from '../contract/history.ts';
import { tableWords } from '../domain/field-words.ts';
import { clockToInstant, type Operation } from '../store/change-log.ts';
import { type EndParams, endParams, NEWEST_FIRST, within } from '../store/log-end.ts';
import { quoted, tableShape } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { headOf, type History, type Page, type Touched, wordsOf } from './history-reading.ts';
import { recordInFull } from './history-words.ts';
import { placeOfRecord } from './record-places.ts';

/**
 * Rows whose last change of standing was a removal, by the operation that did it; a making that was undone is no removal. What
 * another laptop edited without knowing of the removal may stand all the same: the row itself says that.
 */
const REMOVALS = `
  select c.operation, c.tableName, c.rowId from changes c join operations o on o.number = c.operation
  where c.field = 'removed' and c.new is not null and c.old is not c.new and o.kind <> 'undo' and ${within('until')}
    and not exists (select 1 from changes l join operations n on n.number = l.operation
      where l.rowId = c.rowId and l.field = 'removed' and l.old is not l.new
        and (n.clock, n.deviceId, n.sequence, l.number) > (o.clock, o.deviceId, o.sequence, c.number)
        and ${within('until').replaceAll('o.', 'n.')})
  order by ${NEWEST_FIRST}, c.number`;

type Removal = { readonly operation: number; readonly head: Touched; readonly others: number };

export const removedRecords = (
  history: History,
  { find, table, offset, limit }: Page & { readonly find?: string | undefined; readonly table?: string | undefined },
) => {
  const { log, rows } = history;
  const all = removalsOf(history);
  const wanted = find?.trim().toLowerCase() ?? '';
  const found = all.filter(
    ({ head }) =>
      (table === undefined || head.tableName === table) &&
      (wanted === '' || recordInFull(rows, head.tableName, head.rowId).toLowerCase().includes(wanted)),
  );
  const counts = new Map<string, number>();
  for (const { head } of all) counts.set(head.tableName, (counts.get(head.tableName) ?? 0) + 1);
  return {
    rows: found.slice(offset, offset + limit).map((removal): RemovedRecord => {
      const operation = operationOf(history, removal.operation);
      const { tableName, rowId } = removal.head;
      return {
        operationId: originalOf(history, operation).id,
        table: tableName,
        rowId,
        record: recordInFull(rows, tableName, rowId),
        at: clockToInstant(operation.clock),
        actor: operation.actor,
        words: wordsOf(log, operation),
        reason: operation.reason,
        others: removal.others,
        place: placeOfRecord(rows, tableName, rowId),
      };
    }),
    total: found.length,
    tables: [...counts]
      .map(([name, count]) => ({ table: name, words: tableWords(name), count }))
      .sort((a, b) => (a.words < b.words ? -1 : 1)),
  };
};

/** What one operation removed stands together, as it comes back together. */
const removalsOf = ({ log, rows, until }: History): readonly Removal[] => {
  const byOperation = new Map<number, Touched[]>();
  const removed = log.prepare<[EndParams], Touched & { operation: number }>(REMOVALS).all(endParams('until', until));
  for (const { operation, ...touched } of removed) {
    if (!isGone(rows, touched)) continue;
    const group = byOperation.get(operation);
    if (group === undefined) byOperation.set(operation, [touched]);
    else group.push(touched);
  }
  return [...byOperation].flatMap(([operation, touched]) => {
    const found = headOf(touched);
    return found === null ? [] : [{ operation, head: found.head, others: touched.length - 1 }];
  });
};

const isGone = (rows: Reader, { tableName, rowId }: Touched): boolean =>
  tableShape(tableName) !== undefined &&
  rows
    .prepare<[string], number>(`select 1 from ${quoted(tableName)} where id = ? and removed is not null`)
    .get(rowId) !== undefined;

const operationOf = ({ log }: History, number: number): Operation =>
  log.prepare<[number], Operation>('select * from operations where number = ?').get(number) as Operation;

/** A removal that was undone and made again is taken back by undoing what was done first. */
const originalOf = ({ log }: History, operation: Operation): Operation => {
  const before = (id: string | null): Operation | undefined =>
    log.prepare<[string | null], Operation>('select * from operations where id = ?').get(id);
  return operation.kind === 'redo' ? (before(before(operation.undoes)?.undoes ?? null) ?? operation) : operation;
};
