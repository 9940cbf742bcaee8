/**
 * Whether a theme recurs, and whether it does so after what was done about it was signed off.
 *
 * A review comes after a sign-off when its incident did: what matters is whether practice failed again. Where the incident has
 * no date the notification stands for it. Of imprecise dates only what is certain counts: an incident in "2019" is not after a
 * sign-off in June 2019.
 */
import { comparePartialDates, earliestDay, latestDay, type PartialDate } from './partial-date.ts';
import { formatDate, onOrInDate } from './date-words.ts';
import { countOf, joinWords } from './plain-words.ts';

export type SeenIn = {
  readonly reviewId: string;
  readonly reference: string;
  readonly on: PartialDate | null;
  /** Which event `on` is the date of. */
  readonly by: 'incident' | 'notified' | null;
};

export type SignedOffAction = {
  readonly actionId: string;
  readonly number: string;
  /** The plan it belongs to: a review's or an external report's reference. */
  readonly origin: string;
  readonly reviewId: string | null;
  readonly on: PartialDate | null;
};

export type RecurredAfter = { readonly review: SeenIn; readonly signedOff: readonly SignedOffAction[] };

export type RecurrenceMark = 'not-seen' | 'once' | 'recurs' | 'after-sign-off';

export const RECURRENCE_MARK_LABELS: Readonly<Record<RecurrenceMark, string>> = {
  'not-seen': 'Not seen',
  once: 'Seen once',
  recurs: 'Recurs',
  'after-sign-off': 'Recurs after sign-off',
};

export type Recurrence = {
  readonly mark: RecurrenceMark;
  /** Latest first; undated ones last. */
  readonly seenIn: readonly SeenIn[];
  /** Reviews that came after actions for the theme were signed off, latest first. */
  readonly afterSignOff: readonly RecurredAfter[];
};

const isAfter = (review: SeenIn, action: SignedOffAction): boolean =>
  review.on !== null && action.on !== null && earliestDay(review.on) > latestDay(action.on);

const latestFirst = (a: PartialDate | null, b: PartialDate | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : comparePartialDates(b, a);

/** Actions of the review itself never count against it. */
export const readRecurrence = (seen: readonly SeenIn[], signedOff: readonly SignedOffAction[]): Recurrence => {
  const seenIn = seen.toSorted((a, b) => latestFirst(a.on, b.on) || (a.reference < b.reference ? -1 : 1));
  const afterSignOff = seenIn.flatMap((review) => {
    const before = signedOff
      .filter((action) => action.reviewId !== review.reviewId && isAfter(review, action))
      .toSorted((a, b) => latestFirst(a.on, b.on) || (a.number < b.number ? -1 : 1));
    return before.length === 0 ? [] : [{ review, signedOff: before }];
  });
  return { mark: markOf(seenIn.length, afterSignOff.length), seenIn, afterSignOff };
};

const markOf = (seen: number, after: number): RecurrenceMark => {
  if (after > 0) return 'after-sign-off';
  if (seen > 1) return 'recurs';
  return seen === 1 ? 'once' : 'not-seen';
};

const NAMED = 4;

/** "Seen in LCSPR 2025/02, SCR 2014/01 and 3 more." */
export const seenWords = (seenIn: readonly SeenIn[], before = 'Seen in'): string => {
  if (seenIn.length === 0) return 'Not seen in a review yet.';
  const named = seenIn.slice(0, NAMED).map(({ reference }) => reference);
  const more = seenIn.length - named.length;
  return `${before} ${joinWords(more > 0 ? [...named, `${more} more`] : named)}.`;
};

const eventWords = ({ on, by }: SeenIn): string =>
  on === null ? '' : ` (${by === 'incident' ? 'incident' : 'notified'} ${formatDate(on)})`;

/** "LCSPR 2025/02 (incident 3 May 2025) came after action 1.2 of SCR 2014/01 was signed off on 8 May 2016." */
export const recurredWords = ({ review, signedOff }: RecurredAfter): string => {
  const [last] = signedOff;
  if (last === undefined || last.on === null) return '';
  const action = `action ${last.number}${last.origin === '' ? '' : ` of ${last.origin}`}`;
  const when = onOrInDate(last.on);
  const what =
    signedOff.length === 1
      ? `${action} was signed off ${when}`
      : `${countOf(signedOff.length, 'action', 'actions')} for it were signed off, the last ${when} (${action})`;
  return `${review.reference}${eventWords(review)} came after ${what}.`;
};
