/** The figures that the register can count, by the name under which a stated figure stands beside one. */
import type { Reader } from './context.ts';
import { readPublications } from './publication-readings.ts';
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
};

export const COUNTED_FIGURES = Object.entries(COUNTS).map(([measure, { words }]) => ({ measure, words }));

/** The figure as the register counts it today; null when it counts no such thing. */
export const computedFigure = (reader: Reader, today: string, measure: string): number | null =>
  COUNTS[measure]?.count(reader, today) ?? null;
