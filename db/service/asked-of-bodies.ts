import type { Asked } from '../contract/meetings.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '../domain/codes.ts';
import type { LadderStep } from '../domain/approval-ladder.ts';
import type { Reader } from './context.ts';
import { approvalsWhere, ladderSteps, readLadderOf } from './ladder.ts';
import { awaitedOfActions, awaitedPlans, outstandingSteps } from './outstanding.ts';
import { LABEL } from './review-names.ts';

const FOR: Readonly<Record<ApprovalKind, string>> = {
  'agreed-in-principle': 'for agreement in principle',
  'leads-to-be-agreed': 'to agree the leads',
  endorsed: 'for endorsement',
  adopted: 'for adoption',
  'evidence-accepted': 'to accept the evidence',
  'signed-off': 'for sign-off',
  noted: 'to note',
  deferred: 'deferred',
  rejected: 'rejected',
};

const kindOf = (kind: string): ApprovalKind => APPROVAL_KINDS.find((known) => known === kind) ?? 'noted';

export type AskedOf = Asked & { readonly bodyId: string; readonly body: string };

/** What the ladder waits for, body by body: reports and plans each, actions by the review they belong to. */
export const askedOfBodies = (reader: Reader): AskedOf[] => [
  ...reportsAndPlans(reader),
  ...answeringPlans(reader),
  ...actionsByReview(reader),
];

const reportsAndPlans = (reader: Reader): AskedOf[] => {
  const steps = { report: ladderSteps(reader, 'report'), plan: ladderSteps(reader, 'plan') };
  return outstandingSteps(reader).map(({ reviewId, reference, label, appliesTo, step }) => {
    const kind = kindOf(step.kind);
    const reading = readLadderOf(
      steps[appliesTo],
      appliesTo,
      approvalsWhere(reader, 'p.reviewId = ?', reviewId),
    ).steps.find((candidate) => candidate.step.bodyId === step.bodyId && candidate.step.kind === step.kind);
    return {
      key: `${appliesTo}:${reviewId}`,
      bodyId: step.bodyId,
      body: step.bodyName,
      appliesTo,
      reviewId,
      externalReportId: null,
      reference,
      label,
      kind,
      title: `${appliesTo === 'report' ? 'Report' : 'Action plan'} of ${subjectOf(reference, label)}: ${FOR[kind]}`,
      words: reading?.words ?? '',
      state: reading?.state === 'deferred' || reading?.state === 'rejected' ? reading.state : 'outstanding',
      actions: [],
    };
  });
};

const answeringPlans = (reader: Reader): AskedOf[] =>
  awaitedPlans(reader).map(({ externalReportId, reference, title, step, words }) => {
    const kind = kindOf(step.kind);
    return {
      key: `plan:${externalReportId}`,
      bodyId: step.bodyId,
      body: step.bodyName,
      appliesTo: 'plan',
      reviewId: null,
      externalReportId,
      reference,
      label: title,
      kind,
      title: `Action plan answering ${subjectOf(reference, title)}: ${FOR[kind]}`,
      words,
      state: 'outstanding',
      actions: [],
    };
  });

const subjectOf = (reference: string, label: string): string => [reference, label].filter(Boolean).join(', ');

type ActionOf = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
  readonly reference: string | null;
  readonly label: string;
};

const actionsByReview = (reader: Reader): AskedOf[] => {
  const actionOf = reader.prepare<[string], ActionOf>(
    `select a.id, a.number, a.text, a.reviewId, c.externalReportId, coalesce(r.reference, x.reference) as reference,
       coalesce(x.title, ${LABEL}, '') as label
     from actions a left join reviews r on r.id = a.reviewId left join recommendations c on c.id = a.recommendationId
       left join externalReports x on x.id = c.externalReportId where a.id = ?`,
  );
  const groups = new Map<string, { step: LadderStep; first: ActionOf; actions: ActionOf[] }>();
  for (const { actionId, step } of awaitedOfActions(reader)) {
    const action = actionOf.get(actionId);
    if (action === undefined) continue;
    const key = `${step.bodyId} ${step.kind} ${action.reviewId ?? action.externalReportId ?? ''}`;
    const group = groups.get(key) ?? { step, first: action, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ step, first, actions }) => {
    const kind = kindOf(step.kind);
    const what = actions.length === 1 ? `Action ${first.number}` : `${actions.length} actions`;
    const of = first.reference === null ? '' : ` of ${subjectOf(first.reference, first.label)}`;
    return {
      key: `action:${kind}:${first.reviewId ?? first.externalReportId ?? ''}`,
      bodyId: step.bodyId,
      body: step.bodyName,
      appliesTo: 'action',
      reviewId: first.reviewId,
      externalReportId: first.externalReportId,
      reference: first.reference ?? '',
      label: first.label,
      kind,
      title: `${what}${of}: ${FOR[kind]}`,
      words: '',
      state: 'outstanding',
      actions: actions.map(({ id, number, text }) => ({ id, number, text })),
    };
  });
};

type AgendaItem = {
  readonly title: string;
  readonly purpose: string;
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
};

const NAMES = { report: /\breport\b/i, plan: /\baction plan\b/i, action: /\bactions?\b(?! plan)/i } as const;

/** Whether an item of the agenda asks for it: a decision on the same review whose title names the same kind of thing. */
export const isAskedBy = (asked: Asked, item: AgendaItem): boolean =>
  item.purpose === 'decision' &&
  item.reviewId === asked.reviewId &&
  item.externalReportId === asked.externalReportId &&
  NAMES[asked.appliesTo].test(item.title);
