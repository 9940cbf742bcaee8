/**
 * Working days: Monday to Friday, less the bank holidays of the division and the board's own closures.
 *
 * The bundled table covers 2006 to 2030 (GOV.UK's published lists for 2012 to 2028; the other years by rule, so provisional).
 * Bank holidays change by proclamation at short notice: a due date keeps the `tableVersion` that made it. A question that
 * would need a day outside the table is answered in words, never guessed.
 */
import table from './bank-holidays.json' with { type: 'json' };
import { type CivilDate, dayFromNumber, dayNumber } from './civil-days.ts';
import type { DayZeroRule, Division, Nation } from './codes.ts';

export type Closure = { readonly date: CivilDate; readonly name: string };
export type NonWorkingDay = { readonly date: CivilDate; readonly name: string };
export type OutOfRange = { readonly outOfRange: string };
export type DateOrOutOfRange = { readonly date: CivilDate } | OutOfRange;
export type DaysOrOutOfRange = { readonly days: number } | OutOfRange;

export type WorkingCalendar = {
  readonly division: Division;
  /** Changes exactly when a date in the table or among the closures changes. */
  readonly tableVersion: string;
  /** Null for a weekday outside the table, where bank holidays are not known. */
  readonly isWorkingDay: (date: CivilDate) => boolean | null;
  /** The n-th working day after `from`; before it when n is negative. With event-day-is-day-1 a working `from` is itself day 1. */
  readonly addWorkingDays: (from: CivilDate, n: number, dayZero: DayZeroRule) => DateOrOutOfRange;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  readonly workingDaysBetween: (from: CivilDate, to: CivilDate) => DaysOrOutOfRange;
  /** Bank holidays and closures on weekdays after `from`, up to and including `to`. */
  readonly nonWorkingDaysCrossed: (from: CivilDate, to: CivilDate) => readonly NonWorkingDay[];
  /** True for a year whose bank holidays come from a rule and not from a published list, and for any year outside the table. */
  readonly provisional: (year: number) => boolean;
};

export const FIRST_TABLE_YEAR = 2006;
export const LAST_TABLE_YEAR = 2030;

const FIRST_DAY = dayNumber(`${FIRST_TABLE_YEAR}-01-01`);
const LAST_DAY = dayNumber(`${LAST_TABLE_YEAR}-12-31`);
const OUT_OF_RANGE: OutOfRange = {
  outOfRange: `Working days can be counted from ${FIRST_TABLE_YEAR} to ${LAST_TABLE_YEAR} only, the years whose bank holidays are known.`,
};

export const divisionOf = (nation: Nation): Division =>
  nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation;

export const createWorkingCalendar = ({
  division,
  closures,
}: {
  readonly division: Division;
  readonly closures: readonly Closure[];
}): WorkingCalendar => {
  const years = new Map(Object.entries(table[division]));
  const nonWorking = nonWorkingDays(
    [...years.values()].flatMap((year) => year.dates),
    closures,
  );
  const { workingDays, countUpTo } = indexDays(nonWorking);
  const crossable = [...nonWorking]
    .filter(([day]) => !isWeekend(day))
    .map(([day, name]) => ({ day, date: dayFromNumber(day), name }));

  const countAt = (day: number): number => (day < FIRST_DAY ? 0 : (countUpTo[day - FIRST_DAY] ?? 0));
  const inTable = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY;
  const isWorking = (day: number): boolean => countAt(day) > countAt(day - 1);

  return {
    division,
    tableVersion: versionOf(division, nonWorking),
    isWorkingDay: (date) => {
      const day = dayNumber(date);
      if (isWeekend(day) || nonWorking.has(day)) return false;
      return inTable(day) ? true : null;
    },
    addWorkingDays: (from, n, dayZero) => {
      const start = dayNumber(from);
      if (!inTable(start)) return OUT_OF_RANGE;
      if (n === 0) return { date: from };
      const eventDayCounts = dayZero === 'event-day-is-day-1' && isWorking(start);
      const before = countAt(n > 0 ? start : start - 1);
      const position = n > 0 ? before + n - 1 - Number(eventDayCounts) : before + n + Number(eventDayCounts);
      const day = workingDays[position];
      return day === undefined ? OUT_OF_RANGE : { date: dayFromNumber(day) };
    },
    workingDaysBetween: (from, to) => {
      const [start, end] = [dayNumber(from), dayNumber(to)];
      if (!inTable(start) || !inTable(end)) return OUT_OF_RANGE;
      return { days: end >= start ? countAt(end) - countAt(start) : countAt(end - 1) - countAt(start - 1) };
    },
    nonWorkingDaysCrossed: (from, to) => {
      const [start, end] = [dayNumber(from), dayNumber(to)];
      return crossable.filter(({ day }) => day > start && day <= end).map(({ date, name }) => ({ date, name }));
    },
    provisional: (year) => years.get(String(year))?.source !== 'govuk',
  };
};

const isWeekend = (day: number): boolean => day % 7 >= 5;

/** Day number to name, in date order; a closure on a bank holiday adds nothing. */
const nonWorkingDays = (holidays: readonly CivilDate[], closures: readonly Closure[]): ReadonlyMap<number, string> => {
  const names = new Map(closures.map(({ date, name }) => [dayNumber(date), name]));
  for (const date of holidays) names.set(dayNumber(date), 'Bank holiday');
  return new Map([...names].sort(([a], [b]) => a - b));
};

/** Every working day of the table in order, and for every day how many there are up to and including it. */
const indexDays = (nonWorking: ReadonlyMap<number, string>) => {
  const workingDays: number[] = [];
  const countUpTo: number[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (!isWeekend(day) && !nonWorking.has(day)) workingDays.push(day);
    countUpTo.push(workingDays.length);
  }
  return { workingDays, countUpTo };
};

/** FNV-1a over the days that are not worked: enough to tell two tables apart, and the same on every machine. */
const versionOf = (division: Division, nonWorking: ReadonlyMap<number, string>): string => {
  let hash = 0x811c9dc5;
  for (const character of [...nonWorking.keys()].join(' ')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${division} ${FIRST_TABLE_YEAR}–${LAST_TABLE_YEAR} ${hash.toString(16).padStart(8, '0')}`;
};
