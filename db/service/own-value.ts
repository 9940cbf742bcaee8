/** How a field is entered when a person makes up its value: by what the contract lets it hold, in the words of the board. */
import { z } from 'zod';
import { civilDate, flag, id, partialDate } from '../contract/common.ts';
import type { OwnField } from '../contract/conflicts.ts';
import { recordShapes } from '../contract/records.ts';
import { fieldWords, valueWords } from '../domain/field-words.ts';
import type { Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { nameOf, POINTS_TO } from './history-words.ts';
import { fieldsOfOneValue, isEditableTable } from './restorable.ts';

/** A date and its words are one entry. */
export const ownFields = (store: Store, table: string, fields: readonly string[]): OwnField[] => {
  if (!isEditableTable(table)) return [];
  const shape: Readonly<Record<string, z.ZodType>> = recordShapes[table].shape;
  const ofOneDate = (field: string): readonly string[] =>
    fieldsOfOneValue(table, field).filter((one) => fields.includes(one));
  const datesOf = (field: string): readonly string[] => ofOneDate(field).filter((one) => isDate(kernelOf(shape[one])));
  return fields
    .filter((field) => isDate(kernelOf(shape[field])) || datesOf(field).length === 0)
    .flatMap((field): OwnField[] => {
      const type = shape[field];
      const words = ofOneDate(field).find((one) => one !== field) ?? null;
      return type === undefined ? [] : [ownField(store, { field, type, words })];
    });
};

type Typed = { readonly field: string; readonly type: z.ZodType; readonly words: string | null };

const ownField = (store: Store, { field, type, words }: Typed): OwnField => {
  const kernel = kernelOf(type);
  const isRequired = !type.safeParse(null).success && !type.safeParse('').success;
  const entry = { field, label: fieldWords(field), isRequired };
  if (isDate(kernel)) return { kind: 'date', ...entry, words };
  if (kernel === id) return { kind: 'choice', ...entry, options: recordsToName(store, field) };
  if (kernel === flag) return { kind: 'choice', ...entry, options: worded(field, [1, 0]) };
  if (kernel instanceof z.ZodEnum) return { kind: 'choice', ...entry, options: worded(field, kernel.options) };
  if (kernel instanceof z.ZodNumber) return { kind: 'number', ...entry };
  const isLong = kernel instanceof z.ZodString && (kernel.maxLength ?? 0) > LONGEST_LINE;
  return { kind: isLong ? 'text' : 'line', ...entry };
};

const LONGEST_LINE = 500;

/** Without what stands for nothing. */
const kernelOf = (type: unknown): unknown =>
  type instanceof z.ZodNullable || type instanceof z.ZodOptional || type instanceof z.ZodDefault
    ? kernelOf(type.unwrap())
    : type;

const isDate = (kernel: unknown): boolean => kernel === partialDate || kernel === civilDate;

type Options = Extract<OwnField, { readonly kind: 'choice' }>['options'];

const worded = (field: string, values: readonly (string | number)[]): Options =>
  values.map((value) => ({ value, words: valueWords(field, value) }));

const recordsToName = (store: Store, field: string): Options => {
  const table = POINTS_TO[field];
  if (table === undefined) return [];
  return store
    .prepare<[], { id: string }>(`select id from ${quoted(table)} where removed is null`)
    .all()
    .map((row) => ({ value: row.id, words: nameOf(store, table, row.id) }))
    .toSorted((one, other) => one.words.localeCompare(other.words, 'en-GB'));
};
