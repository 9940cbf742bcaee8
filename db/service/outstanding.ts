import type { StageKind } from '../domain/codes.ts';
import type { Reader } from './context.ts';
import type { LadderReading, LadderStep } from '../domain/approval-ladder.ts';
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

type AskedForPlan = { readonly recommendations: number; readonly stated: number | null };

/** A report of another body that asks nothing of the board has no plan to agree. */
export const asksForPlan = ({ recommendations, stated }: AskedForPlan): boolean =>
  recommendations > 0 || (stated ?? 0) > 0;

/** Where the plan that answers a report of another body stands on the ladder. */
export const answeringPlan = (reader: Reader, steps: readonly LadderStep[], externalReportId: string): LadderReading =>
  readLadderOf(steps, 'plan', approvalsWhere(reader, 'p.externalReportId = ?', externalReportId));

export type AwaitedPlan = {
  readonly externalReportId: string;
  readonly reference: string;
  readonly title: string;
  readonly step: LadderStep;
  readonly words: string;
};

/** The next steps of the ladder that the plans answering reports of other bodies wait for. */
export const awaitedPlans = (reader: Reader): AwaitedPlan[] => {
  const steps = ladderSteps(reader, 'plan');
  const reports = reader
    .prepare<[], AskedForPlan & { readonly id: string; readonly reference: string; readonly title: string }>(
      `select x.id, x.reference, x.title, x.recommendationCount as stated,
         (select count(*) from recommendations c where c.externalReportId = x.id and c.removed is null) as recommendations
       from externalReports x where x.removed is null order by x.receivedOn is null, x.receivedOn, x.reference, x.id`,
    )
    .all();
  return reports.filter(asksForPlan).flatMap(({ id, reference, title }) => {
    const { nextSteps, words } = answeringPlan(reader, steps, id);
    return nextSteps.map((step) => ({ externalReportId: id, reference, title, step, words }));
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
