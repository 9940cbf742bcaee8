import { ACTION_STATE_LABELS, type ActionState, type ApprovalKind } from '../domain/codes.ts';
import { mayMove, needsReason } from '../domain/action-states.ts';
import { earliestDay, latestDay, onOrInDate } from '../domain/partial-date.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import { moveAction, type Refused } from './actions.ts';
import { approvalsWhere, ladderSteps } from './ladder.ts';
import { nextStepsOfAction } from './outstanding.ts';
import { badInput, os, savedBy } from './context.ts';

export type NewApproval = {
  readonly appliesTo: 'report' | 'plan' | 'action';
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
  readonly actionIds: readonly string[];
  readonly bodyId: string;
  readonly meetingId: string | null;
  readonly kind: ApprovalKind;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly minuteReference: string;
  readonly note: string;
  readonly conditions: readonly string[];
  readonly moveState: boolean;
};

/** The state that a decision on an action moves it to, where it means one. */
const STATE_OF: Partial<Record<ApprovalKind, ActionState>> = {
  'evidence-accepted': 'evidence-accepted',
  'signed-off': 'signed-off',
};

/** Writes the approval of one subject with its conditions. */
const writeApproval = (write: Writer, approval: NewApproval, actionId: string | null): string => {
  const { actionIds: _, conditions, moveState: __, ...fields } = approval;
  const id = write.insert('approvals', { ...fields, actionId });
  for (const text of conditions) write.insert('approvalConditions', { approvalId: id, text });
  return id;
};

/** A body's decision on a report, a plan, or actions. An action whose state does not allow the decision is left alone and told back. */
export const recordApproval = (store: Store, approval: NewApproval) => {
  const isAction = approval.appliesTo === 'action';
  if (isAction && approval.actionIds.length === 0) badInput('Choose the actions that were decided on.');
  if (!isAction && (approval.reviewId === null) === (approval.externalReportId === null)) {
    badInput('Choose the review or the external report that was decided on.');
  }
  refuseWhatIsGone(store, approval);
  const refused: Refused[] = [];
  let changed = 0;
  const committed = store.operation({ kind: 'record-approval' }, (write) => {
    if (!isAction) {
      writeApproval(write, approval, null);
      changed = 1;
      return;
    }
    for (const actionId of new Set(approval.actionIds)) {
      const action = store.row('actions', actionId);
      const to = approval.moveState ? STATE_OF[approval.kind] : undefined;
      const why = to === undefined || to === action.state ? null : refusalOf(action.state as ActionState, to);
      if (why !== null) {
        refused.push({ id: actionId, number: action.number, why });
        continue;
      }
      writeApproval(write, { ...approval, reviewId: null, externalReportId: null }, actionId);
      if (to !== undefined && to !== action.state && !isHalfway(store, action.id, action.state, to)) {
        moveAction(write, action, {
          to,
          date: approval.date,
          bodyId: approval.bodyId,
          reason: approval.minuteReference,
        });
      }
      changed++;
    }
  });
  return { ...savedBy(committed), changed, refused };
};

/** Signed off by one body while the ladder still asks another to sign off: the action stays where it is until the last has. */
const isHalfway = (store: Store, actionId: string, state: string, to: ActionState): boolean => {
  if (to !== 'signed-off') return false;
  const given = approvalsWhere(store, 'p.actionId = ?', actionId);
  return nextStepsOfAction(ladderSteps(store, 'action'), state, given).some((step) => step.kind === 'signed-off');
};

/** A body decides on what stands, at a meeting that takes place. */
const refuseWhatIsGone = (store: Store, { reviewId, externalReportId, meetingId }: NewApproval): void => {
  if (reviewId !== null && store.row('reviews', reviewId).removed !== null)
    throw new Failure('not-found', { what: 'review', id: reviewId });
  if (externalReportId !== null && store.row('externalReports', externalReportId).removed !== null)
    throw new Failure('not-found', { what: 'external report', id: externalReportId });
  if (meetingId === null) return;
  const { state, removed } = store.row('meetings', meetingId);
  if (removed !== null) throw new Failure('not-found', { what: 'meeting', id: meetingId });
  if (state === 'cancelled')
    inField(
      'meetingId',
      'That meeting was cancelled, so nothing was decided there. Choose another, or leave it empty.',
    );
};

const inField = (field: string, problem: string): never => {
  throw new Failure('bad-input', { problem, field });
};

/** A decision moves an action on, never back: it is reopened by an act of its own, with a reason. */
const refusalOf = (from: ActionState, to: ActionState): string | null => {
  const move = mayMove(from, to);
  if (!move.allowed) return move.why;
  return needsReason(from, to) ? `The action is ${ACTION_STATE_LABELS[from].toLowerCase()} already.` : null;
};

/** The approval stays on record, marked as revoked, with the reason. What it moved is reopened by its own act. */
export const revokeApproval = (store: Store, id: string, revokedOn: string, reason: string) => {
  refuseRevocation(store, id, revokedOn);
  return store.operation({ kind: 'revoke-approval', reason }, (write) =>
    write.update('approvals', id, { revokedOn, revokedReason: reason }),
  );
};

export const refuseRevocation = (store: Store, id: string, revokedOn: string): void => {
  const { revokedOn: already, date } = store.row('approvals', id);
  if (already !== null) throw new Failure('not-allowed', { why: 'This approval was already revoked.' });
  if (date !== null && latestDay(revokedOn) < earliestDay(date))
    inField('revokedOn', `It was given ${onOrInDate(date)}, so it cannot be revoked before that.`);
};

/** Each condition is discharged once, after the approval that set it, and only while that stands. */
export const dischargeCondition = (store: Store, id: string, dischargedOn: string, dischargedBy: string) => {
  const condition = store.row('approvalConditions', id);
  const { date, revokedOn } = store.row('approvals', condition.approvalId);
  if (condition.dischargedOn !== null)
    throw new Failure('not-allowed', { why: `This condition was discharged ${onOrInDate(condition.dischargedOn)}.` });
  if (revokedOn !== null)
    throw new Failure('not-allowed', { why: 'The approval was revoked, so nothing is left to discharge.' });
  if (date !== null && latestDay(dischargedOn) < earliestDay(date))
    inField('dischargedOn', `The condition was set ${onOrInDate(date)}, so it cannot be discharged before that.`);
  return store.operation({ kind: 'discharge-condition' }, (write) =>
    write.update('approvalConditions', id, { dischargedOn, dischargedBy }),
  );
};

export const approvals = {
  record: os.approvals.record.handler(({ input, context: { session } }) => recordApproval(session.store, input)),
  revoke: os.approvals.revoke.handler(({ input, context: { session } }) =>
    savedBy(revokeApproval(session.store, input.id, input.revokedOn, input.reason)),
  ),
  dischargeCondition: os.approvals.dischargeCondition.handler(({ input, context: { session } }) =>
    savedBy(dischargeCondition(session.store, input.conditionId, input.dischargedOn, input.dischargedBy)),
  ),
};
