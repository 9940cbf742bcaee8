import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MEETING_PURPOSES, PACK_AUDIENCES } from '../domain/codes.ts';
import { datesAreReal, holds, isOneOf, partialDate, recorded } from './columns.ts';
import { meetings } from './meetings.ts';
import { actions, recommendations } from './plans.ts';
import { reviews } from './reviews.ts';

/** A board's own choice and order of sections, by name. Those that ship with the program are in `db/packs/templates.ts`. */
export const packTemplates = sqliteTable(
  'packTemplates',
  {
    ...recorded(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** JSON array of section ids, in the order of the pack. */
    sections: text().notNull(),
    audience: text().notNull().default('board'),
    purpose: text().notNull().default('information'),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('packTemplates', t.audience, PACK_AUDIENCES),
    isOneOf('packTemplates', t.purpose, MEETING_PURPOSES),
    holds('packTemplates_has_a_name', sql`length(trim(${t.name})) > 0`),
  ],
);

/** The pack register: every pack that was issued, and all that is needed to make it again, byte for byte. */
export const packs = sqliteTable(
  'packs',
  {
    ...recorded(),
    title: text().notNull(),
    body: text().notNull(),
    meetingId: text().references((): AnySQLiteColumn => meetings.id),
    audience: text().notNull().default('board'),
    /** The name of the template it was made by, or '' for none. */
    templateName: text().notNull().default(''),
    /** JSON of the options (`packOptions` of the contract). */
    options: text().notNull(),
    /** Civil day that all its figures are true for. */
    dataAsAt: partialDate().notNull(),
    /** The last clock of the change log that it had read, by which the board is replayed when it is made again. */
    logClock: text().notNull(),
    /** Instant, milliseconds UTC. */
    issuedAt: integer().notNull(),
    /** JSON of its headline figures by measure, for "direction of travel". */
    figures: text().notNull().default('{}'),
    tabledOn: partialDate(),
    note: text().notNull().default(''),
    /** What it had read of each device: JSON object of device id to sequence. Null: all that the issuing laptop had by `logClock`. */
    logVector: text(),
  },
  (t) => [
    isOneOf('packs', t.audience, PACK_AUDIENCES),
    ...datesAreReal('packs', t.dataAsAt, t.tabledOn),
    index('packs_issued').on(t.issuedAt),
    index('packs_meeting').on(t.meetingId),
  ],
);

/** One document of an issued pack: its name, size and SHA-256. Its bytes are wherever they were saved. */
export const packDocuments = sqliteTable(
  'packDocuments',
  {
    ...recorded(),
    packId: text()
      .notNull()
      .references(() => packs.id),
    format: text().notNull(),
    fileName: text().notNull(),
    /** Lower-case hexadecimal. */
    sha256: text().notNull(),
    /** Length in bytes. */
    size: integer().notNull(),
  },
  (t) => [holds('packDocuments_has_a_sha256', sql`length(${t.sha256}) = 64`), index('packDocuments_pack').on(t.packId)],
);

/**
 * The words about one review, recommendation or action that were released for publication. Words of their own, not a mark on the
 * board's: what somebody writes there later is never published by itself.
 */
export const releasedTexts = sqliteTable(
  'releasedTexts',
  {
    ...recorded(),
    reviewId: text().references(() => reviews.id),
    recommendationId: text().references(() => recommendations.id),
    actionId: text().references(() => actions.id),
    text: text().notNull(),
    releasedOn: partialDate(),
    /** The post or body that released it. */
    releasedBy: text().notNull().default(''),
  },
  (t) => [
    holds(
      'releasedTexts_is_of_one_record',
      sql`(${t.reviewId} is not null) + (${t.recommendationId} is not null) + (${t.actionId} is not null) = 1`,
    ),
    holds('releasedTexts_has_words', sql`length(trim(${t.text})) > 0`),
    ...datesAreReal('releasedTexts', t.releasedOn),
    index('releasedTexts_review').on(t.reviewId),
    index('releasedTexts_recommendation').on(t.recommendationId),
    index('releasedTexts_action').on(t.actionId),
  ],
);
