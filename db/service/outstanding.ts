import type { StageKind } from '../domain/codes.ts';
import type { Reader } from './context.ts';
import type { LadderStep } from '../domain/approval-ladder.ts';
import { type ApprovalRecord, approvalsWhere, ladderSteps, readLadderOf } from './ladder.ts';
import { AWAITING_SIGN_OFF } from './rag.ts';
import { LABEL } from './review-names.ts';

export type Outstanding = {
  readonly reviewId: string;
  readonly reference: string;
  readonly label: string;
  readonly appliesTo: 'report' | 'plan';
  readonly step: { readonly bodyId: string; readonly bodyName: string; readonly kind: string };
  readonly words: string;
};

/** The next steps of the ladder that a report or a plan of this board's own reviews waits for. */
export const outstandingSteps = (reader: Reader): Outstanding[] => {
  const reviews = reader
    .prepare<[], { id: string; reference: string; label: string; kind: StageKind; hasPlan: number }>(
      `select r.id, r.reference, ${LABEL} as label, g.kind,
         exists (select 1 from actions a where a.reviewId = r.id and a.removed is null) as hasPlan
       from reviews r join stages g on g.id = r.stageId
       where r.removed is null and r.lead <> 'led-elsewhere' and g.kind in ('in-progress', 'report-agreed', 'complete') order by r.reference`,
    )
    .all();
  const steps = { report: ladderSteps(reader, 'report'), plan: ladderSteps(reader, 'plan') };
  return reviews.flatMap((review) => {
    const approvals = approvalsWhere(reader, 'p.reviewId = ?', review.id);
    const waiting = (['report', 'plan'] as const).filter((appliesTo) =>
      appliesTo === 'report' ? review.kind !== 'in-progress' : review.hasPlan === 1,
    );
    return waiting.flatMap((appliesTo) => {
      const reading = readLadderOf(steps[appliesTo], appliesTo, approvals);
      return reading.nextSteps.map((step) => ({
        reviewId: review.id,
        reference: review.reference,
        label: review.label,
        appliesTo,
        step,
        words: reading.words,
      }));
    });
  });
};

export type AwaitedOfAction = { readonly actionId: string; readonly step: LadderStep };

type WaitingAction = { readonly id: string; readonly state: 'reported-complete' | 'evidence-accepted' };

/** The next steps of the ladder that actions wait for. Evidence that is accepted has climbed the rungs of that kind. */
export const awaitedOfActions = (reader: Reader): AwaitedOfAction[] => {
  const steps = ladderSteps(reader, 'action');
  const waiting = reader
    .prepare<[], WaitingAction>(
      `select id, state from actions a where removed is null and ${AWAITING_SIGN_OFF} order by id`,
    )
    .all();
  const approvals = new Map<string, ApprovalRecord[]>();
  for (const approval of approvalsWhere(reader, 'p.appliesTo = ? and p.revokedOn is null', 'action')) {
    const actionId = approval.actionId ?? '';
    approvals.set(actionId, [...(approvals.get(actionId) ?? []), approval]);
  }
  return waiting.flatMap(({ id, state }) =>
    nextStepsOfAction(steps, state, approvals.get(id) ?? []).map((step) => ({ actionId: id, step })),
  );
};

/** What an action in this state waits for next, with these approvals given. */
export const nextStepsOfAction = (
  steps: readonly LadderStep[],
  state: string,
  approvals: readonly ApprovalRecord[],
): readonly LadderStep[] => {
  const ahead = state === 'reported-complete' ? steps : steps.filter((step) => step.kind !== 'evidence-accepted');
  return readLadderOf(ahead, 'action', approvals).nextSteps;
};
