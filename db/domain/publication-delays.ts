/**
 * Delays overlap and each ends by its own event: days delayed are the calendar days in at least one of them, counted once.
 * Where a date is not known to the day, the fewest days it can mean are counted and the figure is "at least".
 */
import { type CivilDate, daysBetween, isCivilDate } from './civil-days.ts';
import { type DelayReasonGiven, delayReasonsWords } from './delay-words.ts';
import { earliestDay, formatDate, latestDay, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export type PublicationDelay = {
  readonly reasons: readonly DelayReasonGiven[];
  readonly since: PartialDate | null;
  readonly sinceText: string | null;
  readonly expectedEndEvent: string | null;
  /** When that event is expected. */
  readonly expectedEndOn?: PartialDate | null;
  readonly nextReviewOn: CivilDate | null;
  readonly endedOn: PartialDate | null;
  /** The event that ended it, in words. */
  readonly endedBy: string | null;
};

export type DelayReading = {
  readonly delay: PublicationDelay;
  readonly open: boolean;
  /** Calendar days so far, or in all once ended; null when it is not known since when. */
  readonly days: number | null;
  readonly atLeast: boolean;
  readonly reviewOverdue: boolean;
  /** It is still open though the event that was to end it was expected before today. */
  readonly endPassed: boolean;
  /** The days that are counted, from the first to the day it ended, which is not counted; null when it is not known since when. */
  readonly span: DelaySpan | null;
  readonly words: string;
};

export type DelaySpan = { readonly start: CivilDate; readonly end: CivilDate };

/** `settledOn` is the day of publication or of the decision not to publish: no delay is counted beyond it. */
export const readDelay = (delay: PublicationDelay, settledOn: CivilDate | null, today: CivilDate): DelayReading => {
  const open = settledOn === null && !hasEnded(delay, today) && hasBegun(delay, today);
  const span = spanOf(delay, settledOn, today);
  const days = span === null ? null : daysBetween(span.start, span.end);
  const atLeast = days !== null && isAboutIn(delay);
  const reviewOverdue = open && delay.nextReviewOn !== null && latestDay(delay.nextReviewOn) < today;
  return {
    delay,
    open,
    days,
    atLeast,
    reviewOverdue,
    endPassed: open && Boolean(delay.expectedEndOn) && latestDay(delay.expectedEndOn ?? today) < today,
    span,
    words: delayWords(delay, { open, days, atLeast, reviewOverdue }, today),
  };
};

/** Calendar days in at least one delay; null when no delay has a known start. */
export const daysInAnyDelay = (
  delays: readonly PublicationDelay[],
  settledOn: CivilDate | null,
  today: CivilDate,
): number | null => {
  const spans = delays.map((delay) => spanOf(delay, settledOn, today)).filter((span) => span !== null);
  if (spans.length === 0) return null;
  let days = 0;
  let reached = '';
  for (const { start, end } of spans.sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const from = start < reached ? reached : start;
    if (end <= from) continue;
    days += daysBetween(from, end);
    reached = end;
  }
  return days;
};

export const isAboutIn = ({ since, sinceText, endedOn }: PublicationDelay): boolean =>
  (since !== null && (!isCivilDate(since) || Boolean(sinceText))) || (endedOn !== null && !isCivilDate(endedOn));

const hasEnded = ({ endedOn }: PublicationDelay, today: CivilDate): boolean =>
  endedOn !== null && earliestDay(endedOn) <= today;

const hasBegun = ({ since }: PublicationDelay, today: CivilDate): boolean =>
  since === null || earliestDay(since) <= today;

/** From its first day to the day it ended, publication or today, whichever is first: a delay that ends the day it began has no days. */
const spanOf = (delay: PublicationDelay, settledOn: CivilDate | null, today: CivilDate): DelaySpan | null => {
  if (delay.since === null) return null;
  const ends = [today, settledOn, delay.endedOn === null ? null : earliestDay(delay.endedOn)].filter(
    (day) => day !== null,
  );
  const end = ends.reduce((first, day) => (day < first ? day : first));
  const start = latestDay(delay.since);
  return { start, end: end < start ? start : end };
};

const delayWords = (
  delay: PublicationDelay,
  { open, days, atLeast, reviewOverdue }: Pick<DelayReading, 'open' | 'days' | 'atLeast' | 'reviewOverdue'>,
  today: CivilDate,
): string => {
  const reasons = delayReasonsWords(delay.reasons) || 'a reason that is not recorded';
  const counted =
    days === null || !hasBegun(delay, today) ? '' : ` (${atLeast ? 'at least ' : ''}${countOf(days, 'day', 'days')})`;
  const parts = [`${verb(delay, open, today)} by ${reasons}${startWords(delay, open)}${counted}`];
  if (delay.endedOn !== null) parts.push(endWords(delay, today));
  if (open && delay.expectedEndEvent) parts.push(`expected to end with ${delay.expectedEndEvent}`);
  if (open && delay.nextReviewOn) {
    const review = reviewOverdue ? 'review of the delay was due' : 'next review of the delay';
    parts.push(`${review} ${formatDate(delay.nextReviewOn)}`);
  }
  return parts.join('; ');
};

const verb = (delay: PublicationDelay, open: boolean, today: CivilDate): string => {
  if (open) return 'Delayed';
  return hasBegun(delay, today) ? 'Was delayed' : 'To be delayed';
};

const startWords = ({ since, sinceText }: PublicationDelay, open: boolean): string => {
  const words = formatDate(since, sinceText);
  return words === '' ? ', start not recorded' : ` ${open ? 'since' : 'from'} ${words}`;
};

const endWords = (delay: PublicationDelay, today: CivilDate): string =>
  `${hasEnded(delay, today) ? 'ended' : 'to end'} ${formatDate(delay.endedOn)}${delay.endedBy ? ` by ${delay.endedBy}` : ''}`;
