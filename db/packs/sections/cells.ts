import { formatDate } from '../../domain/partial-date.ts';
import type { SchemeLevel } from '../../service/rag.ts';
import type { PackCell, PackColumn } from '../model.ts';

export const text = (value: string | null): PackCell => ({ kind: 'text', text: value ?? '' });

/** A partial date, or as it was written. */
export const date = (value: string | null, written: string | null = null): PackCell => ({
  kind: 'date',
  sort: value,
  text: formatDate(value, written),
});

export const number = (value: number | null): PackCell => ({
  kind: 'number',
  value,
  text: value === null ? 'not known' : String(value),
});

/** "12 of 40 (30%)", as text: both numbers stand in columns of their own as well. */
export const share = (part: number, whole: number): PackCell =>
  text(whole === 0 ? '0 of 0' : `${part} of ${whole} (${Math.round((part / whole) * 100)}%)`);

export const rag = (level: string | null, levels: readonly SchemeLevel[]): PackCell => {
  const found = levels.find((known) => known.code === level);
  return {
    kind: 'rag',
    level: found?.code ?? null,
    text: found === undefined ? 'Not rated' : `${found.symbol} ${found.label}`,
  };
};

export const column = (key: string, heading: string, kind: PackColumn['kind'], width: number): PackColumn => ({
  key,
  heading,
  kind,
  width,
});
