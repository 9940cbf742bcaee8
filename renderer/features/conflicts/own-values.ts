import type { OwnField } from '../../../db/contract/conflicts.ts';
import { type DateValue, noDate } from '../../ui/index.ts';

type Stored = string | number | null;
/** What is stored of each field of a record. */
export type StoredValues = Readonly<Record<string, Stored>>;

/** What a person has entered so far: words, the key of a choice, or a date. */
export type Draft = string | DateValue;
export type Drafts = Readonly<Record<string, Draft>>;

/** The key of the choice of nothing. */
export const noneKey = 'none';

export const textOf = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '');
export const dateOfDraft = (draft: Draft | undefined): DateValue => (typeof draft === 'object' ? draft : noDate);

/** The entries as they begin: with what is stored. */
export const draftsOf = (fields: readonly OwnField[], stored: StoredValues): Drafts =>
  Object.fromEntries(fields.map((own) => [own.field, draftOf(own, stored)]));

const draftOf = (own: OwnField, stored: StoredValues): Draft => {
  const value = stored[own.field] ?? null;
  switch (own.kind) {
    case 'date':
      return { date: wordsOf(value), text: own.words === null ? null : wordsOf(stored[own.words] ?? null) };
    case 'choice':
      return value === null ? noneKey : String(value);
    default:
      return value === null ? '' : String(value);
  }
};

const wordsOf = (value: Stored): string | null => (value === null || value === '' ? null : String(value));

export type OwnValues =
  | { readonly values: Record<string, Stored> }
  | { readonly problem: string; readonly field: string };

/** The values to be written, or the first entry that is not one. */
export const valuesOf = (fields: readonly OwnField[], drafts: Drafts, stored: StoredValues): OwnValues => {
  const values: Record<string, Stored> = {};
  for (const own of fields) {
    const read = readDraft(own, drafts[own.field], stored);
    if ('problem' in read) return { ...read, field: own.field };
    Object.assign(values, read.values);
  }
  return { values };
};

type Read = { readonly values: Record<string, Stored> } | { readonly problem: string };

const readDraft = (own: OwnField, draft: Draft | undefined, stored: StoredValues): Read => {
  const { field, label, isRequired } = own;
  const missing = { problem: `“${label}” must not be empty.` };
  switch (own.kind) {
    case 'date': {
      const { date, text } = dateOfDraft(draft);
      if (own.words === null && text !== null) return { problem: 'Give a date, such as 8 May 2020, May 2020 or 2020.' };
      if (isRequired && date === null) return missing;
      return { values: own.words === null ? { [field]: date } : { [field]: date, [own.words]: text } };
    }
    case 'choice': {
      const chosen = own.options.find(({ value }) => String(value) === draft)?.value ?? null;
      return isRequired && chosen === null ? missing : { values: { [field]: chosen } };
    }
    case 'number': {
      const typed = textOf(draft).trim();
      if (typed === '') return isRequired ? missing : { values: { [field]: null } };
      const number = Number(typed.replaceAll(',', ''));
      return Number.isFinite(number) ? { values: { [field]: number } } : { problem: 'Write the number in figures.' };
    }
    default: {
      const text = textOf(draft).trim();
      if (text !== '') return { values: { [field]: text } };
      // What was never written stays unwritten rather than becoming an empty text.
      return isRequired ? missing : { values: { [field]: (stored[field] ?? null) === null ? null : '' } };
    }
  }
};
