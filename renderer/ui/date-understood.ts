import { formatDate, readDateEntry } from '../../db/domain/partial-date.ts';

/** A civil date YYYY, YYYY-MM or YYYY-MM-DD, and the words as written when they say more or less than that. */
export type DateValue = { readonly date: string | null; readonly text: string | null };

export const noDate: DateValue = { date: null, text: null };

export const isSameDate = (a: DateValue, b: DateValue): boolean => a.date === b.date && a.text === b.text;

export const dateInWords = ({ date, text }: DateValue): string => formatDate(date, text);

/** Says how a typed date was understood; null for nothing typed or an entry that is refused. */
export const howUnderstood = (typed: string): string | null => {
  const reading = readDateEntry(typed);
  if ('error' in reading) return null;
  if (reading.text !== null) {
    const certain = reading.date === null ? '' : `, counted as ${formatDate(reading.date)}`;
    return `Kept as written: ${reading.text}${certain}`;
  }
  return reading.date === null ? null : `Understood as ${formatDate(reading.date)}`;
};
