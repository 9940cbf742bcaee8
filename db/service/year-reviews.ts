/** Each review as one year saw it, by the dates that its records carry: what an annual report counts. */
import type { PublicationDecision, StageKind } from '../domain/codes.ts';
import { REVIEW_BEGINNINGS } from '../domain/review-beginnings.ts';
import { earliestDay } from '../domain/partial-date.ts';
import { type PublicationReading, readPublication } from '../domain/publication.ts';
import { type Placed, placeInYear, type ReportedYear } from '../domain/reported-year.ts';
import { type ReviewEvent, reviewEvents } from '../store/review-events.ts';
import type { Reader } from './context.ts';
import { type Delay, readPublications, type ReviewPublication } from './publication-readings.ts';
import { LABEL } from './review-names.ts';

type Reviewed = {
  readonly id: string;
  readonly reference: string;
  readonly label: string;
  readonly typeId: string;
  readonly type: string;
  readonly singular: string;
  readonly plural: string;
  readonly lead: 'own' | 'joint' | 'led-elsewhere';
  readonly kind: StageKind;
  readonly convertedFromId: string | null;
};

export type YearReview = Reviewed & {
  readonly began: Placed;
  readonly completed: Placed;
  readonly completedOn: string | null;
  readonly completedText: string | null;
  readonly published: Placed;
  /** Still being done when the year ended. */
  readonly inProgressAtEnd: boolean;
  /** Complete when the year ended, and then neither published nor decided against. */
  readonly unpublishedAtEnd: boolean;
  readonly notToBePublishedAtEnd: boolean;
  /** Its delays that were open when the year ended, and the calendar days it had been delayed by then. */
  readonly openDelays: readonly Delay[];
  readonly daysDelayedAtEnd: number | null;
};

export const readYearReviews = (reader: Reader, year: ReportedYear): readonly YearReview[] => {
  const publications = readPublications(reader, year.until);
  return reader
    .prepare<[], Reviewed>(
      `select r.id, r.reference, ${LABEL} as label, t.id as typeId, t.name as type, t.singular, t.plural, r.lead, g.kind,
         r.convertedFromReviewId as convertedFromId
       from reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null order by t.position, r.reference, r.id`,
    )
    .all()
    .flatMap((review) => {
      const publication = publications.get(review.id);
      return publication === undefined ? [] : [inYear(review, publication, reviewEvents(reader, review.id), year)];
    });
};

const BEGINNINGS: ReadonlySet<string> = new Set(REVIEW_BEGINNINGS);
const ENDINGS: ReadonlySet<string> = new Set(['completed', 'closed', 'decided-not-to-proceed', 'handed-over']);
const ENDED_STAGES: ReadonlySet<StageKind> = new Set(['complete', 'closed', 'not-proceeding', 'handed-over']);

const inYear = (
  review: Reviewed,
  publication: ReviewPublication,
  events: readonly ReviewEvent[],
  year: ReportedYear,
): YearReview => {
  const place = (event: ReviewEvent | undefined): Placed => placeInYear(year, event?.date ?? null, event?.text ?? null);
  const first = (kinds: ReadonlySet<string>): ReviewEvent | undefined => {
    const found = events.filter(({ kind }) => kinds.has(kind));
    return found.find(({ date }) => date !== null) ?? found[0];
  };
  const completion = first(new Set(['completed']));
  const began = place(first(BEGINNINGS));
  const ended = place(first(ENDINGS));
  // A stage says that it is complete also where nobody knows since when.
  const isComplete = review.kind === 'complete' || review.kind === 'closed';
  const completed = completion === undefined && isComplete ? 'unclear' : place(completion);
  const reading = readingAtEnd(publication, completed, year);
  return {
    ...review,
    began,
    completed,
    completedOn: completion?.date ?? null,
    completedText: completion?.text ?? null,
    published: placeInYear(year, publication.record?.publishedOn ?? null, publication.record?.publishedText ?? null),
    inProgressAtEnd: began !== 'after' && (ended === 'after' || (ended === 'never' && !ENDED_STAGES.has(review.kind))),
    unpublishedAtEnd: reading.completeAndUnpublished,
    notToBePublishedAtEnd: reading.state === 'not-to-be-published',
    openDelays: publication.delays.filter((_, at) => reading.delays[at]?.open),
    daysDelayedAtEnd: reading.daysDelayed,
  };
};

/** Where publication stood when the year ended: a decision that was taken later did not count yet. */
const readingAtEnd = (
  { decisions, record, delays, completedOn }: ReviewPublication,
  completed: Placed,
  { until }: ReportedYear,
): PublicationReading =>
  readPublication({
    decisions: decisions
      .filter(({ decidedOn }) => decidedOn === null || earliestDay(decidedOn) <= until)
      .map(({ decision, decidedOn, waits }) => ({ decision: decision as PublicationDecision, decidedOn, waits })),
    publication: record,
    delays: delays.map((delay) => ({ ...delay, reasons: delay.reasons.map(({ phrase }) => phrase) })),
    completedOn: completedOn ?? (completed === 'unclear' ? until : null),
    today: until,
  });

/** The board's own reviews, and those that it leads with others. */
export const isOurs = ({ lead }: Pick<YearReview, 'lead'>): boolean => lead !== 'led-elsewhere';
