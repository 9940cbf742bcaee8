/** A field gets the value back that an earlier operation gave it: an edit like any other, with its reason, by the rules of today. */
import { recordShapes } from '../contract/records.ts';
import { fieldWords, tableWords } from '../domain/field-words.ts';
import type { Change, Operation, Value } from '../store/change-log.ts';
import { type Moment, readPasts } from '../store/causality.ts';
import { Failure } from '../store/failure.ts';
import { NEWEST_FIRST } from '../store/log-end.ts';
import type { Committed, Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { refuse } from './context.ts';
import { nameOf, POINTS_TO } from './history-words.ts';
import { editRecord } from './records.ts';
import { fieldsOfOneValue, isEditableField } from './restorable.ts';

export type Restoration = {
  readonly table: string;
  readonly rowId: string;
  readonly field: string;
  readonly operationId: string;
  readonly reason: string;
};

/** Fails with not-found, not-allowed where the field has an act of its own, and bad-input where a rule would be broken. */
export const restoreValue = (
  store: Store,
  { table, rowId, field, operationId, reason }: Restoration,
): Committed<void> => {
  if (!isEditableField(table, field)) {
    const words = table in recordShapes ? `“${fieldWords(field)}”` : tableWords(table);
    return refuse(`${words} is not restored from the history: it has steps of its own, each with its reason.`);
  }
  const operation = store.prepare<[string], Operation>('select * from operations where id = ?').get(operationId);
  if (operation === undefined) throw new Failure('not-found', { what: 'change', id: operationId });
  if (!gaveValue(store, rowId, field, operation.number)) {
    throw new Failure('not-found', { what: 'earlier value of this field' });
  }
  const row = store.row(table, rowId) as Readonly<Record<string, Value>>;
  const fields = fieldsOfOneValue(table, field);
  const now = Object.fromEntries(fields.map((name) => [name, valueAfter(store, rowId, name, operation)]));
  const was = Object.fromEntries(fields.map((name) => [name, row[name] ?? null]));
  for (const [name, value] of Object.entries(now)) refuseRemovedTarget(store, name, value);
  return editRecord(store, { table, id: rowId, was, now, reason, force: true, kind: 'restore-value' });
};

const gaveValue = (store: Store, rowId: string, field: string, operation: number): boolean =>
  store
    .prepare<[number, string, string], { n: number }>(
      `select count(*) as n from changes where operation = ? and rowId = ? and field in (?, '')`,
    )
    .get(operation, rowId, field)?.n !== 0;

/** What the field held once the operation was done, as far as its author knew. */
const valueAfter = (store: Store, rowId: string, field: string, operation: Operation): Value => {
  const isInPast = readPasts(store);
  const written = store
    .prepare<[string, string], Pick<Change, 'field' | 'new'> & Moment>(
      `select c.field, c.new, o.deviceId, o.sequence from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field in (?, '') order by ${NEWEST_FIRST}, c.number desc`,
    )
    .all(rowId, field);
  const last = written.find(
    (change) =>
      isInPast(change, operation) || (change.deviceId === operation.deviceId && change.sequence === operation.sequence),
  );
  if (last === undefined) return null;
  return last.field === '' ? ((JSON.parse(String(last.new)) as Record<string, Value>)[field] ?? null) : last.new;
};

/** A link to what was removed since would lead nowhere. */
export const refuseRemovedTarget = (store: Store, field: string, value: Value): void => {
  const target = POINTS_TO[field];
  if (target === undefined || typeof value !== 'string') return;
  const found = store
    .prepare<[string], { removed: number | null }>(`select removed from ${quoted(target)} where id = ?`)
    .get(value);
  if (found === undefined || found.removed === null) return;
  const name = nameOf(store, target, value) || tableWords(target);
  throw new Failure('bad-input', {
    problem: `“${name}” was removed since, so nothing can point to it.`,
    advice: 'Nothing was changed. Bring it back first, under History → Removed, or choose another value.',
    field,
  });
};
