/** The figures that the register can count, by the name under which a stated figure stands beside one: `db/domain/stated-figures.ts`. */
import type { StatedFigureRow } from '../contract/stated-figures.ts';
import { TARGET_VARIANCE_SCHEME, type VarianceLevel } from '../domain/rag-schemes.ts';
import { isStatedMeasure, readStated, type StatedMeasure } from '../domain/stated-figures.ts';
import type { Row } from '../store/tables.ts';
import { sumOf, tallyActions } from './action-tally.ts';
import { os, type Reader, todayOf } from './context.ts';
import { readPublications } from './publication-readings.ts';
import { NO_UPDATE, OPEN } from './rag.ts';
import { LIVE } from './review-list.ts';
import { RESOLVED } from './theme-links.ts';

type Count = (reader: Reader, today: string, reviewId: string | null) => number | null;

const countOf =
  (sql: string): Count =>
  (reader) =>
    reader.prepare<[], { n: number }>(`select count(*) as n from ${sql}`).get()?.n ?? 0;

/** Null for a figure that is about no review. */
const ofReview =
  (sql: string): Count =>
  (reader, today, reviewId) =>
    reviewId === null
      ? null
      : (reader
          .prepare<[{ today: string; reviewId: string }], { n: number }>(`select count(*) as n from ${sql}`)
          .get({ today, reviewId })?.n ?? 0);

const reviewsOf = (typeCode: string, also: string): Count =>
  countOf(
    `reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId where r.removed is null and t.code = '${typeCode}' and ${also}`,
  );

const rated = (reader: Reader, today: string, levels: readonly VarianceLevel[]): number =>
  sumOf(
    tallyActions(reader, today).filter(({ level }) => (levels as readonly (string | null)[]).includes(level)),
    'actions',
  );

/** Whole per cent of the actions that have a level of the target-variance scheme, halves up. */
const percentRated =
  (level: VarianceLevel): Count =>
  (reader, today) => {
    const all = rated(
      reader,
      today,
      TARGET_VARIANCE_SCHEME.levels.map(({ code }) => code),
    );
    return all === 0 ? 0 : Math.round((rated(reader, today, [level]) / all) * 100);
  };

const COUNTS: Readonly<Record<StatedMeasure, Count>> = {
  reviews: countOf('reviews where removed is null'),
  'live-reviews': countOf(`reviews r join stages g on g.id = r.stageId where r.removed is null and ${LIVE}`),
  'complete-and-unpublished': (reader, today) =>
    [...readPublications(reader, today).values()].filter((publication) => publication.reading.completeAndUnpublished)
      .length,
  'serious-case-reviews': reviewsOf('scr-england', '1'),
  'complete-serious-case-reviews': reviewsOf('scr-england', `g.kind in ('complete', 'closed')`),
  'reviews-led-elsewhere': countOf(`reviews where removed is null and lead = 'led-elsewhere'`),
  'reviews-to-be-handed-over': countOf(`handOvers where removed is null and direction = 'to' and handedOverOn is null`),
  recommendations: countOf('recommendations where removed is null'),
  'recommendations-already-in-place': countOf('recommendations where removed is null and alreadyInPlace = 1'),
  actions: countOf('actions where removed is null'),
  themes: countOf(
    `(with recursive ${RESOLVED} select distinct s.themeId from reviewThemes h join resolved s on s.id = h.themeId where h.removed is null)`,
  ),
  'inadequate-evaluations': countOf(
    `(select distinct reviewId from evaluations where removed is null and grade = 'inadequate')`,
  ),
  'adequate-now':
    countOf(`(select grade, row_number() over (partition by reviewId order by date is null desc, date, id) as at,
      count(*) over (partition by reviewId) as last from evaluations where removed is null and grade <> '')
      where at = last and grade = 'adequate'`),
  'published-reviews': countOf('publications where removed is null and publishedOn is not null'),
  'external-recommendations': countOf('recommendations where removed is null and externalReportId is not null'),
  'themes-passed-on': countOf('(select distinct themeId from themeRoutes where removed is null)'),
  'steering-groups': countOf(`bodies where removed is null and kind = 'steering-group'`),
  'agencies-without-response':
    countOf(`(select distinct a.leadAgencyId from actions a join actionFacts f on f.actionId = a.id
      where a.removed is null and a.leadAgencyId is not null and ${OPEN} and ${NO_UPDATE})`),
  'percent-on-target': percentRated('on-target'),
  'percent-slight-variance': percentRated('slight-variance'),
  'percent-significant-variance': percentRated('significant-variance'),
  'actions-with-variance': (reader, today) => rated(reader, today, ['slight-variance', 'significant-variance']),
  'recommendations-of-the-review': ofReview('recommendations where removed is null and reviewId = @reviewId'),
  'actions-of-the-review': ofReview('actions where removed is null and reviewId = @reviewId'),
  'complete-actions-of-the-review': ofReview(
    `actions where removed is null and reviewId = @reviewId and state in ('signed-off', 'embedded')`,
  ),
  'overdue-actions-of-the-review': ofReview(
    `actions a where a.removed is null and a.reviewId = @reviewId and ${OPEN} and a.targetDay < @today`,
  ),
  'agency-reports-of-the-review': ofReview('agencyReports where removed is null and reviewId = @reviewId'),
  'days-delayed-of-the-review': (reader, today, reviewId) =>
    reviewId === null ? null : (readPublications(reader, today, reviewId).get(reviewId)?.reading.daysDelayed ?? 0),
};

/** The figure as the register counts it today; null when it counts no such thing. */
export const computedFigure = (
  reader: Reader,
  today: string,
  measure: string | null,
  reviewId: string | null,
): number | null => (isStatedMeasure(measure) ? COUNTS[measure](reader, today, reviewId) : null);

type Stated = Row<'statedFigures'> & { readonly reference: string | null };

export const listStatedFigures = (reader: Reader, today: string, reviewId: string | null): StatedFigureRow[] => {
  const counted = new Map<string, number | null>();
  const computedOnce = (measure: string | null, ofReviewId: string | null): number | null => {
    const key = `${measure ?? ''} ${ofReviewId ?? ''}`;
    if (!counted.has(key)) counted.set(key, computedFigure(reader, today, measure, ofReviewId));
    return counted.get(key) ?? null;
  };
  return reader
    .prepare<[{ reviewId: string | null }], Stated>(
      `select s.*, r.reference from statedFigures s left join reviews r on r.id = s.reviewId
       where s.removed is null and (@reviewId is null or s.reviewId = @reviewId) order by s.position, s.sourceDate, s.id`,
    )
    .all({ reviewId })
    .map((row) => {
      const computed = computedOnce(row.measure, row.reviewId);
      return { ...row, computed, ...readStated(row, computed) };
    });
};

export const statedFigures = {
  list: os.statedFigures.list.handler(({ input, context: { session } }) => {
    const rows = listStatedFigures(session.store, todayOf(session.store), input.reviewId ?? null);
    return { rows, differing: rows.filter(({ differs }) => differs).length };
  }),
};
