import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { APPROVAL_KINDS } from '../domain/codes.ts';
import { datesAreReal, holds, isOneOf, partialDate, recorded } from './columns.ts';
import { meetings } from './meetings.ts';
import { bodies } from './organisation.ts';
import { actions, externalReports } from './plans.ts';
import { reviews } from './reviews.ts';

/**
 * A body's recorded decision on a report, a plan or an action. It is never edited away: a later operation revokes it, with a reason.
 * A report belongs to a review; a plan to a review or an external report; an action is itself.
 */
export const approvals = sqliteTable(
  'approvals',
  {
    ...recorded(),
    appliesTo: text().notNull(),
    reviewId: text().references(() => reviews.id),
    externalReportId: text().references(() => externalReports.id),
    actionId: text().references(() => actions.id),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    meetingId: text().references(() => meetings.id),
    kind: text().notNull(),
    date: partialDate(),
    dateText: text(),
    minuteReference: text().notNull().default(''),
    note: text().notNull().default(''),
    revokedOn: partialDate(),
    revokedReason: text().notNull().default(''),
  },
  (t) => [
    isOneOf('approvals', t.appliesTo, ['report', 'plan', 'action']),
    isOneOf('approvals', t.kind, APPROVAL_KINDS),
    ...datesAreReal('approvals', t.date, t.revokedOn),
    holds(
      'approvals_has_one_subject',
      sql`(${t.reviewId} is not null) + (${t.externalReportId} is not null) + (${t.actionId} is not null) = 1 and (${t.appliesTo} = 'action') = (${t.actionId} is not null)`,
    ),
    holds('approvals_revoked_with_a_reason', sql`${t.revokedOn} is null or length(trim(${t.revokedReason})) > 0`),
    index('approvals_review').on(t.reviewId),
    index('approvals_report').on(t.externalReportId),
    index('approvals_action').on(t.actionId),
    index('approvals_body').on(t.bodyId),
    index('approvals_meeting').on(t.meetingId),
  ],
);

/** "In principle, on the understanding that …": what an approval hangs on until it is discharged. */
export const approvalConditions = sqliteTable(
  'approvalConditions',
  {
    ...recorded(),
    approvalId: text()
      .notNull()
      .references(() => approvals.id),
    text: text().notNull(),
    dischargedOn: partialDate(),
    dischargedBy: text().notNull().default(''),
  },
  (t) => [...datesAreReal('approvalConditions', t.dischargedOn), index('approvalConditions_approval').on(t.approvalId)],
);
