import type { FailureData } from '../../db/contract/common.ts';
import type { EditableTable, NewRecord, RecordFields } from '../../db/contract/records.ts';
import { client } from '../client.ts';
import type { DateValue, KeptIn, Save, SaveResult } from '../ui/index.ts';
import { RECORD_WORDS } from './record-words.ts';
import { save, type SaveOutcome } from './use-save.ts';

type Value = string | number | null;
type Row<T extends EditableTable> = { readonly id: string } & Readonly<RecordFields<T>>;
type FieldOf<T extends EditableTable> = keyof RecordFields<T> & string;

/** Fits the `onSave` of every Editable; whether the value suits the field is checked by the data process. */
export type SaveField = {
  <V extends Value>(next: V, options?: { readonly force: boolean }): Promise<SaveResult<V>>;
  readonly keptIn: KeptIn;
};

const keepingIn = <S extends object>(
  save: S,
  table: string,
  rowId: string,
  field: string,
): S & { readonly keptIn: KeptIn } => Object.assign(save, { keptIn: { table, rowId, field } });

/** `onSave={editRecord('agencies', agency, 'name')}`: refused, with what stands there now, when another change came between. */
export const editRecord = <T extends EditableTable>(
  table: T,
  row: Row<T>,
  field: FieldOf<T>,
  words = `Changed ${RECORD_WORDS[table]}`,
): SaveField => {
  const saveField = async <V extends Value>(next: V, { force } = { force: false }): Promise<SaveResult<V>> => {
    const was = row[field] as Value;
    const outcome = await save(
      () => client.records.edit({ table, id: row.id, was: { [field]: was }, now: { [field]: next }, force }),
      words,
    );
    if (outcome.ok) return outcome;
    const current = valueNow(outcome.failure, was);
    return current === undefined ? outcome : { ...outcome, current: current as V };
  };
  return keepingIn(saveField, table, row.id, field);
};

/** For text that is absent rather than empty: what is emptied becomes null. `value={row.nilStatement ?? ''}`. */
export const editOptionalText = <T extends EditableTable>(table: T, row: Row<T>, field: FieldOf<T>): Save<string> => {
  const saveField = editRecord(table, row, field);
  const saveText: Save<string> = async (next, options) => {
    const result = await saveField<string | null>(next === '' ? null : next, options);
    return result.ok || result.current === undefined
      ? (result as SaveResult<string>)
      : { ...result, current: result.current ?? '' };
  };
  return keepingIn(saveText, table, row.id, field);
};

/** For a choice that may be none: the option with this key stands for it. `value={row.parentBodyId ?? noneKey}`. */
export const noneKey = 'none';

export const editLink = <T extends EditableTable>(table: T, row: Row<T>, field: FieldOf<T>): Save<string | null> => {
  const saveField = editRecord(table, row, field);
  const saveLink: Save<string | null> = async (next, options) => {
    const result = await saveField(next === noneKey ? null : next, options);
    return result.ok || result.current === undefined ? result : { ...result, current: result.current ?? noneKey };
  };
  return keepingIn(saveLink, table, row.id, field);
};

/** For a yes or no, held as 1 or 0 and chosen as "yes" or "no". `value={flagKey(row.statutory)}`. */
export const flagKey = (flag: number): 'yes' | 'no' => (flag === 1 ? 'yes' : 'no');

export const editFlag = <T extends EditableTable>(table: T, row: Row<T>, field: FieldOf<T>): Save<string | null> => {
  const saveField = editRecord(table, row, field);
  const saveFlag: Save<string | null> = async (next, options) => {
    const result = await saveField<number | null>(next === 'yes' ? 1 : 0, options);
    if (result.ok || result.current === undefined) return result as SaveResult<string | null>;
    return { ...result, current: flagKey(Number(result.current)) };
  };
  return keepingIn(saveFlag, table, row.id, field);
};

/** For a date, with the column of its words when there is one: `editDate('notes', note, 'date', 'dateText')`. */
export const editDate = <T extends EditableTable>(
  table: T,
  row: Row<T>,
  dateField: FieldOf<T>,
  textField?: FieldOf<T>,
): Save<DateValue> => {
  const saveDate: Save<DateValue> = async (next, { force }) => {
    if (textField === undefined && next.text !== null) return { ok: false, message: exactDateWanted };
    const fieldsOf = ({ date, text }: DateValue) => ({
      [dateField]: date,
      ...(textField === undefined ? {} : { [textField]: text }),
    });
    const was = dateOf(table, row, dateField, textField);
    const outcome = await save(
      () => client.records.edit({ table, id: row.id, was: fieldsOf(was), now: fieldsOf(next), force }),
      `Changed ${RECORD_WORDS[table]}`,
    );
    if (outcome.ok) return outcome;
    const current = valueNow(outcome.failure, null) as string | null | undefined;
    if (current === undefined) return outcome;
    const isText = outcome.failure?.details['field'] === textField;
    return { ...outcome, current: isText ? { ...was, text: current } : { ...was, date: current } };
  };
  return keepingIn(saveDate, table, row.id, dateField);
};

/** The value of an EditableDate: `value={dateOf('notes', note, 'date', 'dateText')}`. */
export const dateOf = <T extends EditableTable>(
  _table: T,
  row: Row<T>,
  dateField: FieldOf<T>,
  textField?: FieldOf<T>,
): DateValue => ({
  date: row[dateField] as string | null,
  text: textField === undefined ? null : (row[textField] as string | null),
});

export const addRecord = <T extends EditableTable>(
  table: T,
  row: NewRecord<T>,
): Promise<SaveOutcome<{ operationId: string | null; id: string }>> =>
  save(() => client.records.add({ table, row }), `Added ${RECORD_WORDS[table]}`);

/** A removal can be undone. */
export const removeRecord = (
  table: EditableTable,
  id: string,
  reason?: string,
): Promise<SaveOutcome<{ operationId: string | null }>> =>
  save(() => client.records.remove({ table, id, reason }), `Removed ${RECORD_WORDS[table]}`);

/** The value that a refused edit found in its place; undefined when it was not refused for that. Nothing is told as "". */
const valueNow = (failure: FailureData | null, was: Value): Value | undefined => {
  if (failure?.code !== 'stale') return undefined;
  const { current = '' } = failure.details;
  return current === '' && typeof was !== 'string' ? null : current;
};

const exactDateWanted =
  'Words such as “late 2019” cannot be kept here. Type a date such as 8 May 2020, May 2020 or 2020.';
