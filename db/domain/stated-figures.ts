/**
 * A figure as a paper states it, beside what the register counts. A difference is said, never corrected: papers contradict
 * themselves, and which of the two is right is for a person to find out.
 */

/** What the register can count, of the board as a whole or of one review. A name never changes once released; its words may. */
export const STATED_MEASURES = {
  reviews: { of: 'board', words: 'All reviews' },
  'live-reviews': { of: 'board', words: 'Live reviews' },
  'complete-and-unpublished': { of: 'board', words: 'Reviews complete and not published' },
  'serious-case-reviews': { of: 'board', words: 'Serious case reviews' },
  'complete-serious-case-reviews': { of: 'board', words: 'Serious case reviews that are complete' },
  'reviews-led-elsewhere': { of: 'board', words: 'Reviews led by another area' },
  'reviews-to-be-handed-over': { of: 'board', words: 'Reviews to be handed over' },
  recommendations: { of: 'board', words: 'Recommendations' },
  'recommendations-already-in-place': { of: 'board', words: 'Recommendations already in place when received' },
  actions: { of: 'board', words: 'Actions' },
  themes: { of: 'board', words: 'Themes of reviews' },
  'inadequate-evaluations': { of: 'board', words: 'Reviews once graded inadequate' },
  'adequate-now': { of: 'board', words: 'Reviews whose latest grade is adequate' },
  'published-reviews': { of: 'board', words: 'Reviews published' },
  'external-recommendations': { of: 'board', words: 'Recommendations of reports that are not the board’s own' },
  'themes-passed-on': { of: 'board', words: 'Themes passed to a body to embed and verify' },
  'steering-groups': { of: 'board', words: 'Steering groups' },
  'agencies-without-response': { of: 'board', words: 'Agencies with no update since one was asked for' },
  'percent-on-target': { of: 'board', words: 'Actions on target, of those rated' },
  'percent-slight-variance': { of: 'board', words: 'Actions with slight variance, of those rated' },
  'percent-significant-variance': { of: 'board', words: 'Actions with significant variance, of those rated' },
  'actions-with-variance': { of: 'board', words: 'Actions with slight or significant variance' },
  'recommendations-of-the-review': { of: 'review', words: 'Recommendations of this review' },
  'actions-of-the-review': { of: 'review', words: 'Actions of this review' },
  'complete-actions-of-the-review': { of: 'review', words: 'Actions of this review that are signed off or embedded' },
  'overdue-actions-of-the-review': { of: 'review', words: 'Actions of this review that are overdue' },
  'agency-reports-of-the-review': { of: 'review', words: 'Agency reports to this review' },
  'days-delayed-of-the-review': { of: 'review', words: 'Days that publication of this review is delayed' },
} as const satisfies Readonly<Record<string, { readonly of: 'board' | 'review'; readonly words: string }>>;

export type StatedMeasure = keyof typeof STATED_MEASURES;

export const isStatedMeasure = (name: string | null): name is StatedMeasure =>
  name !== null && Object.hasOwn(STATED_MEASURES, name);

/** Those that can stand beside a figure: one about a review may be about the board too. */
export const measuresFor = (
  about: 'board' | 'review',
): readonly { readonly measure: StatedMeasure; readonly words: string }[] =>
  (Object.keys(STATED_MEASURES) as StatedMeasure[])
    .filter((measure) => about === 'review' || STATED_MEASURES[measure].of === 'board')
    .map((measure) => ({ measure, words: STATED_MEASURES[measure].words }));

export type StatedFigure = {
  readonly stated: number | null;
  readonly unit: string;
  readonly measure: string | null;
};

export type StatedReading = {
  readonly differs: boolean;
  /** "13 actions: differs from the 14 stated". */
  readonly words: string;
  /** "1 fewer than stated"; "" where the two agree or cannot be compared. */
  readonly difference: string;
};

/** `computed` null: the register counts no such thing. */
export const readStated = ({ stated, unit, measure }: StatedFigure, computed: number | null): StatedReading => {
  if (measure === null && stated === null) return { differs: false, words: 'In words only', difference: '' };
  if (measure === null || computed === null)
    return { differs: false, words: 'Not counted by the register', difference: '' };
  const ofUnit = unit === '' || unit === '%' ? unit : ` ${unit}`;
  if (stated === null || stated === computed) return { differs: false, words: `${computed}${ofUnit}`, difference: '' };
  return {
    differs: true,
    words: `${computed}${ofUnit}: differs from the ${stated}${unit === '%' ? '%' : ''} stated`,
    difference: `${Math.round(Math.abs(computed - stated) * 100) / 100} ${computed > stated ? 'more' : 'fewer'} than stated`,
  };
};
