/**
 * Reads a date as people in the UK type it: day first, any common separator, the month in figures or words.
 * What is not exact is kept as written, beside the part of the date that is certain; nothing is rounded to a day.
 *
 * - Two-figure years: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999. Years outside 1900 to 2100 are refused as slips.
 * - "before 29 September 2020" means the 28th at the latest; "by 29 September 2020" the 29th. Both keep their words.
 * - Words that point outside the date they name ("after May 2020", "before 2020") or name several years have no certain date.
 */
import { daysInMonth, isCivilDate, WEEKDAYS, addDays, weekdayOf } from './civil-days.ts';
import { formatDate, MONTHS } from './date-words.ts';
import type { PartialDate } from './partial-date.ts';

export type DateEntry =
  /** `text` holds the words as written when the entry was not exact. Both null: nothing was entered. */
  { readonly date: PartialDate | null; readonly text: string | null } | { readonly error: string };

const EXAMPLES = 'Type a date such as 8 May 2020, May 2020 or 2020.';
const LONGEST = 200;

const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const gap = String.raw`[\s,./-]*`;
const year = String.raw`(\d{4}|\d{2})`;
const fullYear = String.raw`(\d{4})`;

const dayMonthYear = `${day}${gap}(?:of${gap})?(${monthName})${gap}${year}`;
const monthDayYear = String.raw`(${monthName})\s+${day}(?:,\s*|\s+)${fullYear}`;
const figures = String.raw`(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*${year}`;
const yearFirst = String.raw`(\d{4})[./-](\d{1,2})[./-](\d{1,2})`;

export const readDateEntry = (entry: string): DateEntry => {
  const written = entry.trim().replace(/\s+/g, ' ');
  if (written === '') return { date: null, text: null };
  if (written.length > LONGEST) return { error: `Use at most ${LONGEST} characters. ${EXAMPLES}` };
  return readWithWeekday(written) ?? readExact(written) ?? refuseUnfinished(written) ?? readWords(written);
};

type Reading = DateEntry | null;

/** "Friday 8 May 2020": the weekday has to agree, because one of the two is a slip when it does not. */
const readWithWeekday = (written: string): Reading => {
  const match = /^(mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?,? (\d.*)$/i.exec(written);
  if (match === null) return null;
  const named = WEEKDAYS.find((name) => name.slice(0, 3).toLowerCase() === match[1]?.slice(0, 3).toLowerCase());
  const reading = readExact(match[2] ?? '');
  if (reading === null || 'error' in reading || reading.date === null || !isCivilDate(reading.date)) return reading;
  const actual = weekdayOf(reading.date);
  return actual === named
    ? reading
    : { error: `${formatDate(reading.date)} is a ${actual}. Check the day or the date.` };
};

const readExact = (written: string): Reading => {
  const full = matchFullDate(written, true);
  if (full !== null) return full;
  const monthAndYear = whole(`(${monthName})${gap}${fullYear}`).exec(written);
  if (monthAndYear) return checkedMonth(monthAndYear[2], monthNumber(monthAndYear[1]));
  const monthFigures = /^(\d{1,2}) ?[./-] ?(\d{4})$/.exec(written);
  if (monthFigures) return checkedMonth(monthFigures[2], Number(monthFigures[1]));
  const isoMonth = /^(\d{4})([-/.])(\d{1,2})$/.exec(written);
  if (isoMonth && !isYearPair(isoMonth)) return checkedMonth(isoMonth[1], Number(isoMonth[3]));
  return /^\d{4}$/.test(written) ? checkedYear(written) : null;
};

/** "2009/10" is the year 2009 to 2010 in council papers; "2009-10" is October 2009 in ISO dates. */
const isYearPair = ([, first = '', separator, second = '']: RegExpExecArray): boolean =>
  second.length === 2 &&
  Number(second) === (Number(first) + 1) % 100 &&
  (separator !== '-' || Number(second) > 12 || Number(second) === 0);

const matchFullDate = (text: string, exact: boolean): Reading => {
  const find = (pattern: string) => (exact ? whole(pattern) : within(pattern)).exec(text);
  const iso = find(yearFirst);
  if (iso) return checkedDay(iso[1], Number(iso[2]), iso[3]);
  const named = find(dayMonthYear);
  if (named) return checkedDay(named[3], monthNumber(named[2]), named[1]);
  const monthFirst = find(monthDayYear);
  if (monthFirst) return checkedDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const inFigures = find(figures);
  return inFigures ? checkedDay(inFigures[3], Number(inFigures[2]), inFigures[1]) : null;
};

/** Entries that are plainly meant as a date and lack something: better asked about than kept as words. */
const refuseUnfinished = (written: string): Reading => {
  if (
    whole(`${day}${gap}(?:of${gap})?(?:${monthName})`).test(written) ||
    whole(`(?:${monthName})${gap}${day}`).test(written)
  )
    return { error: 'Add the year in full, for example 8 May 2020 or May 2020.' };
  const unknownMonth = /^\d{1,2}(?:st|nd|rd|th)? ([a-z]{3,}) \d{4}$/i.exec(written);
  if (unknownMonth) return { error: `“${unknownMonth[1]}” is not the name of a month. ${EXAMPLES}` };
  if (/[\p{L}]/u.test(written) || isKeptPair(written)) return null;
  return { error: `“${written}” is not a date. ${EXAMPLES} Words such as late 2019 are kept as written.` };
};

const isKeptPair = (written: string): boolean => /^(19|20)\d\d ?[/–-] ?(\d\d|(19|20)\d\d)$/.test(written);

const readWords = (written: string): DateEntry => {
  const full = matchFullDate(written, false);
  if (full !== null && 'error' in full) return full;
  const years = new Set(written.match(/\b(?:19|20)\d\d\b/g));
  const [onlyYear] = years;
  const kept = (date: PartialDate | null): DateEntry => ({ date, text: written });
  if (full !== null && full.date !== null && years.size <= 1) return kept(certainPart(written, full.date));
  if (onlyYear === undefined || years.size > 1 || isKeptPair(written) || /\d{4}[/–]\d\d\b/.test(written))
    return kept(null);
  if (/\b(after|since|from|before|until)\b/i.test(written)) return kept(null);
  const months = new Set(
    [...written.matchAll(new RegExp(String.raw`\b(${monthName})\b`, 'gi'))].map(([m]) => monthNumber(m)),
  );
  const [onlyMonth] = months;
  const besideYear = within(`(?:${monthName})${gap}${fullYear}`).test(written);
  return kept(
    onlyMonth !== undefined && months.size === 1 && besideYear ? `${onlyYear}-${twoFigures(onlyMonth)}` : onlyYear,
  );
};

/** What is certain in words around a full date: a limit keeps its day, "about" keeps the month, "after" keeps nothing. */
const certainPart = (written: string, date: PartialDate): PartialDate | null => {
  if (/\b(on or before|by|no later than|not later than|until)\b/i.test(written)) return date;
  if (/\b(not before|after|since|from)\b/i.test(written)) return null;
  return /\bbefore\b/i.test(written) ? addDays(date, -1) : date.slice(0, 7);
};

const checkedDay = (yearText: string | undefined, month: number, dayText: string | undefined): DateEntry => {
  const reading = checkedMonth(yearText, month);
  if ('error' in reading) return reading;
  const date = `${reading.date}-${twoFigures(Number(dayText))}`;
  if (isCivilDate(date)) return { date, text: null };
  const last = daysInMonth(Number(date.slice(0, 4)), month);
  return {
    error: `${formatDate(reading.date)} has ${last} days, so there is no day ${Number(dayText)}. Type a date such as 8 May 2020.`,
  };
};

const checkedMonth = (yearText: string | undefined, month: number): DateEntry => {
  const reading = checkedYear(yearText);
  if ('error' in reading) return reading;
  if (month >= 1 && month <= 12) return { date: `${reading.date}-${twoFigures(month)}`, text: null };
  return {
    error: `There is no month ${month}. Type the day first, then the month, for example 8 May 2020 or 8/5/2020.`,
  };
};

const checkedYear = (yearText: string | undefined): DateEntry => {
  const typed = Number(yearText);
  const full = yearText?.length === 2 ? typed + (typed < 50 ? 2000 : 1900) : typed;
  if (full >= 1900 && full <= 2100) return { date: String(full), text: null };
  return { error: `The year ${yearText} looks like a slip. Type a year from 1900 to 2100, for example 8 May 2020.` };
};

const monthNumber = (name: string | undefined): number =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name?.slice(0, 3).toLowerCase()) + 1;

const twoFigures = (value: number): string => String(value).padStart(2, '0');
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i');
const within = (pattern: string): RegExp => new RegExp(String.raw`(?<![\d\p{L}])${pattern}(?![\d\p{L}])`, 'iu');
