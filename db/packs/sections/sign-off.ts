/** What the bodies are asked to agree, each with what shows that it can be agreed. */
import { APPROVAL_KIND_LABELS, type ApprovalKind, ACTION_STATE_LABELS } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { actionsWhere } from '../../service/action-list.ts';
import type { Reader } from '../../service/context.ts';
import { awaitedOfActions, awaitedPlans, outstandingSteps } from '../../service/outstanding.ts';
import { AWAITING_SIGN_OFF } from '../../service/rag.ts';
import type { PackTable } from '../model.ts';
import { planAndNumber } from './action-words.ts';
import { column, rag, shareWords, text } from './cells.ts';
import { milestonesOf } from './milestones.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const signOff: SectionWriter = (source) => ({
  id: 'sign-off',
  heading: 'Items for sign-off',
  blocks: [reportsAndPlans(source), actions(source)],
});

const reportsAndPlans = (source: PackSource): PackTable => ({
  kind: 'table',
  id: 'sign-off-reports-and-plans',
  caption: 'Reports and plans for sign-off',
  columns: [
    column('reference', 'Reference', 'text', 3.4),
    column('label', 'Label or title', 'text', 4),
    column('what', 'What', 'text', 2),
    column('body', 'Body', 'text', 4),
    column('asked', 'Asked for', 'text', 3),
    column('words', 'Where it stands', 'text', 7),
    column('evidence', 'What it rests on', 'text', 8),
  ],
  rows: [
    ...outstandingSteps(source.reader).map((item) => ({
      ...item,
      evidence: item.appliesTo === 'report' ? reportRestsOn(source, item.reviewId) : planRestsOn(source, item),
    })),
    ...awaitedPlans(source.reader).map((plan) => ({
      ...plan,
      label: plan.title,
      appliesTo: 'plan',
      evidence: planRestsOn(source, plan),
    })),
  ].map((item) => [
    text(item.reference),
    text(item.label),
    text(item.appliesTo === 'report' ? 'Report' : 'Action plan'),
    text(item.step.bodyName),
    text(APPROVAL_KIND_LABELS[item.step.kind as ApprovalKind]),
    text(item.words),
    text(item.evidence),
  ]),
  nil: 'No report or action plan waits for a body.',
});

/** "5 of 6 (83%) agency reports accepted. Factual accuracy check closed 3 May 2026." */
const reportRestsOn = ({ reader }: PackSource, reviewId: string): string => {
  const reports = reader
    .prepare<[string], { asked: number; accepted: number }>(
      `select count(*) as asked, count(acceptedOn) as accepted from agencyReports where reviewId = ? and removed is null`,
    )
    .get(reviewId);
  const checked = milestonesOf({ reader }, reviewId).find(
    ({ kind, date, dateText }) => kind === 'factual-accuracy-closed' && (date ?? dateText) !== null,
  );
  const words = [
    reports === undefined || reports.asked === 0
      ? 'No agency report is on record.'
      : `${shareWords(reports.accepted, reports.asked)} agency reports accepted.`,
    checked === undefined
      ? 'No factual accuracy check is recorded as closed.'
      : `Factual accuracy check closed ${formatDate(checked.date, checked.dateText)}.`,
  ];
  return words.join(' ');
};

type OfPlan = { readonly reviewId?: string; readonly externalReportId?: string };
type Rests = { readonly counted: number; readonly complete: number; readonly shown: number };

/** "3 of 8 (38%) actions complete; 5 of 8 (63%) have evidence." Actions set aside do not count. */
const planRestsOn = ({ reader }: PackSource, { reviewId, externalReportId }: OfPlan): string => {
  const of =
    reviewId === undefined
      ? 'recommendations c cross join actions a on a.recommendationId = c.id where c.removed is null and c.externalReportId = ?'
      : 'actions a where a.reviewId = ?';
  const { counted, complete, shown } = reader
    .prepare<[string], Rests>(
      `select count(*) as counted, coalesce(sum(state in ('signed-off', 'embedded')), 0) as complete, coalesce(sum(hasEvidence), 0) as shown
       from (select a.state, exists (select 1 from evidenceLinks l join evidence e on e.id = l.evidenceId
           where l.actionId = a.id and l.removed is null and e.removed is null) as hasEvidence
         from ${of} and a.removed is null and a.state not in ('superseded', 'rejected', 'outside-our-oversight'))`,
    )
    .get(reviewId ?? externalReportId ?? '') ?? { counted: 0, complete: 0, shown: 0 };
  if (counted === 0) return 'The plan has no action yet.';
  return `${shareWords(complete, counted)} actions complete; ${shareWords(shown, counted)} have evidence.`;
};

const actions = ({ reader, dataAsAt, scheme }: PackSource): PackTable => {
  const awaited = Map.groupBy(awaitedOfActions(reader), ({ actionId }) => actionId);
  const evidence = evidenceByAction(reader);
  return {
    kind: 'table',
    id: 'sign-off-actions',
    caption: 'Actions awaiting sign-off',
    columns: [
      column('action-of', 'Plan and number', 'text', 4),
      column('action', 'Action', 'text', 7),
      column('agency', 'Lead agency', 'text', 3.8),
      column('state', 'State', 'text', 3.8),
      column('body', 'Awaits', 'text', 3),
      column('evidence', 'Evidence', 'text', 9),
      column('rag', 'RAG', 'rag', 3.6),
    ],
    rows: actionsWhere(reader, dataAsAt, AWAITING_SIGN_OFF).map((row) => [
      text(planAndNumber(row)),
      text(row.text),
      text(row.leadAgency ?? 'No lead agency'),
      text([ACTION_STATE_LABELS[row.state], formatDate(row.stateSince)].filter(Boolean).join(', ')),
      text(
        (awaited.get(row.id) ?? []).map(({ step }) => step.bodyName).join(', ') || 'No body: the ladder asks for none',
      ),
      text(evidence.get(row.id)?.join(' ') ?? 'No evidence recorded'),
      rag(row.rag, scheme.levels),
    ]),
    nil: 'No action awaits sign-off.',
  };
};

type Evidence = {
  readonly actionId: string;
  readonly what: string;
  readonly from: string;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly heldAt: string;
};

/** What, from whom, dated, where held: one sentence an item, of the actions that await sign-off. */
const evidenceByAction = (reader: Reader): ReadonlyMap<string, readonly string[]> => {
  const items = reader
    .prepare<[], Evidence>(
      `select l.actionId, e.what, coalesce(nullif(e.fromWhom, ''), g.name, '') as "from", e.date, e.dateText, e.heldAt
       from actions a join evidenceLinks l on l.actionId = a.id join evidence e on e.id = l.evidenceId
       left join agencies g on g.id = e.agencyId
       where ${AWAITING_SIGN_OFF} and a.removed is null and l.removed is null and e.removed is null
       order by l.actionId, e.date is null, e.date, e.id`,
    )
    .all();
  return new Map(
    [...Map.groupBy(items, ({ actionId }) => actionId)].map(([actionId, own]) => [actionId, own.map(evidenceWords)]),
  );
};

const evidenceWords = ({ what, from, date, dateText, heldAt }: Evidence): string => {
  const parts = [
    what.replace(/\.$/, ''),
    from === '' ? '' : `from ${from}`,
    formatDate(date, dateText) || 'not dated',
    heldAt === '' ? '' : `held at ${heldAt}`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
};
