import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { APPROVAL_KINDS, BODY_KINDS, NATIONS } from '../domain/codes.ts';
import { datesAreReal, flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';

/** The board that this database belongs to: one row. */
export const boards = sqliteTable(
  'boards',
  {
    ...recorded(),
    name: text().notNull(),
    shortName: text().notNull().default(''),
    nation: text().notNull(),
    marking: text().notNull().default('OFFICIAL-SENSITIVE'),
    ragSchemeId: text().references(() => ragSchemes.id),
    autoLockMinutes: integer().notNull().default(10),
  },
  (t) => [
    isOneOf('boards', t.nation, NATIONS),
    holds('boards_auto_lock_is_1_to_120_minutes', sql`${t.autoLockMinutes} between 1 and 120`),
  ],
);

/** Boards, executives, sub-groups, steering groups: whatever meets, agrees or signs off. */
export const bodies = sqliteTable(
  'bodies',
  {
    ...recorded(),
    name: text().notNull(),
    kind: text().notNull(),
    parentBodyId: text().references((): AnySQLiteColumn => bodies.id),
    chairPost: text().notNull().default(''),
    calendarRule: text().notNull().default(''),
    paperDeadlineDays: integer(),
    note: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [isOneOf('bodies', t.kind, BODY_KINDS), index('bodies_parent').on(t.parentBodyId)],
);

export const bodyNames = sqliteTable(
  'bodyNames',
  {
    ...recorded(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    name: text().notNull(),
    fromDate: partialDate(),
    untilDate: partialDate(),
  },
  (t) => [...datesAreReal('bodyNames', t.fromDate, t.untilDate), index('bodyNames_body').on(t.bodyId)],
);

export const bodySuccessions = sqliteTable(
  'bodySuccessions',
  {
    ...recorded(),
    fromBodyId: text()
      .notNull()
      .references(() => bodies.id),
    toBodyId: text()
      .notNull()
      .references(() => bodies.id),
    onDate: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('bodySuccessions', t.onDate),
    index('bodySuccessions_from').on(t.fromBodyId),
    index('bodySuccessions_to').on(t.toBodyId),
  ],
);

export const agencies = sqliteTable(
  'agencies',
  {
    ...recorded(),
    name: text().notNull(),
    shortName: text().notNull().default(''),
    sector: text().notNull().default(''),
    contactPost: text().notNull().default(''),
    contactAddress: text().notNull().default(''),
    outsideArea: flag(),
    note: text().notNull().default(''),
  },
  (t) => [...isFlag('agencies', t.outsideArea), index('agencies_name').on(t.name)],
);

export const agencyNames = sqliteTable(
  'agencyNames',
  {
    ...recorded(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    name: text().notNull(),
    fromDate: partialDate(),
    untilDate: partialDate(),
  },
  (t) => [...datesAreReal('agencyNames', t.fromDate, t.untilDate), index('agencyNames_agency').on(t.agencyId)],
);

export const agencySuccessions = sqliteTable(
  'agencySuccessions',
  {
    ...recorded(),
    fromAgencyId: text()
      .notNull()
      .references(() => agencies.id),
    toAgencyId: text()
      .notNull()
      .references(() => agencies.id),
    onDate: partialDate(),
    note: text().notNull().default(''),
  },
  (t) => [
    ...datesAreReal('agencySuccessions', t.onDate),
    index('agencySuccessions_from').on(t.fromAgencyId),
    index('agencySuccessions_to').on(t.toAgencyId),
  ],
);

/** A working day lost that the bundled bank-holiday table does not know: proclaimed at short notice, or the user's own. */
export const closures = sqliteTable(
  'closures',
  { ...recorded(), date: text().notNull(), name: text().notNull() },
  (t) => [
    ...datesAreReal('closures', t.date),
    holds('closures_date_is_a_day', sql`length(${t.date}) = 10`),
    index('closures_date').on(t.date),
  ],
);

/** The steps of sign-off that the board asks for. Steps at one position are taken together (dual adoption). */
export const ladderSteps = sqliteTable(
  'ladderSteps',
  {
    ...recorded(),
    appliesTo: text().notNull(),
    position: integer().notNull(),
    bodyId: text()
      .notNull()
      .references(() => bodies.id),
    kind: text().notNull(),
  },
  (t) => [
    isOneOf('ladderSteps', t.appliesTo, ['report', 'plan', 'action']),
    isOneOf('ladderSteps', t.kind, APPROVAL_KINDS),
    index('ladderSteps_applies').on(t.appliesTo, t.position),
    index('ladderSteps_body').on(t.bodyId),
  ],
);

/** A RAG scheme is named, versioned data; which one the board uses is in `boards.ragSchemeId`. */
export const ragSchemes = sqliteTable(
  'ragSchemes',
  {
    ...recorded(),
    code: text().notNull(),
    name: text().notNull(),
    version: integer().notNull().default(1),
    kind: text().notNull(),
    dueSoonDays: integer(),
    source: text().notNull().default(''),
    confirmed: flag(),
    note: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('ragSchemes', t.kind, ['schedule', 'target-variance', 'levels', 'percentage']),
    ...isFlag('ragSchemes', t.confirmed),
    holds('ragSchemes_due_soon_is_not_negative', sql`${t.dueSoonDays} is null or ${t.dueSoonDays} between 0 and 366`),
  ],
);

export const ragLevels = sqliteTable(
  'ragLevels',
  {
    ...recorded(),
    ragSchemeId: text()
      .notNull()
      .references(() => ragSchemes.id),
    code: text().notNull(),
    label: text().notNull(),
    tone: text().notNull(),
    symbol: text().notNull(),
    rule: text().notNull().default(''),
    lower: real(),
    lowerInclusive: flag(),
    upper: real(),
    upperInclusive: flag(),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('ragLevels', t.tone, ['green', 'amber', 'red', 'blue', 'grey']),
    ...isFlag('ragLevels', t.lowerInclusive, t.upperInclusive),
    index('ragLevels_scheme').on(t.ragSchemeId, t.position),
  ],
);

/** The board's other settings, one a row, as JSON. */
export const settings = sqliteTable(
  'settings',
  { ...recorded(), name: text().notNull(), value: text().notNull() },
  (t) => [uniqueIndex('settings_name').on(t.name), holds('settings_value_is_json', sql`json_valid(${t.value})`)],
);

/** A named set of filters, sort and columns of one place. */
export const savedViews = sqliteTable(
  'savedViews',
  {
    ...recorded(),
    place: text().notNull(),
    name: text().notNull(),
    view: text().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [holds('savedViews_view_is_json', sql`json_valid(${t.view})`), index('savedViews_place').on(t.place)],
);
