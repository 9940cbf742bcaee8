import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PUBLICATION_DECISIONS } from '../domain/codes.ts';
import { datesAreReal, holds, isOneOf, partialDate, recorded } from './columns.ts';
import { bodies } from './organisation.ts';
import { delayReasons } from './review-types.ts';
import { reviews } from './reviews.ts';

const reviewId = () =>
  text()
    .notNull()
    .references(() => reviews.id);

/** What is to be published, decided when and by whom; a later decision replaces an earlier one, which stays on record. */
export const publicationDecisions = sqliteTable(
  'publicationDecisions',
  {
    ...recorded(),
    reviewId: reviewId(),
    decision: text().notNull(),
    basis: text().notNull().default(''),
    agreedBy: text().notNull().default(''),
    disagreedBy: text().notNull().default(''),
    bodyId: text().references(() => bodies.id),
    decidedOn: partialDate(),
    decidedText: text(),
  },
  (t) => [
    isOneOf('publicationDecisions', t.decision, PUBLICATION_DECISIONS),
    ...datesAreReal('publicationDecisions', t.decidedOn),
    index('publicationDecisions_review').on(t.reviewId),
  ],
);

/** When and where a review is, or is to be, published. At most one a review. */
export const publications = sqliteTable(
  'publications',
  {
    ...recorded(),
    reviewId: reviewId(),
    plannedOn: partialDate(),
    plannedText: text(),
    publishedOn: partialDate(),
    publishedText: text(),
    place: text().notNull().default(''),
    availableUntil: partialDate(),
    takenDownOn: partialDate(),
    audience: text().notNull().default(''),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('publications', t.plannedOn, t.publishedOn, t.availableUntil, t.takenDownOn),
    holds(
      'publications_end_after_start',
      sql`${t.takenDownOn} is null or ${t.publishedOn} is null or substr(${t.takenDownOn}, 1, 4) >= substr(${t.publishedOn}, 1, 4)`,
    ),
    index('publications_review').on(t.reviewId),
  ],
);

/** One spell of delay. Delays overlap; each ends by its own event. */
export const publicationDelays = sqliteTable(
  'publicationDelays',
  {
    ...recorded(),
    reviewId: reviewId(),
    since: partialDate(),
    sinceText: text(),
    explanation: text().notNull().default(''),
    expectedEndEvent: text().notNull().default(''),
    expectedEndOn: partialDate(),
    nextReviewOn: partialDate(),
    interimLearning: text().notNull().default(''),
    endedOn: partialDate(),
    endedBy: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('publicationDelays', t.since, t.expectedEndOn, t.nextReviewOn, t.endedOn),
    index('publicationDelays_review').on(t.reviewId),
    index('publicationDelays_open').on(t.endedOn, t.nextReviewOn),
  ],
);

export const publicationDelayReasons = sqliteTable(
  'publicationDelayReasons',
  {
    ...recorded(),
    publicationDelayId: text()
      .notNull()
      .references(() => publicationDelays.id),
    delayReasonId: text()
      .notNull()
      .references(() => delayReasons.id),
  },
  (t) => [
    index('publicationDelayReasons_delay').on(t.publicationDelayId),
    index('publicationDelayReasons_reason').on(t.delayReasonId),
  ],
);

/** Who was told of a delay, and when. */
export const delayNotices = sqliteTable(
  'delayNotices',
  {
    ...recorded(),
    publicationDelayId: text()
      .notNull()
      .references(() => publicationDelays.id),
    told: text().notNull(),
    toldOn: partialDate(),
    toldText: text(),
  },
  (t) => [...datesAreReal('delayNotices', t.toldOn), index('delayNotices_delay').on(t.publicationDelayId)],
);
