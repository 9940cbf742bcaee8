import { type CalendarDate, GregorianCalendar, parseDate } from '@internationalized/date';

/** A real day of the civil calendar, YYYY-MM-DD. */
export type CivilDate = string;

const gregorian = new GregorianCalendar();
const shape = /^\d{4}-\d{2}-\d{2}$/;

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** True for a full date that exists: 2020-02-30 is refused. */
export const isCivilDate = (value: string): boolean => {
  if (!shape.test(value) || value.startsWith('0000')) return false;
  const day = Number(value.slice(8));
  const month = Number(value.slice(5, 7));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(value.slice(0, 4)), month);
};

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** The Julian day number: consecutive days have consecutive numbers, and number % 7 is 0 on a Monday. */
export const dayNumber = (date: CivilDate): number => gregorian.toJulianDay(parsed(date));

export const dayFromNumber = (number: number): CivilDate => gregorian.fromJulianDay(number).toString();

/** Calendar days from one date to another: 1 for the next day, negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

export const addDays = (date: CivilDate, days: number): CivilDate => dayFromNumber(dayNumber(date) + days);

/** The same day number some months on (or back), or that month's last day: 31 January and 1 month is 28 or 29 February. */
export const addMonths = (date: CivilDate, months: number): CivilDate => parsed(date).add({ months }).toString();

export const weekdayOf = (date: CivilDate): Weekday => WEEKDAYS[dayNumber(date) % 7] ?? 'Monday';

/** Throws on anything but a full date: callers check what people typed with isCivilDate or readDateEntry first. */
const parsed = (date: CivilDate): CalendarDate => parseDate(date);
