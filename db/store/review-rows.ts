/**
 * Which rows belong to a review: what its history tells, what goes along when it is handed over, and what is read-only here
 * from then on. A table that is missing from this list is none of them.
 */
import { quoted, type RecordedTable } from './tables.ts';

/** `@reviewIds` is a JSON array. */
const REVIEWS = '(select value from json_each(@reviewIds))';
const CASES = `(select caseId from reviews where id in ${REVIEWS})`;
const ACTIONS = `(select id from actions where reviewId in ${REVIEWS}
  or recommendationId in (select id from recommendations where reviewId in ${REVIEWS}))`;
const RECOMMENDATIONS = `(select id from recommendations where reviewId in ${REVIEWS})`;
const DELAYS = `(select id from publicationDelays where reviewId in ${REVIEWS})`;
const APPROVALS = `(select id from approvals where reviewId in ${REVIEWS} or actionId in ${ACTIONS})`;
const EVIDENCE = `(select evidenceId from evidenceLinks where removed is null and actionId in ${ACTIONS})`;

export type ReviewRows = {
  readonly table: RecordedTable;
  /** Over the table as `x`, in terms of @reviewIds. */
  readonly where: string;
  /** What several reviews can share: rows of the case, and evidence that serves other actions too. */
  readonly sharedBy?: 'case' | 'evidence';
};

const of = (where: string, tables: readonly RecordedTable[]): readonly ReviewRows[] =>
  tables.map((table) => ({ table, where }));

/** In an order in which each row stands after those that it names. */
export const REVIEW_ROWS: readonly ReviewRows[] = [
  { table: 'cases', where: `x.id in ${CASES}`, sharedBy: 'case' },
  { table: 'subjects', where: `x.caseId in ${CASES}`, sharedBy: 'case' },
  { table: 'labels', where: `x.caseId in ${CASES}`, sharedBy: 'case' },
  { table: 'reviews', where: `x.id in ${REVIEWS}` },
  ...of(`x.reviewId in ${REVIEWS}`, [
    'reviewBodies',
    'milestones',
    'clocks',
    'agencyReports',
    'evaluations',
    'handOvers',
    'proceedDecisions',
    'familyContacts',
    'accuracyRounds',
    'boardResponses',
    'notes',
    'publications',
    'publicationDecisions',
    'publicationDelays',
    'reviewThemes',
    'learningProducts',
    'statedFigures',
    'recommendations',
  ]),
  ...of(`x.publicationDelayId in ${DELAYS}`, ['publicationDelayReasons', 'delayNotices']),
  ...of(`x.recommendationId in ${RECOMMENDATIONS}`, ['recommendationResponses', 'recommendationThemes']),
  { table: 'actions', where: `x.id in ${ACTIONS}` },
  { table: 'impactChecks', where: `(x.reviewId in ${REVIEWS} or x.actionId in ${ACTIONS})` },
  ...of(`x.actionId in ${ACTIONS}`, [
    'actionJointLeads',
    'actionMilestones',
    'actionStateMoves',
    'actionThemes',
    'earlierTargets',
    'measures',
    'progressUpdates',
    'updateRequests',
  ]),
  {
    table: 'releasedTexts',
    where: `(x.reviewId in ${REVIEWS} or x.recommendationId in ${RECOMMENDATIONS} or x.actionId in ${ACTIONS})`,
  },
  { table: 'approvals', where: `x.id in ${APPROVALS}` },
  { table: 'approvalConditions', where: `x.approvalId in ${APPROVALS}` },
  { table: 'evidence', where: `x.id in ${EVIDENCE}`, sharedBy: 'evidence' },
  { table: 'evidenceLinks', where: `x.actionId in ${ACTIONS}` },
  { table: 'attachments', where: `x.evidenceId in ${EVIDENCE}`, sharedBy: 'evidence' },
];

/** The ids of a review's rows, removed ones too; `but` leaves out what it shares in that way. */
export const reviewRowIds = (but?: NonNullable<ReviewRows['sharedBy']>): string =>
  REVIEW_ROWS.filter(({ sharedBy }) => sharedBy === undefined || sharedBy !== but)
    .map(({ table, where }) => `select x.id from ${quoted(table)} x where ${where}`)
    .join(' union ');

/** The item of evidence of the row `x` serves none but actions of these reviews. */
export const SERVES_NO_OTHERS = (evidenceId: string): string =>
  `not exists (select 1 from evidenceLinks l where l.evidenceId = ${evidenceId} and l.removed is null and l.actionId not in ${ACTIONS})`;
