import type { ReviewTypeCode } from './codes.ts';
import type { PartialDate } from './partial-date.ts';
import type { ReviewType, ReviewTypeClock } from './review-type.ts';
import { ENGLISH_CHILD_REVIEW_TYPES } from './review-types-england.ts';
import { OTHER_REVIEW_TYPES } from './review-types-other.ts';

export type { ReviewRegime, ReviewStage, ReviewType, ReviewTypeClock } from './review-type.ts';

/** The types every new board starts with. */
export const REVIEW_TYPES: readonly ReviewType[] = [...ENGLISH_CHILD_REVIEW_TYPES, ...OTHER_REVIEW_TYPES];

const byCode = new Map(REVIEW_TYPES.map((type) => [type.code, type]));

export const reviewTypeOf = (code: ReviewTypeCode): ReviewType => {
  const type = byCode.get(code);
  if (type === undefined) throw new Error(`No review type has the code ${code}`);
  return type;
};

/** The clocks of a review of this type that runs under this regime: those of the type and those of the regime. */
export const clocksUnder = (type: ReviewType, regime: string | null): readonly ReviewTypeClock[] =>
  type.clocks.filter((clock) => clock.regime === null || clock.regime === regime);

/** A reason the whole country had for clocks to run over: offered for each clock it covers, never applied by itself. */
export type NationalRelaxation = {
  readonly code: string;
  readonly name: string;
  readonly from: PartialDate;
  readonly until: PartialDate | null;
  readonly clocks: readonly string[];
  readonly source: string;
  readonly confirmed: boolean;
};

/** The 5 working days for notifying the national Panel were not relaxed. */
export const NATIONAL_RELAXATIONS: readonly NationalRelaxation[] = [
  {
    code: 'march-2020',
    name: 'Clocks relaxed nationally on 30 March 2020',
    from: '2020-03-30',
    until: null,
    clocks: ['rapid-review-completion', 'lcspr-publication'],
    source:
      'National decision of 30 March 2020: the 15-working-day and 6-month clocks were relaxed, notification within 5 working days was not',
    confirmed: true,
  },
];
