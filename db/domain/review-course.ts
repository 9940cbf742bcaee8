/** Rules of the course a review takes: the edition of the guidance it runs under, and its way through the stages of its type. */
import type { StageKind } from './codes.ts';
import { earliestDay, inDateOrder, latestDay, type PartialDate } from './partial-date.ts';

type RegimeDates = { readonly fromDate: PartialDate | null; readonly untilDate: PartialDate | null };

/**
 * The edition of the guidance that a review notified then runs under: the latest to have begun that had not ended. A date not
 * known to the day counts as its latest day, as it does for clocks; no date at all finds the latest edition. Only an offer: a
 * review can be moved under a regime that began after it.
 */
export const regimeInForce = <Regime extends RegimeDates>(
  regimes: readonly Regime[],
  notifiedOn: PartialDate | null,
): Regime | null => {
  const day = notifiedOn === null ? null : latestDay(notifiedOn);
  const inForce = regimes.filter(
    ({ fromDate, untilDate }) =>
      day === null ||
      ((fromDate === null || earliestDay(fromDate) <= day) && (untilDate === null || day < earliestDay(untilDate))),
  );
  return inDateOrder(inForce, ({ fromDate }) => fromDate).at(-1) ?? null;
};

type StageOfCourse = { readonly position: number; readonly kind: StageKind | (string & {}) };

/** Going back, or out of the review's course, needs a reason. */
export const stageNeedsReason = (from: StageOfCourse, to: StageOfCourse): boolean =>
  to.position < from.position || to.kind === 'not-proceeding';
