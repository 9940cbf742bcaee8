import type { ClockRule } from './clock-rule.ts';
import type { Nation, ReviewTypeCode, StageKind } from './codes.ts';
import type { PartialDate } from './partial-date.ts';

export type ReviewStage = { readonly code: string; readonly name: string; readonly kind: StageKind };

/** An edition of the rules a review runs under. `until` is the first day it no longer covers a new review; null while in force or not known. */
export type ReviewRegime = {
  readonly code: string;
  readonly name: string;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly source: string;
  readonly confirmed: boolean;
};

/** A clock of one type; with a `regime` it belongs only to the reviews that run under it. `code` is unique among all types. */
export type ReviewTypeClock = ClockRule & { readonly code: string; readonly regime: string | null };

/**
 * A kind of review, as shipped: everything in it is a default that the board can change. `confirmed` says whether its source was
 * seen for type, dates and trigger; clocks and regimes carry their own mark.
 */
export type ReviewType = {
  readonly code: ReviewTypeCode;
  readonly name: string;
  readonly shortName: string;
  /** As they read inside a sentence: "1 serious case review", "3 serious case reviews". */
  readonly singular: string;
  readonly plural: string;
  readonly statutory: boolean;
  readonly nation: Nation | null;
  readonly commissioningBody: string;
  readonly inForceFrom: PartialDate | null;
  readonly inForceUntil: PartialDate | null;
  readonly trigger: string;
  readonly decidedBy: string;
  readonly note: string | null;
  readonly source: string;
  readonly confirmed: boolean;
  readonly stages: readonly ReviewStage[];
  readonly regimes: readonly ReviewRegime[];
  readonly clocks: readonly ReviewTypeClock[];
};

const stage = (code: string, name: string, kind: StageKind): ReviewStage => ({ code, name, kind });

/** The course every review can take; a type replaces what happens in the middle. "Complete" is not "published", and neither is "closed". */
export const stagesWith = (
  ...inProgress: readonly (readonly [code: string, name: string])[]
): readonly ReviewStage[] => [
  stage('referred', 'Referred', 'referral'),
  stage('deciding', 'Being decided', 'deciding'),
  ...inProgress.map(([code, name]) => stage(code, name, 'in-progress')),
  stage('report-agreed', 'Report agreed', 'report-agreed'),
  stage('complete', 'Complete', 'complete'),
  stage('closed', 'Closed', 'closed'),
  stage('not-proceeding', 'Not proceeding', 'not-proceeding'),
  stage('handed-over', 'Handed over', 'handed-over'),
];

/** A clock that counts forward from an event, the first day after it being day 1, unless told otherwise. */
export const clock = (
  given: Pick<ReviewTypeClock, 'code' | 'name' | 'runsFrom' | 'stopsAt' | 'length' | 'unit' | 'source' | 'confirmed'> &
    Partial<Pick<ReviewTypeClock, 'direction' | 'dayZero' | 'fixedDate' | 'regime'>>,
): ReviewTypeClock => ({
  direction: 'after',
  dayZero: 'next-day-is-day-1',
  fixedDate: null,
  regime: null,
  ...given,
});

export const websiteYear = (type: string): ReviewTypeClock =>
  clock({
    code: `${type}-website-year`,
    name: 'Published report stays available',
    runsFrom: 'published',
    stopsAt: 'taken-down',
    length: 1,
    unit: 'years',
    source: 'Statutory guidance: published reports stay available for at least one year',
    confirmed: true,
  });
