/** Status statements about the board's reviews, nil returns among them: `db/domain/statements.ts` words them. */
import { withThe } from '../domain/plain-words.ts';
import { formatDate } from '../domain/partial-date.ts';
import type { ReportedYear } from '../domain/reported-year.ts';
import { annualStatement, type ReasonCount, type ReviewStatement, reviewStatement } from '../domain/statements.ts';
import type { Reader } from './context.ts';
import { type Publications, readPublications } from './publication-readings.ts';
import { isOurs, readYearReviews, type YearReview } from './year-reviews.ts';

type TypedReview = {
  readonly id: string;
  readonly typeId: string;
  readonly singular: string;
  readonly plural: string;
  readonly lead: string;
  readonly kind: string;
};

const typedReviews = (reader: Reader): readonly TypedReview[] =>
  reader
    .prepare<[], TypedReview>(
      `select r.id, t.id as typeId, t.singular, t.plural, r.lead, g.kind from reviews r
       join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null order by t.position, r.reference`,
    )
    .all();

/** "3 serious case reviews are complete; publication is delayed by ongoing criminal proceedings." One for each type that the board has. */
export const publicationStatements = (reader: Reader, today: string, publications?: Publications): string[] =>
  stateOfPublication(reader, today, publications).map(reviewStatement);

export const stateOfPublication = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): ReviewStatement[] => {
  const reviews = typedReviews(reader);
  const types = [...new Map(reviews.map((review) => [review.typeId, review])).values()];
  return types.map((type) => {
    const unpublished = reviews.filter(
      (review) => review.typeId === type.typeId && publications.get(review.id)?.reading.completeAndUnpublished,
    );
    const reasons = new Map<string, Set<string>>();
    for (const { id } of unpublished) {
      const publication = publications.get(id);
      publication?.delays.forEach((delay, at) => {
        if (!publication.reading.delays[at]?.open) return;
        for (const { phrase } of delay.reasons) reasons.set(phrase, (reasons.get(phrase) ?? new Set()).add(id));
      });
    }
    return {
      kind: 'complete-and-unpublished',
      of: type,
      count: unpublished.length,
      reasons: [...reasons].map(([phrase, ids]) => ({ reason: phrase, reviews: ids.size })),
    };
  });
};

/** Reviews under way by type, those led elsewhere and those to be handed over; a board with none says so. */
export const progressStatements = (reader: Reader): string[] => stateOfProgress(reader).map(reviewStatement);

export const stateOfProgress = (reader: Reader): ReviewStatement[] => {
  const reviews = typedReviews(reader);
  const own = reviews.filter((review) => review.lead !== 'led-elsewhere');
  const types = [...new Map(own.map((review) => [review.typeId, review])).values()];
  const underWay = types.map((type): ReviewStatement => {
    const live = own.filter((review) => review.typeId === type.typeId && LIVE_KINDS.has(review.kind));
    return { kind: 'under-way', of: type, count: live.length, expected: sharedForecast(reader, live) };
  });
  const elsewhere = reviews.filter((review) => review.lead === 'led-elsewhere' && LIVE_KINDS.has(review.kind)).length;
  return [...underWay, { kind: 'outside-area', count: elsewhere }, ...handOverStatements(reader)];
};

const LIVE_KINDS: ReadonlySet<string> = new Set(['referral', 'deciding', 'in-progress', 'report-agreed']);

type Forecast = { readonly date: string | null; readonly text: string | null };

/** When all of these reviews are expected to be complete; null when that is not known or differs. */
const sharedForecast = (reader: Reader, reviews: readonly TypedReview[]): Forecast | null => {
  const forecast = reader.prepare<[string], Forecast>(
    `select forecast as date, forecastText as text from milestones where reviewId = ? and removed is null and kind = 'completed'
       and date is null and dateText is null and coalesce(forecast, forecastText) is not null order by id limit 1`,
  );
  const [first, ...rest] = reviews.map(({ id }) => forecast.get(id) ?? null);
  if (first === undefined || first === null) return null;
  return rest.every((other) => other?.date === first.date && other?.text === first.text) ? first : null;
};

type HandOver = {
  readonly singular: string;
  readonly plural: string;
  readonly body: string;
  readonly deadline: string | null;
  readonly deadlineText: string | null;
  readonly count: number;
};

/** "3 serious case reviews are to be handed over to the new joint partnership for finalisation before 29 September 2020." */
const handOverStatements = (reader: Reader): ReviewStatement[] => {
  const due = reader
    .prepare<[], HandOver>(
      `select t.singular, t.plural, h.body, h.deadline, h.deadlineText, count(*) as count
       from handOvers h join reviews r on r.id = h.reviewId join reviewTypes t on t.id = r.reviewTypeId
       where h.removed is null and r.removed is null and h.direction = 'to' and h.handedOverOn is null
       group by t.id, h.body, h.deadline, h.deadlineText order by h.deadline is null, h.deadline, t.position`,
    )
    .all();
  if (due.length === 0) {
    const any = { singular: 'review', plural: 'reviews' };
    return [{ kind: 'to-be-handed-over', of: any, count: 0, to: '', by: '' }];
  }
  return due.map(({ count, body, deadline, deadlineText, ...of }) => ({
    kind: 'to-be-handed-over',
    of,
    count,
    to: withThe(body),
    by: byWords(deadline, deadlineText),
  }));
};

/** Words as written stand as they are ("before 29 September 2020"). */
const byWords = (deadline: string | null, deadlineText: string | null): string => {
  if (deadlineText) return deadlineText;
  return deadline === null ? 'on a date that is not set' : `by ${formatDate(deadline)}`;
};

/** The year in sentences that can be pasted: by type what was completed and what became of it, what went on, what others led. */
export const annualStatements = (
  reader: Reader,
  year: ReportedYear,
  reviews: readonly YearReview[] = readYearReviews(reader, year),
): string[] => {
  const end = formatDate(year.until);
  const ours = reviews.filter(isOurs);
  const types = [...new Map(ours.map((review) => [review.typeId, review])).values()];
  const byType = types.flatMap((of) => {
    const mine = ours.filter(({ typeId }) => typeId === of.typeId);
    const completed = mine.filter((review) => review.completed === 'in');
    const waiting = completed.filter(({ unpublishedAtEnd }) => unpublishedAtEnd);
    const earlier = mine.filter((review) => review.unpublishedAtEnd && review.completed === 'before');
    const undated = mine.filter((review) => review.unpublishedAtEnd && review.completed === 'unclear');
    const published = mine.filter((review) => review.published === 'in');
    if (earlier.length === 0 && !mine.some(isOfYear)) return [annualStatement({ kind: 'none-in-year', of, count: 0 })];
    return [
      annualStatement({
        kind: 'completed-in-year',
        of,
        count: completed.length,
        undated: mine.filter((review) => review.completed === 'unclear').length,
        published: completed.filter((one) => !one.unpublishedAtEnd && !one.notToBePublishedAtEnd).length,
        notToBePublished: completed.filter(({ notToBePublishedAtEnd }) => notToBePublishedAtEnd).length,
        reasons: reasonCounts(waiting),
      }),
      ...unpublishedWords('unpublished-from-earlier', of, earlier),
      ...unpublishedWords('unpublished-undated', of, undated),
      annualStatement({
        kind: 'published-in-year',
        of,
        count: published.length,
        undated: mine.filter((review) => review.published === 'unclear').length,
      }),
      annualStatement({
        kind: 'in-progress-at-end',
        of,
        count: mine.filter(({ inProgressAtEnd }) => inProgressAtEnd).length,
        end,
      }),
    ];
  });
  const elsewhere = reviews.filter((review) => !isOurs(review) && wasUnderWayIn(review)).length;
  return [
    ...(types.length === 0 ? ['The board had no review of its own on the register in the year.'] : byType),
    annualStatement({ kind: 'converted-in-year', count: convertedInYear(ours).length }),
    annualStatement({ kind: 'led-elsewhere-in-year', count: elsewhere }),
  ];
};

const unpublishedWords = (
  kind: 'unpublished-from-earlier' | 'unpublished-undated',
  of: YearReview,
  reviews: readonly YearReview[],
): readonly string[] =>
  reviews.length === 0 ? [] : [annualStatement({ kind, of, count: reviews.length, reasons: reasonCounts(reviews) })];

/** Or may be, where a date does not say. */
const isOfYear = ({ began, completed, published, inProgressAtEnd }: YearReview): boolean =>
  inProgressAtEnd || [began, completed, published].some((placed) => placed === 'in' || placed === 'unclear');

/** It went on in the year, for a day at least. */
export const wasUnderWayIn = ({ completed, inProgressAtEnd }: YearReview): boolean =>
  inProgressAtEnd || completed === 'in';

/** A review was converted when the one that it became began. */
export const convertedInYear = (reviews: readonly YearReview[]): readonly YearReview[] =>
  reviews.filter(({ convertedFromId, began }) => convertedFromId !== null && began === 'in');

const reasonCounts = (reviews: readonly YearReview[]): readonly ReasonCount[] => {
  const counts = new Map<string, number>();
  for (const { openDelays } of reviews) {
    for (const phrase of new Set(openDelays.flatMap(({ reasons }) => reasons.map((reason) => reason.phrase))))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, reviews: count })).sort((a, b) => b.reviews - a.reviews);
};
