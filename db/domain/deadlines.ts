/**
 * Everything with a day: what each kind of deadline is called, and how it is said. A date that is not known to the day stands
 * under its month or year, never on an invented day; it is late once its latest day has passed.
 */
import { EVENT_KIND_LABELS, type EventKind } from './codes.ts';
import { daysBetween, formatDate, isCivilDate, latestDay, onOrInDate, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export const DEADLINE_KINDS = [
  'clock',
  'forecast',
  'action',
  'action-milestone',
  'update-request',
  'agency-report',
  'accuracy-round',
  'delay-review',
  'delay-end',
  'publication',
  'website-until',
  'meeting',
  'paper-deadline',
  'hand-over',
  'impact-check',
  'theme-task',
  'retention-review',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_KIND_LABELS: Readonly<Record<DeadlineKind, string>> = {
  clock: 'Clock',
  forecast: 'Forecast',
  action: 'Action target',
  'action-milestone': 'Milestone of an action',
  'update-request': 'Update asked for',
  'agency-report': 'Agency report',
  'accuracy-round': 'Factual accuracy',
  'delay-review': 'Review of a delay',
  'delay-end': 'Expected end of a delay',
  publication: 'Planned publication',
  'website-until': 'Year on the website ends',
  meeting: 'Meeting',
  'paper-deadline': 'Papers due',
  'hand-over': 'Hand-over',
  'impact-check': 'Impact check',
  'theme-task': 'Theme to embed or verify',
  'retention-review': 'Retention review',
};

/** Kinds that are never late: a meeting is held or not, and a report may stay on the website for longer than its year. */
export const NEVER_LATE: ReadonlySet<DeadlineKind> = new Set(['meeting', 'paper-deadline', 'website-until']);

/** True where the date names its day: neither a month, a year, nor words that qualify it. */
export const isOnADay = (date: PartialDate | null, text: string | null): boolean =>
  date !== null && isCivilDate(date) && (text === null || text === '');

/** "on 8 March 2027", "in March 2027", or the words as written: “late 2027”. */
export const deadlineDateWords = (date: PartialDate | null, text: string | null): string => {
  if (text !== null && text !== '') return `“${text}”`;
  return date === null ? '' : onOrInDate(date);
};

/** Calendar days past the latest day it can mean; null when it is not late. */
export const daysLateOf = (kind: DeadlineKind, date: PartialDate | null, today: string): number | null => {
  if (date === null || NEVER_LATE.has(kind)) return null;
  const days = daysBetween(latestDay(date), today);
  return days > 0 ? days : null;
};

/** "12 days late", "due today", "in 3 days". */
export const distanceWords = (kind: DeadlineKind, date: PartialDate, text: string | null, today: string): string => {
  const late = daysLateOf(kind, date, today);
  if (late !== null) return `${countOf(late, 'day', 'days')} late`;
  if (!isOnADay(date, text)) return '';
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  return days < 0 ? formatDate(date) : `in ${countOf(days, 'day', 'days')}`;
};

export type DeadlineSaid = {
  readonly kind: DeadlineKind;
  /** What the record itself says: a clock's name, an action's text, an event kind, an agency, a body. */
  readonly what: string;
};

/** What is due, in words: "Complete within 15 working days", "Report of Exampleshire Police". */
export const deadlineWords = ({ kind, what }: DeadlineSaid): string => {
  switch (kind) {
    case 'clock':
    case 'action':
    case 'action-milestone':
    case 'meeting':
      return what || DEADLINE_KIND_LABELS[kind];
    case 'forecast':
      return `Forecast: ${(EVENT_KIND_LABELS[what as EventKind] ?? what).toLowerCase()}`;
    case 'update-request':
      return `Update asked of ${what || 'no agency'}`;
    case 'agency-report':
      return `Report of ${what}`;
    case 'accuracy-round':
      return `Factual accuracy check${what === '' ? '' : `, ${what}`}`;
    case 'delay-review':
      return 'Review of the publication delay';
    case 'delay-end':
      return `Expected end of the publication delay${what === '' ? '' : `: ${what}`}`;
    case 'publication':
      return 'Publication planned';
    case 'website-until':
      return 'The year on the website ends';
    case 'paper-deadline':
      return `Papers for ${what || 'the meeting'}`;
    case 'hand-over':
      return `Hand-over to ${what}`;
    case 'impact-check':
      return `Impact check: ${what}`;
    case 'theme-task':
      return what;
    case 'retention-review':
      return `Retention of the ${what}`;
  }
};
