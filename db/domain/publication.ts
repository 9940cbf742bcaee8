/**
 * Where a report's publication stands. What happened wins over what was decided: a published report is published whatever the
 * decision says. "Complete" is not "published": a review that is complete and neither published nor decided against stays in sight.
 */
import { addDays, addMonths, type CivilDate, daysBetween } from './civil-days.ts';
import { PUBLICATION_DECISION_LABELS, type PublicationDecision, type PublicationState } from './codes.ts';
import { delayReasonsWords } from './delay-words.ts';
import { earliestDay, formatDate, inDateOrder, latestDay, onOrInDate, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';
import {
  daysInAnyDelay,
  type DelayReading,
  isAboutIn,
  type PublicationDelay,
  readDelay,
} from './publication-delays.ts';
import { alsoWaiting } from './waiting-decisions.ts';

export type { DelayReading, PublicationDelay } from './publication-delays.ts';

export type Publication = {
  readonly plannedOn: PartialDate | null;
  readonly publishedOn: PartialDate | null;
  readonly place: string | null;
  readonly availableUntil: PartialDate | null;
  readonly takenDownOn: PartialDate | null;
};

export type PublicationDecisionMade = {
  readonly decision: PublicationDecision;
  readonly decidedOn: PartialDate | null;
  /** It does not count until it is settled. */
  readonly waits: boolean;
};

export type PublicationQuestion = {
  /** The latest stands of those that do not wait to be settled; of equal dates the later in the list, and any dated one before an undated one. */
  readonly decisions: readonly PublicationDecisionMade[];
  readonly publication: Publication | null;
  readonly delays: readonly PublicationDelay[];
  readonly completedOn: PartialDate | null;
  readonly today: CivilDate;
};

export type PublicationReading = {
  readonly state: PublicationState;
  readonly words: string;
  readonly decision: PublicationDecision | null;
  readonly delays: readonly DelayReading[];
  /** Calendar days in at least one delay, so far or in all. Null when there was none or no start is known. */
  readonly daysDelayed: number | null;
  readonly daysDelayedAtLeast: boolean;
  readonly reviewOverdue: boolean;
  /** An open delay whose end was expected before today. */
  readonly endPassed: boolean;
  readonly completeAndUnpublished: boolean;
  /** The planned date has passed without publication, and no delay is recorded. */
  readonly plannedDatePassed: boolean;
  /** The last day the report is to stay available: as recorded, else a year from publication. */
  readonly leavesSiteOn: CivilDate | null;
  readonly leavingSite: boolean;
  /** Recorded to leave the website, or taken down, before a year was over. */
  readonly shortOfYear: boolean;
};

/** Statutory guidance: published reports stay available for at least one year. */
const LEAST_MONTHS_ON_SITE = 12;
export const LEAVING_SITE_WITHIN_DAYS = 90;

export const readPublication = (question: PublicationQuestion): PublicationReading => {
  const { delays, publication, completedOn, today } = question;
  const counted = question.decisions.filter(({ waits }) => !waits);
  const latest = inDateOrder(counted, ({ decidedOn }) => decidedOn).at(-1) ?? null;
  const settledOn = settledDay(question, latest);
  const readings = delays.map((delay) => readDelay(delay, settledOn, today));
  const open = readings.filter((reading) => reading.open);
  const state = stateOf(question, latest, open.length > 0);
  const leavesSiteOn = state === 'published' ? siteUntil(publication) : null;
  const known = {
    state,
    decision: latest?.decision ?? null,
    delays: readings,
    daysDelayed: daysInAnyDelay(delays, settledOn, today),
    daysDelayedAtLeast: delays.some(isAboutIn),
    reviewOverdue: open.some((reading) => reading.reviewOverdue),
    endPassed: open.some((reading) => reading.endPassed),
    completeAndUnpublished: hasHappened(completedOn, today) && isUnpublished(state),
    plannedDatePassed: state === 'planned' && isPast(publication?.plannedOn ?? null, today),
    leavesSiteOn,
    leavingSite:
      leavesSiteOn !== null && today <= leavesSiteOn && leavesSiteOn <= addDays(today, LEAVING_SITE_WITHIN_DAYS),
    shortOfYear: publication !== null && isShortOfYear(publication),
  };
  const waiting = question.decisions.filter(({ waits }) => waits).map(({ decidedOn }) => decidedOn);
  return { ...known, words: alsoWaiting(publicationWords(known, question), waiting) };
};

/** Neither published at any time nor decided against; what the register counts once the review is complete. */
export const isUnpublished = (state: PublicationState): boolean =>
  state === 'not-yet-decided' || state === 'planned' || state === 'delayed';

const stateOf = (
  { publication, today }: PublicationQuestion,
  latest: PublicationDecisionMade | null,
  delayed: boolean,
): PublicationState => {
  if (hasHappened(publication?.takenDownOn ?? null, today)) return 'taken-down';
  if (hasHappened(publication?.publishedOn ?? null, today)) return 'published';
  if (latest?.decision === 'not-to-be-published') return 'not-to-be-published';
  if (delayed) return 'delayed';
  return latest !== null || publication?.plannedOn || publication?.publishedOn ? 'planned' : 'not-yet-decided';
};

const settledDay = (
  { publication, today }: PublicationQuestion,
  latest: PublicationDecisionMade | null,
): CivilDate | null => {
  const published = publication?.publishedOn ?? null;
  if (published !== null && hasHappened(published, today)) return earliestDay(published);
  if (latest?.decision !== 'not-to-be-published') return null;
  return latest.decidedOn === null ? today : earliestDay(latest.decidedOn);
};

const hasHappened = (date: PartialDate | null, today: CivilDate): boolean =>
  date !== null && earliestDay(date) <= today;

const isPast = (date: PartialDate | null, today: CivilDate): boolean => date !== null && latestDay(date) < today;

const siteUntil = (publication: Publication | null): CivilDate | null => {
  if (publication?.availableUntil) return latestDay(publication.availableUntil);
  return publication?.publishedOn ? addMonths(latestDay(publication.publishedOn), LEAST_MONTHS_ON_SITE) : null;
};

/** Published reports are to stay available for at least one year; true only where the dates say for certain that this one does not. */
export const isShortOfYear = ({
  publishedOn,
  availableUntil,
  takenDownOn,
}: Pick<Publication, 'publishedOn' | 'availableUntil' | 'takenDownOn'>): boolean => {
  const leaves = takenDownOn ?? availableUntil;
  if (publishedOn === null || leaves === null) return false;
  return latestDay(leaves) < addMonths(earliestDay(publishedOn), LEAST_MONTHS_ON_SITE);
};

const publicationWords = (
  known: Omit<PublicationReading, 'words'>,
  { publication, today }: PublicationQuestion,
): string => {
  switch (known.state) {
    case 'taken-down':
      return `Taken down ${onOrIn(publication?.takenDownOn)}${publication?.publishedOn ? `, was published ${onOrIn(publication.publishedOn)}` : ''}`;
    case 'published':
      return publishedWords(known, publication);
    case 'not-to-be-published':
      return 'Not to be published';
    case 'delayed':
      return delayedWords(known);
    case 'planned':
      return plannedWords(known, publication, today);
    case 'not-yet-decided':
      return 'Publication not yet decided';
  }
};

const publishedWords = (known: Omit<PublicationReading, 'words'>, publication: Publication | null): string => {
  const place = publication?.place ? `, ${publication.place}` : '';
  const delayed = known.daysDelayed ? `, after ${daysWords(known)} of delay` : '';
  const leaving = known.leavingSite ? `; its time on the website ends ${formatDate(known.leavesSiteOn)}` : '';
  return `Published ${onOrIn(publication?.publishedOn)}${place}${delayed}${leaving}`;
};

const delayedWords = (known: Omit<PublicationReading, 'words'>): string => {
  const open = known.delays.filter((reading) => reading.open);
  const reasons = delayReasonsWords(open.flatMap(({ delay }) => delay.reasons)) || 'a reason that is not recorded';
  const days = known.daysDelayed === null ? '' : `, ${daysWords(known)} so far`;
  return `Publication is delayed by ${reasons}${days}${known.reviewOverdue ? '; review of the delay is overdue' : ''}`;
};

const plannedWords = (
  known: Omit<PublicationReading, 'words'>,
  publication: Publication | null,
  today: CivilDate,
): string => {
  const planned = publication?.plannedOn ?? publication?.publishedOn ?? null;
  const what = known.decision === null ? 'Publication' : PUBLICATION_DECISION_LABELS[known.decision];
  if (planned === null) return `${what}: to be published, no date set`;
  const passed = known.plannedDatePassed
    ? `, ${countOf(daysBetween(latestDay(planned), today), 'day', 'days')} ago; not published, and no delay is recorded`
    : '';
  return `${what}: planned for ${formatDate(planned)}${passed}`;
};

const daysWords = ({
  daysDelayed,
  daysDelayedAtLeast,
}: Pick<PublicationReading, 'daysDelayed' | 'daysDelayedAtLeast'>): string =>
  `${daysDelayedAtLeast ? 'at least ' : ''}${countOf(daysDelayed ?? 0, 'day', 'days')}`;

const onOrIn = (date: PartialDate | null | undefined): string =>
  date ? onOrInDate(date) : 'on a date that is not recorded';
