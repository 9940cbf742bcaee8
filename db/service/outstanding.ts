import type { StageKind } from '../domain/codes.ts';
import type { Reader } from './context.ts';
import { approvalsWhere, ladderSteps, readLadderOf } from './ladder.ts';
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

/** The states in which an action waits for this body: the first step of the ladder takes reports of completion, the last signs off. */
export const statesAwaiting = (reader: Reader, bodyId: string): readonly string[] => {
  const steps = ladderSteps(reader, 'action');
  const states: string[] = [];
  if (steps[0]?.bodyId === bodyId) states.push('reported-complete');
  if (steps.at(-1)?.bodyId === bodyId) states.push('evidence-accepted');
  return states;
};
