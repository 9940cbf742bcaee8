import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ATTENDANCE, MEETING_PURPOSES, MEETING_STATES } from '../domain/codes.ts';
import { datesAreReal, flag, isFlag, isOneOf, partialDate, recorded } from './columns.ts';
import { agencies, bodies } from './organisation.ts';
import { packs } from './packs.ts';
import { actions, externalReports } from './plans.ts';
import { reviews } from './reviews.ts';

export const meetings = sqliteTable(
  'meetings',
  {
    ...recorded(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    title: text().notNull().default(''),
    date: partialDate(),
    dateText: text(),
    provisional: flag(),
    paperDeadline: partialDate(),
    place: text().notNull().default(''),
    state: text().notNull().default('planned'),
    /** A nil that is a record: "No actions arose." Null when there is none to state. */
    nilStatement: text(),
  },
  (t) => [
    isOneOf('meetings', t.state, MEETING_STATES),
    ...isFlag('meetings', t.provisional),
    ...datesAreReal('meetings', t.date, t.paperDeadline),
    index('meetings_date').on(t.date),
    index('meetings_body').on(t.bodyId, t.date),
  ],
);

const meetingId = () =>
  text()
    .notNull()
    .references(() => meetings.id);

export const meetingItems = sqliteTable(
  'meetingItems',
  {
    ...recorded(),
    meetingId: meetingId(),
    position: integer().notNull().default(0),
    title: text().notNull(),
    purpose: text().notNull(),
    reviewId: text().references(() => reviews.id),
    actionId: text().references((): AnySQLiteColumn => actions.id),
    paper: text().notNull().default(''),
    deferredToMeetingId: text().references(() => meetings.id),
    deferredText: text(),
    externalReportId: text().references((): AnySQLiteColumn => externalReports.id),
    /** The item of an earlier meeting that this one carries forward. */
    carriedFromItemId: text().references((): AnySQLiteColumn => meetingItems.id),
    /** The status pack that was tabled under this item. */
    packId: text().references((): AnySQLiteColumn => packs.id),
  },
  (t) => [
    isOneOf('meetingItems', t.purpose, MEETING_PURPOSES),
    index('meetingItems_meeting').on(t.meetingId, t.position),
    index('meetingItems_review').on(t.reviewId),
    index('meetingItems_action').on(t.actionId),
    index('meetingItems_report').on(t.externalReportId),
    index('meetingItems_carriedFrom').on(t.carriedFromItemId),
    index('meetingItems_pack').on(t.packId),
  ],
);

export const decisions = sqliteTable(
  'decisions',
  {
    ...recorded(),
    meetingId: meetingId(),
    meetingItemId: text().references(() => meetingItems.id),
    text: text().notNull(),
    minuteReference: text().notNull().default(''),
    position: integer().notNull().default(0),
    /** What it decided, where that is one review or one action. */
    reviewId: text().references(() => reviews.id),
    actionId: text().references((): AnySQLiteColumn => actions.id),
  },
  (t) => [
    index('decisions_meeting').on(t.meetingId),
    index('decisions_item').on(t.meetingItemId),
    index('decisions_review').on(t.reviewId),
    index('decisions_action').on(t.actionId),
  ],
);

export const attendances = sqliteTable(
  'attendances',
  {
    ...recorded(),
    meetingId: meetingId(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    post: text().notNull().default(''),
    attendance: text().notNull(),
  },
  (t) => [
    isOneOf('attendances', t.attendance, ATTENDANCE),
    index('attendances_meeting').on(t.meetingId),
    index('attendances_agency').on(t.agencyId),
  ],
);
