import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteSyncDialect, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { cellOf, COURSES, isGoverned, MERGE_GROUPS, SET_KEYS, TREES } from '../../../db/domain/merge-rules.ts';
import * as schema from '../../../db/schema/index.ts';
import { RECORDED_TABLES, tableShape } from '../../../db/store/tables.ts';

const dialect = new SQLiteSyncDialect();
const rules = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .map((table) => getTableConfig(table as SQLiteTable))
  .filter(({ name }) => tableShape(name) !== undefined)
  .flatMap(({ name: table, checks, columns }) =>
    checks.map(({ name, value }) => {
      const { sql } = dialect.sqlToQuery(value);
      return {
        table,
        name,
        columns: columns.map((column) => column.name).filter((column) => sql.includes(`"${column}"`)),
      };
    }),
  );

describe('what is merged as one value', () => {
  it('holds every rule of the database over several columns, so that merging never breaks one', () => {
    const several = rules.filter(({ columns }) => columns.length > 1);
    expect(several.length).toBeGreaterThan(3);
    for (const { table, name, columns } of several) {
      expect(new Set(columns.map((column) => cellOf(table, column))).size, name).toBe(1);
    }
  });

  it('names columns that are there, each in one group', () => {
    for (const [table, groups] of Object.entries(MERGE_GROUPS)) {
      const fields = groups.flat();
      expect(new Set(fields).size, table).toBe(fields.length);
      expect(tableShape(table)?.columns, table).toEqual(expect.arrayContaining(fields));
    }
    for (const [table, fields] of [...Object.entries(SET_KEYS), ...Object.entries(TREES)]) {
      expect(tableShape(table)?.columns, table).toEqual(expect.arrayContaining([...fields]));
    }
  });

  it('counts moves by a governed cell of the record that they name', () => {
    for (const [table, { owner, column, cell }] of Object.entries(COURSES)) {
      expect(tableShape(table)?.columns).toContain(column);
      expect([tableShape(owner)?.columns.includes(cell), isGoverned(owner, cell)]).toEqual([true, true]);
    }
  });

  it('keeps each date with the words it was written with', () => {
    for (const { name, columns } of RECORDED_TABLES) {
      for (const words of columns.filter((column) =>
        /^(date|target|issued|incident|published|planned|decided|told|since|deadline|forecast)Text$/.test(column),
      )) {
        const dates = ['On', 'Date', ''].map((end) => words.replace('Text', end));
        const date = dates.find((column) => columns.includes(column));
        expect(date === undefined ? '' : cellOf(name, date), `${name}.${words}`).toBe(cellOf(name, words));
      }
    }
  });
});
