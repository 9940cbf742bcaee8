import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLOCK_DIRECTIONS, CLOCK_UNITS, DAY_ZERO_RULES, EVENT_KINDS, NATIONS, STAGE_KINDS } from '../domain/codes.ts';
import { datesAreReal, flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';

/** Types of review are data: the shipped ones, and those the board adds. */
export const reviewTypes = sqliteTable(
  'reviewTypes',
  {
    ...recorded(),
    code: text().notNull(),
    name: text().notNull(),
    shortName: text().notNull(),
    singular: text().notNull(),
    plural: text().notNull(),
    statutory: flag(),
    nation: text(),
    commissioningBody: text().notNull().default(''),
    inForceFrom: partialDate(),
    inForceUntil: partialDate(),
    trigger: text().notNull().default(''),
    decidedBy: text().notNull().default(''),
    note: text().notNull().default(''),
    source: text().notNull().default(''),
    confirmed: flag(),
    position: integer().notNull().default(0),
  },
  (t) => [
    isOneOf('reviewTypes', t.nation, NATIONS),
    ...isFlag('reviewTypes', t.statutory, t.confirmed),
    ...datesAreReal('reviewTypes', t.inForceFrom, t.inForceUntil),
  ],
);

export const stages = sqliteTable(
  'stages',
  {
    ...recorded(),
    reviewTypeId: text()
      .notNull()
      .references(() => reviewTypes.id),
    code: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [isOneOf('stages', t.kind, STAGE_KINDS), index('stages_type').on(t.reviewTypeId, t.position)],
);

/** An edition of the guidance that a review runs under. */
export const regimes = sqliteTable(
  'regimes',
  {
    ...recorded(),
    reviewTypeId: text()
      .notNull()
      .references(() => reviewTypes.id),
    code: text().notNull(),
    name: text().notNull(),
    fromDate: partialDate(),
    untilDate: partialDate(),
    source: text().notNull().default(''),
    confirmed: flag(),
    position: integer().notNull().default(0),
  },
  (t) => [
    ...datesAreReal('regimes', t.fromDate, t.untilDate),
    ...isFlag('regimes', t.confirmed),
    index('regimes_type').on(t.reviewTypeId, t.position),
  ],
);

/** What a clock says: the same columns stand in `clockRules` (for a type) and `clocks` (for one review, which may differ). */
export const clockColumns = () => ({
  name: text().notNull(),
  runsFrom: text().notNull(),
  stopsAt: text().notNull(),
  length: integer().notNull(),
  unit: text().notNull(),
  direction: text().notNull().default('after'),
  dayZero: text().notNull().default('next-day-is-day-1'),
  fixedDate: text(),
  source: text().notNull().default(''),
  confirmed: flag(),
  position: integer().notNull().default(0),
});

export const clockChecks = (table: string, t: Record<keyof ReturnType<typeof clockColumns>, never>) => [
  isOneOf(table, t.runsFrom, EVENT_KINDS),
  isOneOf(table, t.stopsAt, EVENT_KINDS),
  isOneOf(table, t.unit, CLOCK_UNITS),
  isOneOf(table, t.direction, CLOCK_DIRECTIONS),
  isOneOf(table, t.dayZero, DAY_ZERO_RULES),
  ...datesAreReal(table, t.fixedDate),
  ...isFlag(table, t.confirmed),
  holds(`${table}_length_is_sensible`, sql`${t.length} between 0 and 10000`),
];

export const clockRules = sqliteTable(
  'clockRules',
  {
    ...recorded(),
    reviewTypeId: text()
      .notNull()
      .references(() => reviewTypes.id),
    regimeId: text().references(() => regimes.id),
    code: text().notNull().default(''),
    ...clockColumns(),
  },
  (t) => [...clockChecks('clockRules', t as never), index('clockRules_type').on(t.reviewTypeId, t.position)],
);

/** Why publication is delayed: the shipped reasons, and those the board adds. `phrase` fits "publication is delayed by …". */
export const delayReasons = sqliteTable(
  'delayReasons',
  {
    ...recorded(),
    code: text().notNull(),
    name: text().notNull(),
    phrase: text().notNull(),
    confirmed: flag(),
    position: integer().notNull().default(0),
  },
  (t) => [...isFlag('delayReasons', t.confirmed), index('delayReasons_code').on(t.code)],
);
