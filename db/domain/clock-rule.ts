import { addDays, addMonths, type CivilDate } from './civil-days.ts';
import type { ClockDirection, ClockUnit, DayZeroRule, EventKind } from './codes.ts';
import { formatDate } from './date-words.ts';
import { EVENT_PHRASES } from './event-words.ts';
import { countOf } from './plain-words.ts';
import type { DateOrOutOfRange, WorkingCalendar } from './working-days.ts';

/**
 * What a clock counts. `length` is in `unit`; for a fixed date it is 0 and `fixedDate` is the date the source names, where
 * direction 'before' means the day before it at the latest ("before 29 September 2020" is due on the 28th) and 'after' that day itself.
 */
export type ClockRule = {
  readonly name: string;
  readonly runsFrom: EventKind;
  readonly stopsAt: EventKind;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly direction: ClockDirection;
  readonly dayZero: DayZeroRule;
  readonly fixedDate: CivilDate | null;
  readonly source: string;
  readonly confirmed: boolean;
};

/** A least time to be kept ("stay available for at least one year") and not a deadline: keeping it longer is never late. */
export const isLeastTime = (rule: Pick<ClockRule, 'stopsAt'>): boolean =>
  rule.stopsAt === 'taken-down' || rule.stopsAt === 'website-until';

/**
 * The last day on which the clock is met. A month clock ends on the same day number or the month's last day; a due date on a
 * weekend is left there. A fixed date needs no event.
 */
export const dueDate = (
  rule: ClockRule,
  from: CivilDate | null,
  calendar: WorkingCalendar,
): DateOrOutOfRange | null => {
  if (rule.unit === 'fixed-date') {
    if (rule.fixedDate === null) return null;
    return { date: rule.direction === 'before' ? addDays(rule.fixedDate, -1) : rule.fixedDate };
  }
  if (from === null) return null;
  const sign = rule.direction === 'before' ? -1 : 1;
  if (rule.unit === 'working-days') return calendar.addWorkingDays(from, sign * rule.length, rule.dayZero);
  const end = addCalendarUnits(from, sign * rule.length, rule.unit);
  return { date: rule.dayZero === 'event-day-is-day-1' && rule.length > 0 ? addDays(end, -sign) : end };
};

const addCalendarUnits = (from: CivilDate, length: number, unit: Exclude<ClockUnit, 'working-days' | 'fixed-date'>) => {
  if (unit === 'calendar-days') return addDays(from, length);
  if (unit === 'weeks') return addDays(from, length * 7);
  return addMonths(from, unit === 'months' ? length : length * 12);
};

const UNIT_WORDS: Readonly<Record<Exclude<ClockUnit, 'fixed-date'>, readonly [string, string]>> = {
  'working-days': ['working day', 'working days'],
  'calendar-days': ['calendar day', 'calendar days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
};

/** "15 working days from notification", "at least 1 year from publication", "fixed: before 29 September 2020". */
export const clockRuleWords = (rule: ClockRule): string => {
  if (rule.unit === 'fixed-date')
    return `fixed: ${rule.direction === 'before' ? 'before' : 'by'} ${formatDate(rule.fixedDate)}`;
  const length = countOf(rule.length, ...UNIT_WORDS[rule.unit]);
  const event = EVENT_PHRASES[rule.runsFrom];
  if (rule.direction === 'before') return `at least ${length} before ${event}`;
  return `${isLeastTime(rule) ? 'at least ' : ''}${length} from ${event}`;
};

/** How the clock counts its first day, in words, or that it has none. */
export const dayZeroWords = (rule: ClockRule): string => {
  if (rule.unit === 'fixed-date') return 'The date is fixed; no days are counted.';
  const event = EVENT_PHRASES[rule.runsFrom];
  if (rule.dayZero === 'event-day-is-day-1') return `The day of ${event} is day 1.`;
  return `The first day ${rule.direction === 'before' ? 'before' : 'after'} ${event} is day 1.`;
};
