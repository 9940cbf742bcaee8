import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Facts that follow from recorded rows and are kept ready for the lists. Never logged, never exported: `db/store/facts.ts`
 * keeps them by trigger and by recount, and can make them again from nothing.
 */
export const actionFacts = sqliteTable(
  'actionFacts',
  {
    actionId: text().primaryKey(),
    lastUpdateOn: text(),
    lastRequestedOn: text(),
    timesMoved: integer().notNull().default(0),
    evidenceCount: integer().notNull().default(0),
  },
  (t) => [index('actionFacts_action').on(t.actionId, t.lastRequestedOn, t.lastUpdateOn, t.timesMoved, t.evidenceCount)],
);

/** What a clock reads, apart from today: `db/domain/clocks.ts` is its rule. */
export const clockFacts = sqliteTable(
  'clockFacts',
  {
    clockId: text().primaryKey(),
    reviewId: text().notNull(),
    startedOn: text(),
    dueOn: text(),
    stoppedOn: text(),
    relaxed: integer().notNull().default(0),
  },
  (t) => [index('clockFacts_review').on(t.reviewId), index('clockFacts_due').on(t.stoppedOn, t.dueOn)],
);
