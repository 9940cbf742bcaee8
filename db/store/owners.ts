/** What a record belongs to, and what belongs to it: the references without which it would say nothing. */
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema/index.ts';
import { tableShape } from './tables.ts';

export type Owner = { readonly table: string; readonly column: string; readonly parent: string };

/** A link that must be there, and those of which one says where the record stands. */
const isOwner = (table: string, column: string): boolean =>
  tableShape(table)?.required.has(column) === true ||
  (column === 'reviewId' && ['actions', 'recommendations', 'approvals'].includes(table));

const OWNERS: readonly Owner[] = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .flatMap((table) =>
    getTableConfig(table as SQLiteTable).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      return columns.map((column) => ({
        table: getTableName(table as SQLiteTable),
        column: column.name,
        parent: getTableName(foreignTable),
      }));
    }),
  )
  .filter(({ table, column, parent }) => tableShape(parent) !== undefined && isOwner(table, column));

/** The records that a row of this table must belong to. */
export const ownersOf = (table: string): readonly Owner[] => OWNERS.filter((owner) => owner.table === table);

/** The tables whose rows belong to a row of this one. */
export const ownedBy = (table: string): readonly Owner[] => OWNERS.filter((owner) => owner.parent === table);
