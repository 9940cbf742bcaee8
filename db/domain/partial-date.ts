/**
 * A date held no more precisely than it is known: YYYY, YYYY-MM or YYYY-MM-DD. A day is never invented: arithmetic asks for
 * the earliest or the latest day the date can mean, and the words a person wrote ("late 2019") are kept beside it as `text`.
 */
import { type CivilDate, daysInMonth, isCivilDate } from './civil-days.ts';

export { addDays, addMonths, daysBetween, isCivilDate, type CivilDate, type Weekday, weekdayOf } from './civil-days.ts';
export { type DateEntry, readDateEntry } from './date-entry.ts';
export { formatDate, formatDateWithWeekday, onOrInDate } from './date-words.ts';

export type PartialDate = string;
export type Precision = 'year' | 'month' | 'day';

const yearOnly = /^\d{4}$/;
const yearAndMonth = /^\d{4}-(0[1-9]|1[0-2])$/;

export const isPartialDate = (value: string): boolean =>
  !value.startsWith('0000') && (yearOnly.test(value) || yearAndMonth.test(value) || isCivilDate(value));

export const precisionOf = (date: PartialDate): Precision => {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
};

/** The first day the date can mean: 2020-05 is 2020-05-01. */
export const earliestDay = (date: PartialDate): CivilDate => {
  const precision = precisionOf(date);
  if (precision === 'year') return `${date}-01-01`;
  return precision === 'month' ? `${date}-01` : date;
};

/** The last day the date can mean: 2020-05 is 2020-05-31. */
export const latestDay = (date: PartialDate): CivilDate => {
  const precision = precisionOf(date);
  if (precision === 'year') return `${date}-12-31`;
  if (precision === 'day') return date;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
};

/** Orders by the first day each can mean; of two that begin together the less precise comes first. No date comes last. */
export const comparePartialDates = (a: PartialDate | null, b: PartialDate | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const first = earliestDay(a);
  const second = earliestDay(b);
  if (first === second) return a.length - b.length;
  return first < second ? -1 : 1;
};

/** Sorted by date, oldest first; undated items come before all others, and equal dates keep the order of the list. */
export const inDateOrder = <Item>(
  items: readonly Item[],
  dateOf: (item: Item) => PartialDate | null,
): readonly Item[] =>
  [...items].sort((a, b) => {
    const [first, second] = [dateOf(a), dateOf(b)];
    return first === null || second === null
      ? Number(first !== null) - Number(second !== null)
      : comparePartialDates(first, second);
  });
