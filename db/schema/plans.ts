import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, blob, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ACTION_STATES, AGENCY_RESPONSES, OWNER_KINDS, RECOMMENDATION_SCOPES } from '../domain/codes.ts';
import { datesAreReal, flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';
import { meetings } from './meetings.ts';
import { agencies, bodies } from './organisation.ts';
import { reviews } from './reviews.ts';

/** A national report, an independent review, an inspection: a source of recommendations that is not one of the board's reviews. */
export const externalReports = sqliteTable(
  'externalReports',
  {
    ...recorded(),
    reference: text().notNull(),
    title: text().notNull(),
    issuedBy: text().notNull().default(''),
    kind: text().notNull().default('national-report'),
    publishedOn: partialDate(),
    receivedOn: partialDate(),
    recommendationCount: integer(),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('externalReports', t.kind, ['national-report', 'independent-review', 'inspection', 'other']),
    ...datesAreReal('externalReports', t.publishedOn, t.receivedOn),
  ],
);

/** A recommendation of one review, one external report or one meeting. */
export const recommendations = sqliteTable(
  'recommendations',
  {
    ...recorded(),
    reviewId: text().references(() => reviews.id),
    externalReportId: text().references(() => externalReports.id),
    meetingId: text().references(() => meetings.id),
    number: text().notNull(),
    text: text().notNull(),
    scope: text().notNull().default('local'),
    alreadyInPlace: flag(),
    alreadyInPlaceNote: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('recommendations', t.scope, RECOMMENDATION_SCOPES),
    ...isFlag('recommendations', t.alreadyInPlace),
    holds(
      'recommendations_has_one_source',
      sql`(${t.reviewId} is not null) + (${t.externalReportId} is not null) + (${t.meetingId} is not null) = 1`,
    ),
    index('recommendations_review').on(t.reviewId, t.position),
    index('recommendations_report').on(t.externalReportId, t.position),
    index('recommendations_meeting').on(t.meetingId),
  ],
);

const recommendationId = () =>
  text()
    .notNull()
    .references(() => recommendations.id);
const agencyId = () =>
  text()
    .notNull()
    .references(() => agencies.id);

/** The agencies a recommendation is addressed to, each with its answer once given. */
export const recommendationResponses = sqliteTable(
  'recommendationResponses',
  {
    ...recorded(),
    recommendationId: recommendationId(),
    agencyId: agencyId(),
    response: text(),
    rationale: text().notNull().default(''),
    respondedOn: partialDate(),
  },
  (t) => [
    isOneOf('recommendationResponses', t.response, AGENCY_RESPONSES),
    ...datesAreReal('recommendationResponses', t.respondedOn),
    index('recommendationResponses_recommendation').on(t.recommendationId),
    index('recommendationResponses_agency').on(t.agencyId),
  ],
);

/**
 * An action answers a recommendation, or stands alone (from a meeting's minutes, or of a review as a whole).
 * `targetDay` is the last day that the target, however imprecise, allows: what "overdue" is measured against.
 */
export const actions = sqliteTable(
  'actions',
  {
    ...recorded(),
    recommendationId: text().references(() => recommendations.id),
    reviewId: text().references(() => reviews.id),
    meetingId: text().references(() => meetings.id),
    number: text().notNull(),
    text: text().notNull(),
    multiAgency: flag(),
    leadAgencyId: text().references(() => agencies.id),
    leadPost: text().notNull().default(''),
    ownerKind: text().notNull().default('nobody'),
    owner: text().notNull().default(''),
    targetDate: partialDate(),
    targetText: text(),
    targetMeetingId: text().references(() => meetings.id),
    targetDay: text().generatedAlwaysAs(
      sql`case length("targetDate") when 4 then "targetDate" || '-12-31' when 7 then date("targetDate" || '-01', '+1 month', '-1 day') else "targetDate" end`,
      { mode: 'virtual' },
    ),
    successMeasure: text().notNull().default(''),
    state: text().notNull().default('not-started'),
    stateSince: partialDate(),
    ragAsserted: text(),
    ragAssertedOn: partialDate(),
    ragConfirmed: text(),
    ragConfirmedOn: partialDate(),
    supersededById: text().references((): AnySQLiteColumn => actions.id),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('actions', t.state, ACTION_STATES),
    isOneOf('actions', t.ownerKind, OWNER_KINDS),
    ...isFlag('actions', t.multiAgency),
    ...datesAreReal('actions', t.targetDate, t.stateSince, t.ragAssertedOn, t.ragConfirmedOn),
    index('actions_review').on(t.reviewId, t.position),
    index('actions_recommendation').on(t.recommendationId),
    index('actions_target').on(t.targetDay, t.id),
    index('actions_state').on(t.state, t.targetDay),
    // All that the counts by agency and rating read, so that they never touch the long texts.
    index('actions_lead').on(t.leadAgencyId, t.state, t.targetDay, t.ragConfirmed, t.removed, t.id),
    index('actions_meeting').on(t.meetingId),
    index('actions_target_meeting').on(t.targetMeetingId),
  ],
);

const actionId = () =>
  text()
    .notNull()
    .references(() => actions.id);

export const actionJointLeads = sqliteTable(
  'actionJointLeads',
  { ...recorded(), actionId: actionId(), agencyId: agencyId() },
  (t) => [index('actionJointLeads_action').on(t.actionId), index('actionJointLeads_agency').on(t.agencyId)],
);

/** A target that was moved, with the reason. The current one stands in the action. */
export const earlierTargets = sqliteTable(
  'earlierTargets',
  {
    ...recorded(),
    actionId: actionId(),
    targetDate: partialDate(),
    targetText: text(),
    targetMeetingId: text().references(() => meetings.id),
    movedOn: partialDate(),
    reason: text().notNull(),
  },
  (t) => [
    ...datesAreReal('earlierTargets', t.targetDate, t.movedOn),
    holds('earlierTargets_has_a_reason', sql`length(trim(${t.reason})) > 0`),
    index('earlierTargets_action').on(t.actionId),
  ],
);

export const actionMilestones = sqliteTable(
  'actionMilestones',
  {
    ...recorded(),
    actionId: actionId(),
    text: text().notNull(),
    targetDate: partialDate(),
    targetText: text(),
    doneOn: partialDate(),
    position: integer().notNull().default(0),
  },
  (t) => [...datesAreReal('actionMilestones', t.targetDate, t.doneOn), index('actionMilestones_action').on(t.actionId)],
);

/** What success is measured by: a figure with a target and where it stands. */
export const measures = sqliteTable(
  'measures',
  {
    ...recorded(),
    actionId: actionId(),
    text: text().notNull(),
    unit: text().notNull().default(''),
    baseline: real(),
    target: real(),
    current: real(),
    higherIsBetter: integer().notNull().default(1),
    asAt: partialDate(),
  },
  (t) => [
    ...datesAreReal('measures', t.asAt),
    ...isFlag('measures', t.higherIsBetter),
    index('measures_action').on(t.actionId),
  ],
);

export const evidence = sqliteTable(
  'evidence',
  {
    ...recorded(),
    what: text().notNull(),
    agencyId: text().references(() => agencies.id),
    fromWhom: text().notNull().default(''),
    date: partialDate(),
    dateText: text(),
    heldAt: text().notNull().default(''),
    note: text().notNull().default(''),
  },
  (t) => [...datesAreReal('evidence', t.date), index('evidence_agency').on(t.agencyId)],
);

/** A file that is evidence. Its bytes lie in `attachmentContents` under their SHA-256. */
export const attachments = sqliteTable(
  'attachments',
  {
    ...recorded(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    sha256: text().notNull(),
  },
  (t) => [
    holds('attachments_size_is_at_most_25_MB', sql`${t.size} between 0 and 26214400`),
    holds('attachments_sha256_is_one', sql`length(${t.sha256}) = 64`),
    index('attachments_evidence').on(t.evidenceId),
    index('attachments_content').on(t.sha256),
  ],
);

/** The bytes of attached files, each once, whatever refers to them; never altered, never deleted, not in the change log. */
export const attachmentContents = sqliteTable('attachmentContents', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/** One item of evidence can serve several actions. */
export const evidenceLinks = sqliteTable(
  'evidenceLinks',
  {
    ...recorded(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    actionId: actionId(),
  },
  (t) => [index('evidenceLinks_evidence').on(t.evidenceId), index('evidenceLinks_action').on(t.actionId)],
);

export const progressUpdates = sqliteTable(
  'progressUpdates',
  {
    ...recorded(),
    actionId: actionId(),
    agencyId: text().references(() => agencies.id),
    date: partialDate().notNull(),
    dateText: text(),
    text: text().notNull(),
    ragAsserted: text(),
    reportedState: text(),
  },
  (t) => [
    ...datesAreReal('progressUpdates', t.date),
    isOneOf('progressUpdates', t.reportedState, ACTION_STATES),
    index('progressUpdates_action').on(t.actionId, t.date),
    index('progressUpdates_agency').on(t.agencyId),
  ],
);

/** An update that was asked for: what "no update received" is measured against. */
export const updateRequests = sqliteTable(
  'updateRequests',
  {
    ...recorded(),
    actionId: actionId(),
    agencyId: text().references(() => agencies.id),
    requestedOn: text().notNull(),
    dueOn: text(),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('updateRequests', t.requestedOn, t.dueOn),
    index('updateRequests_action').on(t.actionId, t.requestedOn),
    index('updateRequests_agency').on(t.agencyId),
  ],
);

/** A move of an action from one state to another, dated as the board's papers date it. */
export const actionStateMoves = sqliteTable(
  'actionStateMoves',
  {
    ...recorded(),
    actionId: actionId(),
    fromState: text().notNull(),
    toState: text().notNull(),
    date: partialDate(),
    bodyId: text().references(() => bodies.id),
    reason: text().notNull().default(''),
  },
  (t) => [
    isOneOf('actionStateMoves', t.fromState, ACTION_STATES),
    isOneOf('actionStateMoves', t.toState, ACTION_STATES),
    ...datesAreReal('actionStateMoves', t.date),
    index('actionStateMoves_action').on(t.actionId),
  ],
);
