/** The figures that the register can count, by the name under which a stated figure stands beside one. */
import { TARGET_VARIANCE_SCHEME, type VarianceLevel } from '../domain/rag-schemes.ts';
import { sumOf, tallyActions } from './action-tally.ts';
import type { Reader } from './context.ts';
import { readPublications } from './publication-readings.ts';
import { NO_UPDATE, OPEN } from './rag.ts';
import { LIVE } from './review-list.ts';

type Count = (reader: Reader, today: string) => number;

const countOf =
  (sql: string): Count =>
  (reader) =>
    reader.prepare<[], { n: number }>(`select count(*) as n from ${sql}`).get()?.n ?? 0;

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

const COUNTS: Readonly<Record<string, { readonly words: string; readonly count: Count }>> = {
  reviews: { words: 'All reviews', count: countOf('reviews where removed is null') },
  'live-reviews': {
    words: 'Live reviews',
    count: countOf(`reviews r join stages g on g.id = r.stageId where r.removed is null and ${LIVE}`),
  },
  'complete-and-unpublished': {
    words: 'Reviews complete and not published',
    count: (reader, today) =>
      [...readPublications(reader, today).values()].filter((publication) => publication.reading.completeAndUnpublished)
        .length,
  },
  'serious-case-reviews': { words: 'Serious case reviews', count: reviewsOf('scr-england', '1') },
  'complete-serious-case-reviews': {
    words: 'Serious case reviews that are complete',
    count: reviewsOf('scr-england', `g.kind in ('complete', 'closed')`),
  },
  'reviews-led-elsewhere': {
    words: 'Reviews led by another area',
    count: countOf(`reviews where removed is null and lead = 'led-elsewhere'`),
  },
  'reviews-to-be-handed-over': {
    words: 'Reviews to be handed over',
    count: countOf(`handOvers where removed is null and direction = 'to' and handedOverOn is null`),
  },
  recommendations: { words: 'Recommendations', count: countOf('recommendations where removed is null') },
  'recommendations-already-in-place': {
    words: 'Recommendations already in place when received',
    count: countOf('recommendations where removed is null and alreadyInPlace = 1'),
  },
  actions: { words: 'Actions', count: countOf('actions where removed is null') },
  themes: {
    words: 'Themes of reviews',
    count: countOf('(select distinct themeId from reviewThemes where removed is null)'),
  },
  'inadequate-evaluations': {
    words: 'Reviews once graded inadequate',
    count: countOf(`(select distinct reviewId from evaluations where removed is null and grade = 'inadequate')`),
  },
  'adequate-now': {
    words: 'Reviews whose latest grade is adequate',
    count: countOf(`(select grade, row_number() over (partition by reviewId order by date is null desc, date, id) as at,
      count(*) over (partition by reviewId) as last from evaluations where removed is null and grade <> '')
      where at = last and grade = 'adequate'`),
  },
  'published-reviews': {
    words: 'Reviews published',
    count: countOf('publications where removed is null and publishedOn is not null'),
  },
  'external-recommendations': {
    words: 'Recommendations of reports that are not the board’s own',
    count: countOf('recommendations where removed is null and externalReportId is not null'),
  },
  'themes-passed-on': {
    words: 'Themes passed to a body to embed and verify',
    count: countOf('(select distinct themeId from themeRoutes where removed is null)'),
  },
  'steering-groups': {
    words: 'Steering groups',
    count: countOf(`bodies where removed is null and kind = 'steering-group'`),
  },
  'agencies-without-response': {
    words: 'Agencies with no update since one was asked for',
    count: countOf(`(select distinct a.leadAgencyId from actions a join actionFacts f on f.actionId = a.id
      where a.removed is null and a.leadAgencyId is not null and ${OPEN} and ${NO_UPDATE})`),
  },
  'percent-on-target': { words: 'Actions on target, of those rated', count: percentRated('on-target') },
  'percent-slight-variance': {
    words: 'Actions with slight variance, of those rated',
    count: percentRated('slight-variance'),
  },
  'percent-significant-variance': {
    words: 'Actions with significant variance, of those rated',
    count: percentRated('significant-variance'),
  },
  'actions-with-variance': {
    words: 'Actions with slight or significant variance',
    count: (reader, today) => rated(reader, today, ['slight-variance', 'significant-variance']),
  },
};

export const COUNTED_FIGURES = Object.entries(COUNTS).map(([measure, { words }]) => ({ measure, words }));

/** The figure as the register counts it today; null when it counts no such thing. */
export const computedFigure = (reader: Reader, today: string, measure: string): number | null =>
  COUNTS[measure]?.count(reader, today) ?? null;
