/** How actions are written: several at once, moved to another state, given another target, added. */
import { BEGINNINGS_IN_SQL } from '../domain/review-beginnings.ts';
import { mayMove, needsReason } from '../domain/action-states.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../domain/codes.ts';
import type { OperationKindCode } from '../domain/operation-kinds.ts';
import { earliestDay, formatDate, latestDay, onOrInDate } from '../domain/partial-date.ts';
import type { Store, Writer } from '../store/store.ts';
import type { NewRow, Row } from '../store/tables.ts';
import { type Reader, savedBy, todayOf } from './context.ts';

export type Refused = { readonly id: string; readonly number: string; readonly why: string };

/**
 * One act on several actions, as one operation. `act` answers why an action is left alone, or null when it was done;
 * what is left alone is told back, the rest is done.
 */
export const onEach = (
  store: Store,
  intent: { readonly kind: OperationKindCode; readonly reason?: string },
  ids: readonly string[],
  act: (write: Writer, action: Row<'actions'>) => string | null,
) => {
  const refused: Refused[] = [];
  let changed = 0;
  const committed = store.operation(intent, (write) => {
    for (const id of new Set(ids)) {
      const action = store.row('actions', id);
      const why = action.removed === null ? act(write, action) : 'It was removed.';
      if (why === null) changed++;
      else refused.push({ id, number: action.number, why });
    }
  });
  return { ...savedBy(committed), changed, refused };
};

/** Moves an action to another state as `db/domain/action-states.ts` allows; answers why not, or null when done. */
export const moveAction = (
  write: Writer,
  action: Row<'actions'>,
  move: {
    readonly to: ActionState;
    readonly date: string | null;
    readonly bodyId: string | null;
    readonly reason: string;
  },
): string | null => {
  const from = action.state as ActionState;
  const allowed = mayMove(from, move.to);
  if (!allowed.allowed) return allowed.why;
  if (needsReason(from, move.to) && move.reason.trim() === '') {
    return `Going from “${ACTION_STATE_LABELS[from]}” to “${ACTION_STATE_LABELS[move.to]}” needs a reason.`;
  }
  write.insert('actionStateMoves', {
    actionId: action.id,
    fromState: from,
    toState: move.to,
    date: move.date,
    bodyId: move.bodyId,
    reason: move.reason,
  });
  const supersededById = move.to === 'superseded' ? action.supersededById : null;
  write.update('actions', action.id, { state: move.to, stateSince: move.date, supersededById });
  return null;
};

type Target = {
  readonly targetDate: string | null;
  readonly targetText: string | null;
  readonly targetMeetingId: string | null;
};

/** A target that is a meeting is due on the meeting's date, as far as that is known. */
export const withMeetingDate = (store: Store, target: Target): Target => {
  if (target.targetMeetingId === null) return target;
  const meeting = store.row('meetings', target.targetMeetingId);
  return { ...target, targetDate: meeting.date };
};

const hasTarget = (target: Target): boolean =>
  target.targetDate !== null || target.targetText !== null || target.targetMeetingId !== null;

const sameTarget = (a: Target, b: Target): boolean =>
  a.targetDate === b.targetDate && a.targetText === b.targetText && a.targetMeetingId === b.targetMeetingId;

/** Keeps the earlier target with the reason. A first target needs no reason; a target is never before its review began. */
export const changeTarget = (store: Store, ids: readonly string[], wanted: Target, reason: string) => {
  const target = withMeetingDate(store, wanted);
  return onEach(store, { kind: 'change-target', reason }, ids, (write, action) =>
    moveTarget(store, write, action, target, reason),
  );
};

/** Moves the target of one action within an operation; answers why not, or null when done. */
export const moveTarget = (
  store: Store,
  write: Writer,
  action: Row<'actions'>,
  target: Target,
  reason: string,
): string | null => {
  if (sameTarget(action, target)) return 'It already has this target.';
  const early = whyTooEarly(store, action.reviewId, target);
  if (early !== null) return early;
  if (hasTarget(action)) {
    if (reason.trim() === '') return 'Its target is moved, so a reason is needed.';
    write.insert('earlierTargets', {
      actionId: action.id,
      targetDate: action.targetDate,
      targetText: action.targetText,
      targetMeetingId: action.targetMeetingId,
      movedOn: todayOf(store),
      reason,
    });
  }
  write.update('actions', action.id, target);
  return null;
};

/** Why the target cannot be: it is before the review began under every reading of both dates. */
export const whyTooEarly = (store: Reader, reviewId: string | null, { targetDate }: Target): string | null => {
  const began = reviewBegan(store, reviewId);
  if (began === null || targetDate === null || latestDay(targetDate) >= earliestDay(began)) return null;
  return `${formatDate(targetDate)} is before its review began, ${onOrInDate(began)}.`;
};

export const reviewBegan = (store: Reader, reviewId: string | null): string | null =>
  reviewId === null
    ? null
    : (store
        .prepare<[string], { began: string | null }>(
          `select min(date) as began from milestones where reviewId = ? and removed is null and kind in ${BEGINNINGS_IN_SQL}`,
        )
        .get(reviewId)?.began ?? null);

export type NewAction = Omit<NewRow<'actions'>, 'state' | 'position'> & Target;

export const writeAction = (store: Store, write: Writer, action: NewAction): string => {
  const recommendation = action.recommendationId ? store.row('recommendations', action.recommendationId) : null;
  const reviewId = recommendation?.reviewId ?? action.reviewId ?? null;
  const last = store
    .prepare<[string | null], { position: number | null }>(
      'select max(position) as position from actions where reviewId is ?',
    )
    .get(reviewId);
  return write.insert('actions', {
    ...action,
    ...withMeetingDate(store, action),
    reviewId,
    position: (last?.position ?? 0) + 1,
  });
};
