/** Which values of the change log can be given back to their fields: of records that are edited in place, by the same rules. */
import { type EditableTable, recordShapes } from '../contract/records.ts';
import type { Value } from '../store/change-log.ts';
import { quoted } from '../store/tables.ts';
import type { Reader } from './context.ts';

type Fields = Readonly<Record<string, Value>>;

export const isEditableTable = (table: string): table is EditableTable => table in recordShapes;

export const isEditableField = (table: string, field: string): table is EditableTable =>
  isEditableTable(table) && field in recordShapes[table].shape;

export const isRestorable = (rows: Reader, table: string, rowId: string, field: string, value: Value): boolean => {
  if (!isEditableField(table, field)) return false;
  const row = rows.prepare<[string], Fields>(`select * from ${quoted(table)} where id = ?`).get(rowId);
  return row !== undefined && row['removed'] === null && row[field] !== value;
};

/** A date and the words it was written with are one value: “late 2019” never stands beside another year. */
const WORDS_OF_DATES: Readonly<Record<string, string>> = {
  date: 'dateText',
  deadline: 'deadlineText',
  forecast: 'forecastText',
  incidentOn: 'incidentText',
  plannedOn: 'plannedText',
  publishedOn: 'publishedText',
  since: 'sinceText',
  targetDate: 'targetText',
  toldOn: 'toldText',
};

/** The fields that are restored together with this one, itself first. */
export const fieldsOfOneValue = (table: EditableTable, field: string): readonly string[] => {
  const partner = Object.entries(WORDS_OF_DATES).find(([date, text]) => field === date || field === text);
  return [field, ...(partner ?? []).filter((other) => other !== field && isEditableField(table, other))];
};
