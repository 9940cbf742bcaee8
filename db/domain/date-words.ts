import { type CivilDate, isCivilDate, weekdayOf } from './civil-days.ts';
import type { PartialDate } from './partial-date.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "8 May 2020", "May 2020" or "2020"; the words as written when there are any ("late 2019"); "" for no date. */
export const formatDate = (date: PartialDate | null, text: string | null = null): string => {
  if (text !== null && text !== '') return text;
  if (date === null || date === '') return '';
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const monthAndYear = `${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return day === undefined ? monthAndYear : `${Number(day)} ${monthAndYear}`;
};

/** "Friday 8 May 2020"; a partial date, which has no weekday, is written as formatDate writes it. */
export const formatDateWithWeekday = (date: CivilDate | null, text: string | null = null): string => {
  const words = formatDate(date, text);
  const asWritten = text !== null && text !== '';
  return date !== null && !asWritten && isCivilDate(date) ? `${weekdayOf(date)} ${words}` : words;
};

/** "on 8 May 2020", "in May 2020", "in 2020". */
export const onOrInDate = (date: PartialDate): string => `${isCivilDate(date) ? 'on' : 'in'} ${formatDate(date)}`;
