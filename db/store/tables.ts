import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { type SQLiteTable, SQLiteTable as SQLiteTableClass } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema/index.ts';

const UNRECORDED = [
  'devices',
  'operations',
  'changes',
  'actionFacts',
  'clockFacts',
  'attachmentContents',
  'drafts',
  'visits',
  'thisDevice',
  'joinOffers',
  'syncPlaces',
  'exchanges',
  'deviceSeals',
  'waitingRuns',
  'disputedRows',
  'conflicts',
  'heldBack',
] as const;

type Schema = typeof schema;
type Unrecorded = (typeof UNRECORDED)[number];

/** Tables whose every write is in the change log. */
export type RecordedTable = {
  [K in keyof Schema]: Schema[K] extends SQLiteTable ? K : never;
}[keyof Schema] extends infer T
  ? Exclude<T, Unrecorded> & string
  : never;

export type Row<T extends RecordedTable> = Schema[T]['$inferSelect'];
/** A new row without what the store gives it: its id may be given, `removed` may not. */
export type NewRow<T extends RecordedTable> = Omit<Schema[T]['$inferInsert'], 'id' | 'removed'> & { id?: string };
export type RowPatch<T extends RecordedTable> = Partial<Omit<Row<T>, 'id' | 'targetDay'>>;

export type TableShape = {
  readonly name: RecordedTable;
  /** The columns that are written, `id` first; generated ones are left out. */
  readonly columns: readonly string[];
  readonly types: Readonly<Record<string, 'text' | 'integer' | 'real'>>;
  readonly required: ReadonlySet<string>;
};

const shapeOf = (table: SQLiteTable): TableShape => {
  const columns = Object.values(getTableColumns(table)).filter((column) => column.generated === undefined);
  return {
    name: getTableName(table) as RecordedTable,
    columns: columns.map((column) => column.name),
    types: Object.fromEntries(
      columns.map((column) => [column.name, column.getSQLType() as 'text' | 'integer' | 'real']),
    ),
    required: new Set(columns.filter((column) => column.notNull).map((column) => column.name)),
  };
};

const isRecorded = (name: string): boolean => !(UNRECORDED as readonly string[]).includes(name);

/** Every recorded table, in alphabetical order. */
export const RECORDED_TABLES: readonly TableShape[] = Object.values(schema)
  .filter((table): table is (typeof schema)[RecordedTable] => is(table, SQLiteTableClass))
  .filter((table) => isRecorded(getTableName(table)))
  .map(shapeOf)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const shapesByName = new Map<string, TableShape>(RECORDED_TABLES.map((shape) => [shape.name, shape]));

export const tableShape = (name: string): TableShape | undefined => shapesByName.get(name);

/** A name from the schema, quoted for SQL. Never given anything that a person typed. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
