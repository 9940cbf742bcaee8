/** What the publication register reminds of, in words, most pressing first. Each is about one review. */
import type { CivilDate } from './civil-days.ts';
import { daysBetween, formatDate, latestDay, onOrInDate, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export const REMINDER_KINDS = [
  'delay-review',
  'end-passed',
  'copies-due',
  'leaving-site',
  'short-of-year',
  'nobody-told',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Website years and copies are reminded of so many days ahead. */
export const REMINDED_DAYS_AHEAD = 30;

export type Reminder = {
  readonly kind: ReminderKind;
  /** The day it is about; null where none is. */
  readonly on: PartialDate | null;
  /** The event that was expected, or what is due. */
  readonly what: string;
};

export const reminderWords = ({ kind, on, what }: Reminder, today: CivilDate): string => {
  const days = on === null ? 0 : daysBetween(today, latestDay(on));
  const late = countOf(-days, 'day', 'days');
  const ahead = days === 0 ? 'today' : `in ${countOf(days, 'day', 'days')}`;
  switch (kind) {
    case 'delay-review':
      return `The review of the delay is ${late} overdue, was due ${formatDate(on)}`;
    case 'end-passed':
      return `The delay was expected to end ${on === null ? '' : `${onOrInDate(on)} `}${what === '' ? '' : `with ${what} `}and is still open: end it, or give another date`;
    case 'copies-due':
      return days < 0
        ? `Copies of the report before publication are ${late} late, were due ${formatDate(on)}`
        : `Copies of the report are to be sent before publication, due ${ahead}, ${formatDate(on)}`;
    case 'leaving-site':
      return `Its year on the website ends ${ahead}, ${formatDate(on)}`;
    case 'short-of-year':
      return `It is to leave the website on ${formatDate(on)}, before a year is over; published reports are to stay available for at least one year`;
    case 'nobody-told':
      return 'Publication is delayed, and nobody is recorded as told';
  }
};
