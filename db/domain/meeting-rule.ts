/**
 * How often a body meets, as its papers say it: "monthly on the second Tuesday", "quarterly", "every six weeks from
 * 12 January 2027". The words are what is kept; a rule is what they mean. Words that mean nothing here stay as written.
 *
 * Read: how often ("monthly", "quarterly", "every two months", "every other month", "four times a year", "fortnightly",
 * "every six weeks"), from when ("from March", "from 12 January 2027"), on which day ("on the last Thursday"), and what is
 * left out ("except in months with a board", "except in August").
 */
import { type CivilDate, WEEKDAYS, type Weekday } from './civil-days.ts';
import { formatDate, MONTHS } from './date-words.ts';
import { readDateEntry } from './date-entry.ts';
import { joinWords } from './plain-words.ts';

export const WEEKS_OF_MONTH = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type WeekOfMonth = (typeof WEEKS_OF_MONTH)[number];
export type DayOfMonth = { readonly week: WeekOfMonth; readonly weekday: Weekday };

export type MeetingRule =
  | {
      readonly every: 'months';
      readonly months: number;
      /** 1 to 12: a month in which it meets, from which the others are counted; null when the words name none. */
      readonly fromMonth: number | null;
      readonly day: DayOfMonth | null;
      readonly exceptBoardMonths: boolean;
      /** 1 to 12. */
      readonly exceptMonths: readonly number[];
    }
  | { readonly every: 'weeks'; readonly weeks: number; readonly from: CivilDate | null };

export type MonthlyRule = Extract<MeetingRule, { every: 'months' }>;

/** The rule that the words mean, or null when they mean none. */
export const readMeetingRule = (words: string): MeetingRule | null => {
  const written = words.trim().toLowerCase().replace(/[,.;]/g, ' ').replace(/\s+/g, ' ');
  const often = /^(?:(?:meets|held) )?(.+?)(?= from | on | except |$| (?:first|second|third|fourth|last)\b)(.*)$/.exec(
    withoutSecond(written),
  );
  if (often === null) return null;
  const weeks = weeksOf(often[1] ?? '');
  const months = weeks === null ? monthsOf(often[1] ?? '') : null;
  return weeks !== null ? weekly(weeks, often[2] ?? '') : months !== null ? monthly(months, often[2] ?? '') : null;
};

/** The words of a rule: what the builder writes. Reading them gives the same rule. */
export const meetingRuleWords = (rule: MeetingRule): string => {
  if (rule.every === 'weeks') {
    const every =
      rule.weeks === 1 ? 'weekly' : rule.weeks === 2 ? 'fortnightly' : `every ${numberWord(rule.weeks)} weeks`;
    return rule.from === null ? every : `${every} from ${formatDate(rule.from)}`;
  }
  const { months, fromMonth, day, exceptBoardMonths, exceptMonths } = rule;
  return [
    MONTHLY_WORDS[months] ?? `every ${numberWord(months)} months`,
    fromMonth === null || months === 1 ? '' : `from ${MONTHS[fromMonth - 1] ?? ''}`,
    day === null ? '' : `on the ${dayOfMonthWords(day)}`,
    exceptBoardMonths ? 'except in months with a board' : '',
    exceptMonths.length === 0 ? '' : `except in ${joinWords(exceptMonths.map((month) => MONTHS[month - 1] ?? ''))}`,
  ]
    .filter(Boolean)
    .join(' ');
};

export const dayOfMonthWords = ({ week, weekday }: DayOfMonth): string => `${week} ${weekday}`;

const MONTHLY_WORDS: Readonly<Record<number, string>> = {
  1: 'monthly',
  3: 'quarterly',
  6: 'twice a year',
  12: 'once a year',
};

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const numberWord = (number: number): string => NUMBERS[number - 1] ?? String(number);

const numberOf = (word: string): number | null => {
  const named = NUMBERS.indexOf(word);
  if (named >= 0) return named + 1;
  return /^\d{1,2}$/.test(word) && Number(word) > 0 ? Number(word) : null;
};

/** "every second month" is every two months; the second Thursday is a day. */
const withoutSecond = (written: string): string =>
  written
    .replace(/^every (?:second|other) (month|week)\b/, 'every two $1s')
    .replace(/^every third month\b/, 'every three months');

const weeksOf = (often: string): number | null => {
  if (often === 'weekly' || often === 'every week') return 1;
  if (often === 'fortnightly' || often === 'every fortnight') return 2;
  const every = /^every (\S+) weeks$/.exec(often)?.[1];
  return every === undefined ? null : numberOf(every);
};

const TIMES: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  'three times': 3,
  'four times': 4,
  'six times': 6,
  'twelve times': 12,
};
const NAMED: Readonly<Record<string, number>> = {
  monthly: 1,
  'every month': 1,
  'bi-monthly': 2,
  bimonthly: 2,
  quarterly: 3,
  'every quarter': 3,
  'half-yearly': 6,
  'twice yearly': 6,
  yearly: 12,
  annually: 12,
  'every year': 12,
};

const monthsOf = (often: string): number | null => {
  const named = NAMED[often];
  if (named !== undefined) return named;
  const times = /^(.+) (?:a|each|per|every) year$/.exec(often)?.[1] ?? '';
  const count = TIMES[times] ?? numberOf(times.replace(/ times$/, ''));
  if (count !== null && count !== undefined && times !== '' && 12 % count === 0) return 12 / count;
  const every = /^every (\S+) months$/.exec(often)?.[1];
  const months = every === undefined ? null : numberOf(every);
  return months !== null && months <= 12 ? months : null;
};

const weekly = (weeks: number, rest: string): MeetingRule | null => {
  if (rest.trim() === '') return { every: 'weeks', weeks, from: null };
  const from = /^ from (.+)$/.exec(rest)?.[1];
  if (from === undefined) return null;
  const read = readDateEntry(from);
  return 'error' in read || read.date?.length !== 10 || read.text !== null
    ? null
    : { every: 'weeks', weeks, from: read.date };
};

const monthNumber = (word: string): number | null => {
  const at = MONTHS.findIndex((month) => month.toLowerCase() === word);
  return at < 0 ? null : at + 1;
};

const DAY = new RegExp(
  `^(?: on)?(?: the)? (${WEEKS_OF_MONTH.join('|')}) (${WEEKDAYS.join('|')})(?: of the month)?`,
  'i',
);

/** Takes the parts off the front of what is left, in any order, each once; words that are none of them make no rule. */
const monthly = (months: number, words: string): MeetingRule | null => {
  let rest = words;
  let rule: MonthlyRule = {
    every: 'months',
    months,
    fromMonth: null,
    day: null,
    exceptBoardMonths: false,
    exceptMonths: [],
  };
  while (rest.trim() !== '') {
    const taken = takeDay(rest, rule) ?? takeFrom(rest, rule) ?? takeBoard(rest, rule) ?? takeExcept(rest, rule);
    if (taken === null) return null;
    rest = taken.rest;
    rule = taken.rule;
  }
  return rule;
};

type Taken = { readonly rest: string; readonly rule: MonthlyRule } | null;

const takeDay = (rest: string, rule: MonthlyRule): Taken => {
  const match = DAY.exec(rest);
  if (match === null || rule.day !== null) return null;
  const weekday = WEEKDAYS.find((name) => name.toLowerCase() === match[2]);
  if (weekday === undefined) return null;
  return { rest: rest.slice(match[0].length), rule: { ...rule, day: { week: match[1] as WeekOfMonth, weekday } } };
};

const takeFrom = (rest: string, rule: MonthlyRule): Taken => {
  const match = /^ from ([a-z]+)(?: \d{4})?/.exec(rest);
  const fromMonth = match === null ? null : monthNumber(match[1] ?? '');
  if (match === null || fromMonth === null || rule.fromMonth !== null) return null;
  return { rest: rest.slice(match[0].length), rule: { ...rule, fromMonth } };
};

const takeBoard = (rest: string, rule: MonthlyRule): Taken => {
  const match = /^ except (?:in )?(?:the )?months (?:with|of|that have) (?:a |the )?board(?: meetings?)?/.exec(rest);
  return match === null ? null : { rest: rest.slice(match[0].length), rule: { ...rule, exceptBoardMonths: true } };
};

const takeExcept = (rest: string, rule: MonthlyRule): Taken => {
  const match = new RegExp(`^ (?:except|and)(?: in)? (${MONTHS.join('|')})`, 'i').exec(rest);
  const month = match === null ? null : monthNumber(match[1] ?? '');
  if (match === null || month === null) return null;
  // "August and December", "August December": further months of the same exception.
  const more = rest.slice(match[0].length).replace(new RegExp(`^ (?=(?:${MONTHS.join('|')})\\b)`, 'i'), ' and ');
  return { rest: more, rule: { ...rule, exceptMonths: [...rule.exceptMonths, month] } };
};
