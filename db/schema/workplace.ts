import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What the page remembers for the person at this laptop, encrypted like everything else. No record of the board: never logged,
 * never exported, never in a pack.
 */

/** A long text that was typed and not yet saved, by the place it was typed in: it survives a crash and a lock. */
export const drafts = sqliteTable('drafts', {
  place: text().primaryKey(),
  text: text().notNull(),
  /** Instant, milliseconds UTC. */
  keptAt: integer().notNull(),
});

/** The records that were opened, for "recently opened": the last time of each. */
export const visits = sqliteTable('visits', {
  /** e.g. "review 0198…": kind and id. */
  record: text().primaryKey(),
  /** Instant, milliseconds UTC. */
  visitedAt: integer().notNull(),
});
