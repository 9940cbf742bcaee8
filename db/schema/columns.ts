import { type SQL, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core';

/** What every recorded row has: a UUIDv7, and the instant (milliseconds UTC) it was removed, by which a removal can be taken back. */
export const recorded = () => ({
  id: text().primaryKey(),
  removed: integer(),
});

/** Yes or no, held as 1 or 0. */
export const flag = () => integer().notNull().default(0);

/** A civil date of day, month or year precision: YYYY-MM-DD, YYYY-MM or YYYY. Checked by `datesAreReal`. */
export const partialDate = () => text();

const nameOf = (column: AnySQLiteColumn): string => column.name;

/** The columns hold partial dates that exist: 31 February is refused by the database itself. */
export const datesAreReal = (table: string, ...columns: readonly AnySQLiteColumn[]) =>
  columns.map((column) =>
    check(
      `${table}_${nameOf(column)}_is_a_date`,
      sql`${column} is null or (length(${column}) = 10 and date(${column}, '+0 days') is ${column}) or (length(${column}) = 7 and date(${column} || '-01', '+0 days') is ${column} || '-01') or (length(${column}) = 4 and date(${column} || '-01-01', '+0 days') is ${column} || '-01-01')`,
    ),
  );

/** The column holds one of the codes (or nothing, where it may be empty). */
export const isOneOf = (table: string, column: AnySQLiteColumn, codes: readonly string[]) =>
  check(
    `${table}_${nameOf(column)}_is_known`,
    sql`${column} in (${sql.raw(codes.map((code) => `'${code}'`).join(', '))})`,
  );

export const isFlag = (table: string, ...columns: readonly AnySQLiteColumn[]) =>
  columns.map((column) => check(`${table}_${nameOf(column)}_is_yes_or_no`, sql`${column} in (0, 1)`));

export const holds = (name: string, condition: SQL) => check(name, condition);
