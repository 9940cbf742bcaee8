import { addDays, addMonths, type CivilDate, latestDay, weekdayOf } from '../../../db/domain/partial-date.ts';
import { WEEKDAYS } from '../../../db/domain/civil-days.ts';

/** A month of the calendar, YYYY-MM. */
export type Month = string;

export const isMonth = (text: string): boolean => /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text);
export const monthOf = (day: CivilDate): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): CivilDate => `${month}-01`;
export const lastDayOf = (month: Month): CivilDate => latestDay(month);
export const monthsFrom = (month: Month, months: number): Month => monthOf(addMonths(firstDayOf(month), months));

/** The weeks of a month from Monday to Sunday; null where a week's day belongs to another month. */
export const weeksOf = (month: Month): readonly (readonly (CivilDate | null)[])[] => {
  const before = WEEKDAYS.indexOf(weekdayOf(firstDayOf(month)));
  const count = Number(lastDayOf(month).slice(8));
  const weeks = Math.ceil((before + count) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    WEEKDAYS.map((__, weekday) => {
      const day = week * 7 + weekday - before;
      return day < 0 || day >= count ? null : addDays(firstDayOf(month), day);
    }),
  );
};

/** Where a key leads in the calendar; null for a key that it does not know. Days beyond the month belong to the next one. */
export const dayByKey = (key: string, day: CivilDate, today: CivilDate): CivilDate | null => {
  const weekday = WEEKDAYS.indexOf(weekdayOf(day));
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday);
    case 'End':
      return addDays(day, 6 - weekday);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 't':
    case 'T':
      return today;
    default:
      return null;
  }
};
