import type { ApprovalKind } from '../domain/codes.ts';
import {
  type Approval,
  type LadderReading,
  type LadderStep,
  type LadderSubject,
  readLadder,
} from '../domain/approval-ladder.ts';
import { waitsSql } from '../store/waiting-decisions.ts';
import type { Reader } from './context.ts';

export type ApprovalRecord = {
  readonly id: string;
  readonly appliesTo: LadderSubject;
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
  readonly actionId: string | null;
  readonly kind: ApprovalKind;
  readonly bodyId: string;
  readonly body: string;
  readonly meetingId: string | null;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly minuteReference: string;
  readonly note: string;
  readonly revokedOn: string | null;
  readonly revokedReason: string;
  /** It does not count until it is settled. */
  readonly waits: boolean;
  readonly conditions: readonly Condition[];
};

type Condition = {
  readonly id: string;
  readonly text: string;
  readonly dischargedOn: string | null;
  readonly dischargedBy: string;
};

export const ladderSteps = (reader: Reader, appliesTo: LadderSubject): readonly LadderStep[] =>
  reader
    .prepare<[string], LadderStep>(
      `select s.id, s.position, s.appliesTo, s.bodyId, b.name as bodyName, s.kind
       from ladderSteps s join bodies b on b.id = s.bodyId
       where s.appliesTo = ? and s.removed is null order by s.position, s.id`,
    )
    .all(appliesTo);

/** Approvals, oldest first, with their conditions; those that wait to be settled say so. `condition` is SQL over `p`, with one parameter. */
export const approvalsWhere = (reader: Reader, condition: string, value: string): readonly ApprovalRecord[] => {
  const approvals = reader
    .prepare<[string], Omit<ApprovalRecord, 'conditions' | 'waits'> & { waits: number }>(
      `select p.id, p.appliesTo, p.reviewId, p.externalReportId, p.actionId, p.kind, p.bodyId, b.name as body, p.meetingId,
         p.date, p.dateText, p.minuteReference, p.note, p.revokedOn, p.revokedReason, ${waitsSql('p')} as waits
       from approvals p join bodies b on b.id = p.bodyId
       where p.removed is null and ${condition} order by p.date is null desc, p.date, p.id`,
    )
    .all(value);
  const conditions = new Map<string, Condition[]>(approvals.map(({ id }) => [id, []]));
  const rows = reader
    .prepare<[string], Condition & { approvalId: string }>(
      `select k.approvalId, k.id, k.text, k.dischargedOn, k.dischargedBy from approvalConditions k join approvals p on p.id = k.approvalId
       where k.removed is null and p.removed is null and ${condition} order by k.id`,
    )
    .all(value);
  for (const { approvalId, ...row } of rows) conditions.get(approvalId)?.push(row);
  return approvals.map((approval) => ({
    ...approval,
    waits: approval.waits === 1,
    conditions: conditions.get(approval.id) ?? [],
  }));
};

const toApproval = (approval: ApprovalRecord): Approval => ({ ...approval, dated: approval.date });

/** The ladder for one report, plan or action, with what was given so far. */
export const readLadderOf = (
  steps: readonly LadderStep[],
  appliesTo: LadderSubject,
  approvals: readonly ApprovalRecord[],
): LadderReading => readLadder(steps, approvals.filter((approval) => approval.appliesTo === appliesTo).map(toApproval));

/** A reading as the contract says it. */
export const ladderWords = (appliesTo: LadderSubject, reading: LadderReading) => ({
  appliesTo,
  words: reading.words,
  steps: reading.steps.map(({ step, state, words }) => ({
    id: step.id,
    position: step.position,
    bodyId: step.bodyId,
    body: step.bodyName,
    kind: step.kind,
    state,
    words,
  })),
});
