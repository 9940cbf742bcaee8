import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  EVALUATION_STATUSES,
  EVENT_KINDS,
  FAMILY_CONTACT_KINDS,
  LABEL_AUDIENCES,
  LABEL_KINDS,
  REVIEW_LEADS,
} from '../domain/codes.ts';
import { datesAreReal, flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';
import { agencies, bodies } from './organisation.ts';
import { clockChecks, clockColumns, clockRules, regimes, reviewTypes, stages } from './review-types.ts';

/** How long a record is kept; nothing is ever deleted automatically. */
const retention = () => ({
  retentionClass: text().notNull().default(''),
  retentionReviewOn: partialDate(),
  legalHold: flag(),
  legalHoldReason: text().notNull().default(''),
});

/** One incident. It may have several reviews, at once or in sequence. */
export const cases = sqliteTable(
  'cases',
  {
    ...recorded(),
    reference: text().notNull(),
    incidentOn: partialDate(),
    incidentText: text(),
    note: text().notNull().default(''),
    ...retention(),
  },
  (t) => [
    ...datesAreReal('cases', t.incidentOn, t.retentionReviewOn),
    ...isFlag('cases', t.legalHold),
    index('cases_reference').on(t.reference),
  ],
);

/** A child or adult of a case. Never a name: known by labels only. */
export const subjects = sqliteTable(
  'subjects',
  {
    ...recorded(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    kind: text().notNull(),
    note: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [isOneOf('subjects', t.kind, ['child', 'adult']), index('subjects_case').on(t.caseId)],
);

/** What a subject, or the whole case ("Family L"), is called, by kind and audience. */
export const labels = sqliteTable(
  'labels',
  {
    ...recorded(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    subjectId: text().references(() => subjects.id),
    label: text().notNull(),
    kind: text().notNull(),
    audience: text().notNull(),
    fromDate: partialDate(),
    untilDate: partialDate(),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('labels', t.kind, LABEL_KINDS),
    isOneOf('labels', t.audience, LABEL_AUDIENCES),
    ...datesAreReal('labels', t.fromDate, t.untilDate),
    index('labels_case').on(t.caseId, t.position),
    index('labels_subject').on(t.subjectId),
  ],
);

export const reviews = sqliteTable(
  'reviews',
  {
    ...recorded(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    reference: text().notNull(),
    title: text().notNull().default(''),
    reviewTypeId: text()
      .notNull()
      .references(() => reviewTypes.id),
    regimeId: text().references(() => regimes.id),
    stageId: text()
      .notNull()
      .references(() => stages.id),
    trigger: text().notNull().default(''),
    method: text().notNull().default(''),
    lead: text().notNull().default('own'),
    leadBody: text().notNull().default(''),
    commissioner: text().notNull().default(''),
    leadReviewerPost: text().notNull().default(''),
    ownerPost: text().notNull().default(''),
    periodFrom: partialDate(),
    periodUntil: partialDate(),
    convertedFromReviewId: text().references((): AnySQLiteColumn => reviews.id),
    ...retention(),
  },
  (t) => [
    isOneOf('reviews', t.lead, REVIEW_LEADS),
    ...datesAreReal('reviews', t.periodFrom, t.periodUntil, t.retentionReviewOn),
    ...isFlag('reviews', t.legalHold),
    index('reviews_case').on(t.caseId),
    index('reviews_reference').on(t.reference),
    index('reviews_stage').on(t.stageId),
    index('reviews_type').on(t.reviewTypeId),
  ],
);

/** Bodies that lead, commission or take part in a review beside the board. */
export const reviewBodies = sqliteTable(
  'reviewBodies',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    bodyId: text().references(() => bodies.id),
    name: text().notNull().default(''),
    role: text().notNull(),
  },
  (t) => [
    isOneOf('reviewBodies', t.role, ['joint-lead', 'lead', 'commissioner', 'partner']),
    index('reviewBodies_review').on(t.reviewId),
  ],
);

/** A dated event of a review. Clocks run from and stop at these. */
export const milestones = sqliteTable(
  'milestones',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    kind: text().notNull(),
    name: text().notNull().default(''),
    date: partialDate(),
    dateText: text(),
    forecast: partialDate(),
    forecastText: text(),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('milestones', t.kind, EVENT_KINDS),
    ...datesAreReal('milestones', t.date, t.forecast),
    index('milestones_review').on(t.reviewId, t.kind),
  ],
);

/** A clock of one review. The rule it was made from may change later; this one is changed only by its own edit. */
export const clocks = sqliteTable(
  'clocks',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    clockRuleId: text().references(() => clockRules.id),
    ...clockColumns(),
    overrideDueOn: text(),
    overrideReason: text().notNull().default(''),
    relaxedUntil: text(),
    relaxationReason: text().notNull().default(''),
    /** Which edition of the bank-holiday table, with the board's own closures, made the due date. */
    tableVersion: text().notNull().default(''),
  },
  (t) => [
    ...clockChecks('clocks', t as never),
    ...datesAreReal('clocks', t.overrideDueOn, t.relaxedUntil),
    holds('clocks_override_has_a_reason', sql`${t.overrideDueOn} is null or length(${t.overrideReason}) > 0`),
    index('clocks_review').on(t.reviewId, t.position),
  ],
);

/** An agency's own report to the review (an Individual Management Review). */
export const agencyReports = sqliteTable(
  'agencyReports',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    requestedOn: partialDate(),
    dueOn: partialDate(),
    receivedOn: partialDate(),
    returnedOn: partialDate(),
    acceptedOn: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('agencyReports', t.requestedOn, t.dueOn, t.receivedOn, t.returnedOn, t.acceptedOn),
    index('agencyReports_review').on(t.reviewId),
    index('agencyReports_agency').on(t.agencyId),
  ],
);

/** One judgement of a review, in a history: a grade may be provisional, contested, appealed, re-considered and re-graded. */
export const evaluations = sqliteTable(
  'evaluations',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    evaluator: text().notNull(),
    grade: text().notNull().default(''),
    status: text().notNull(),
    regimeNote: text().notNull().default(''),
    date: partialDate(),
    dateText: text(),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('evaluations', t.status, EVALUATION_STATUSES),
    ...datesAreReal('evaluations', t.date),
    index('evaluations_review').on(t.reviewId),
  ],
);

export const handOvers = sqliteTable(
  'handOvers',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    direction: text().notNull().default('to'),
    body: text().notNull(),
    bodyId: text().references(() => bodies.id),
    deadline: partialDate(),
    deadlineText: text(),
    handedOverOn: partialDate(),
    acceptedOn: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('handOvers', t.direction, ['to', 'from']),
    ...datesAreReal('handOvers', t.deadline, t.handedOverOn, t.acceptedOn),
    index('handOvers_review').on(t.reviewId),
  ],
);

/** The decision whether to hold a review, with its reasons, in either direction. */
export const proceedDecisions = sqliteTable(
  'proceedDecisions',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    decision: text().notNull(),
    decidedOn: partialDate(),
    decidedBy: text().notNull().default(''),
    reasons: text().notNull().default(''),
    told: text().notNull().default(''),
    toldOn: partialDate(),
  },
  (t) => [
    isOneOf('proceedDecisions', t.decision, ['proceed', 'do-not-proceed', 'defer']),
    ...datesAreReal('proceedDecisions', t.decidedOn, t.toldOn),
    index('proceedDecisions_review').on(t.reviewId),
  ],
);

export const notes = sqliteTable(
  'notes',
  {
    ...recorded(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    date: partialDate(),
    dateText: text(),
    text: text().notNull(),
  },
  (t) => [...datesAreReal('notes', t.date), index('notes_review').on(t.reviewId)],
);

const reviewId = () =>
  text()
    .notNull()
    .references(() => reviews.id);

/** One contact with the family about the review. Who it was is said by their relation ("mother", "grandparents"), never by name. */
export const familyContacts = sqliteTable(
  'familyContacts',
  {
    ...recorded(),
    reviewId: reviewId(),
    kind: text().notNull(),
    who: text().notNull().default(''),
    date: partialDate(),
    dateText: text(),
    byPost: text().notNull().default(''),
    note: text().notNull().default(''),
  },
  (t) => [
    isOneOf('familyContacts', t.kind, FAMILY_CONTACT_KINDS),
    ...datesAreReal('familyContacts', t.date),
    index('familyContacts_review').on(t.reviewId),
  ],
);

/** The draft report sent out to be checked for facts: one row a round and agency, or the round as a whole. */
export const accuracyRounds = sqliteTable(
  'accuracyRounds',
  {
    ...recorded(),
    reviewId: reviewId(),
    round: integer().notNull().default(1),
    agencyId: text().references(() => agencies.id),
    sentOn: partialDate(),
    dueOn: partialDate(),
    returnedOn: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('accuracyRounds', t.sentOn, t.dueOn, t.returnedOn),
    index('accuracyRounds_review').on(t.reviewId, t.round),
    index('accuracyRounds_agency').on(t.agencyId),
  ],
);

/** What the board itself answers to the review's report. */
export const boardResponses = sqliteTable(
  'boardResponses',
  {
    ...recorded(),
    reviewId: reviewId(),
    text: text().notNull(),
    bodyId: text().references(() => bodies.id),
    agreedOn: partialDate(),
    publishedOn: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [...datesAreReal('boardResponses', t.agreedOn, t.publishedOn), index('boardResponses_review').on(t.reviewId)],
);
