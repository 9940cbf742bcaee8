import { formatDate } from '../../domain/partial-date.ts';
import type { SchemeLevel } from '../../service/rag.ts';
import type { PackCell, PackColumn, PackTable } from '../model.ts';

export const text = (value: string | null): PackCell => ({ kind: 'text', text: value ?? '' });

/** A partial date, or as it was written. */
export const date = (value: string | null, written: string | null = null): PackCell => ({
  kind: 'date',
  sort: value,
  text: formatDate(value, written),
});

/** A target date, a meeting or words as they were written, or that there is none. */
export const target = (row: { readonly targetDate: string | null; readonly targetText: string | null }): PackCell =>
  dateOr(row.targetDate, row.targetText, 'No target');

/** A date as it was written, or these words where there is none. */
export const dateOr = (value: string | null, written: string | null, none: string): PackCell => {
  const words = formatDate(value, written);
  return { kind: 'date', sort: value, text: words === '' ? none : words };
};

export const number = (value: number | null): PackCell => ({
  kind: 'number',
  value,
  text: value === null ? 'not known' : String(value),
});

/** "12 of 40 (30%)": never a percentage without both numbers. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '0 of 0' : `${part} of ${whole} (${Math.round((part / whole) * 100)}%)`;

export const share = (part: number, whole: number): PackCell => text(shareWords(part, whole));

/** The level in words only: whoever prints it adds the level's symbol and colour. */
export const rag = (level: string | null, levels: readonly SchemeLevel[]): PackCell => {
  const found = levels.find((known) => known.code === level);
  return { kind: 'rag', level: found?.code ?? null, text: found?.label ?? 'Not rated' };
};

export const column = (key: string, heading: string, kind: PackColumn['kind'], width: number): PackColumn => ({
  key,
  heading,
  kind,
  width,
});

/** The table without those of these columns that no row has anything in: a note that nobody wrote needs no room. */
export const withoutEmpty = (keys: readonly string[], table: PackTable): PackTable => {
  const kept = table.columns.map(
    ({ key }, at) => !keys.includes(key) || table.rows.length === 0 || table.rows.some((row) => row[at]?.text !== ''),
  );
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    rows: table.rows.map((row) => row.filter((_, at) => kept[at])),
  };
};
