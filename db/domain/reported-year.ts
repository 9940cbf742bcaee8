/** The year that an annual report is on, and where a date stands to it. A date that is not known to the day may lie on both sides. */
import { formatDate } from './date-words.ts';
import { earliestDay, latestDay, type PartialDate } from './partial-date.ts';

export type ReportedYear = { readonly from: string; readonly until: string };

/** The year from 1 April to 31 March that ended last before the day. */
export const reportedYearBefore = (day: string): ReportedYear => {
  const year = Number(day.slice(0, 4)) - (day.slice(5) > '03-31' ? 0 : 1);
  return { from: `${year - 1}-04-01`, until: `${year}-03-31` };
};

export type Placed = 'before' | 'in' | 'after' | 'unclear' | 'never';

/** unclear: it happened, and its date does not say in which year. never: nothing says that it happened. */
export const placeInYear = (
  { from, until }: ReportedYear,
  date: PartialDate | null,
  text: string | null = null,
): Placed => {
  if (date === null || date === '') return text === null || text === '' ? 'never' : 'unclear';
  const [first, last] = [earliestDay(date), latestDay(date)];
  if (last < from) return 'before';
  if (first > until) return 'after';
  return first >= from && last <= until ? 'in' : 'unclear';
};

/** "1 April 2025 to 31 March 2026". */
export const yearWords = ({ from, until }: ReportedYear): string => `${formatDate(from)} to ${formatDate(until)}`;
