import { isAwaitingSignOff, isComplete, isSetAside } from './action-states.ts';
import { type CivilDate, daysBetween } from './civil-days.ts';
import { ACTION_STATE_LABELS, type ActionState, type RagLevel } from './codes.ts';
import { formatDate } from './date-words.ts';
import type { PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';
import { type RagSchemeLevel, TARGET_VARIANCE_SCHEME, type VarianceLevel } from './rag-schemes.ts';

export * from './rag-schemes.ts';
export * from './rating.ts';

export type ScheduleQuestion = {
  readonly state: ActionState;
  /** The latest day the target can mean. */
  readonly targetDay: CivilDate | null;
  readonly timesMoved: number;
  /** As precise as it is known: an update of "May 2026" may have come after a request of 3 May 2026. */
  readonly lastUpdateOn: PartialDate | null;
  readonly lastRequestedOn: CivilDate | null;
  readonly hasEvidence: boolean;
  readonly today: CivilDate;
  readonly dueSoonDays: number;
};

export type ScheduleRating = { readonly level: RagLevel | null; readonly words: string };

/**
 * The schedule scheme. The first line that is true decides; the same lines stand in SQL where lists are sorted and counted:
 *
 * 1. state signed-off or embedded: signed-off
 * 2. state superseded, rejected or outside-our-oversight: not rated
 * 3. targetDay < today: overdue
 * 4. lastRequestedOn, and lastUpdateOn is null or < lastRequestedOn, as far as it is known: no-update
 * 5. no targetDay: not rated
 * 6. timesMoved >= 1: due-soon
 * 7. targetDay <= today + dueSoonDays, and no evidence: due-soon
 * 8. on-time
 */
export const rateSchedule = (question: ScheduleQuestion): ScheduleRating => {
  const { state, targetDay, timesMoved, lastUpdateOn, lastRequestedOn, hasEvidence, today, dueSoonDays } = question;
  if (isComplete(state)) return { level: 'signed-off', words: ACTION_STATE_LABELS[state] };
  if (isSetAside(state)) return { level: null, words: `${ACTION_STATE_LABELS[state]}, so not rated` };
  const daysLeft = targetDay === null ? null : daysBetween(today, targetDay);
  if (daysLeft !== null && daysLeft < 0) return { level: 'overdue', words: overdueWords(question, -daysLeft) };
  if (
    lastRequestedOn !== null &&
    (lastUpdateOn === null || lastUpdateOn < lastRequestedOn.slice(0, lastUpdateOn.length))
  ) {
    return { level: 'no-update', words: `No update since one was asked for on ${formatDate(lastRequestedOn)}` };
  }
  if (daysLeft === null) return { level: null, words: 'No target date' };
  const due = daysLeft === 0 ? 'Due today' : `Due in ${countOf(daysLeft, 'day', 'days')}`;
  if (timesMoved >= 1) return { level: 'due-soon', words: `${due}, target moved ${timesWords(timesMoved)}` };
  if (daysLeft <= dueSoonDays && !hasEvidence) return { level: 'due-soon', words: `${due}, no evidence yet` };
  return { level: 'on-time', words: due };
};

const overdueWords = ({ state, targetDay }: ScheduleQuestion, days: number): string => {
  const awaiting = isAwaitingSignOff(state) ? `; ${ACTION_STATE_LABELS[state].toLowerCase()}, awaiting sign-off` : '';
  return `${countOf(days, 'day', 'days')} overdue, was due ${formatDate(targetDay)}${awaiting}`;
};

const timesWords = (times: number): string => {
  if (times === 1) return 'once';
  return times === 2 ? 'twice' : `${times} times`;
};

export type VarianceRating = {
  readonly level: VarianceLevel;
  readonly words: string;
  /** The figure stands exactly where the source assigns nothing, so the level is this product's reading of it. */
  readonly atUnassignedBound: boolean;
};

/** `percentBelowTarget` is negative for a figure that exceeds its target. Null when it is not a number. */
export const rateVariance = (percentBelowTarget: number): VarianceRating | null => {
  const found = TARGET_VARIANCE_SCHEME.levels.find((candidate) => isWithin(percentBelowTarget, candidate));
  if (found === undefined || Number.isNaN(percentBelowTarget)) return null;
  const atUnassignedBound = percentBelowTarget === 5 || percentBelowTarget === 15;
  return { level: found.code, words: varianceWords(percentBelowTarget, found.label), atUnassignedBound };
};

const varianceWords = (percentBelowTarget: number, label: string): string => {
  if (percentBelowTarget === 0) return `${label}: met exactly`;
  return `${label}: ${Math.abs(percentBelowTarget)}% ${percentBelowTarget > 0 ? 'below' : 'above'} target`;
};

/** Whether a figure lies within a level's bounds, ends as the level says. */
export const isWithin = (
  value: number,
  {
    lower,
    lowerInclusive,
    upper,
    upperInclusive,
  }: Pick<RagSchemeLevel, 'lower' | 'lowerInclusive' | 'upper' | 'upperInclusive'>,
): boolean =>
  (lower === null || value > lower || (lowerInclusive && value === lower)) &&
  (upper === null || value < upper || (upperInclusive && value === upper));

/** Whole per cent, halves up, always with both numbers; null when there is nothing to count. */
export const ratePercentage = (
  complete: number,
  total: number,
): { readonly percent: number | null; readonly words: string } => {
  if (total === 0) return { percent: null, words: 'No actions to count' };
  const percent = Math.round((complete / total) * 100);
  return { percent, words: `${complete} of ${total} complete (${percent}%)` };
};
