import { sql } from 'drizzle-orm';
import { customType, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** SQLite's ANY in a STRICT table: keeps text, whole numbers, fractions and null as they are. */
const anyValue = customType<{ data: string | number | null }>({ dataType: () => 'any' });

/** A laptop that writes to the board. */
export const devices = sqliteTable('devices', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The post of the person who works there, e.g. "Board manager": the actor of its operations. */
  post: text().notNull(),
  /** Instant, milliseconds UTC. */
  addedAt: integer().notNull(),
});

/** One user intent. Append-only; hash-chained per device (`db/store/change-log.ts` says how). */
export const operations = sqliteTable(
  'operations',
  {
    number: integer().primaryKey(),
    id: text().notNull(),
    deviceId: text()
      .notNull()
      .references(() => devices.id),
    sequence: integer().notNull(),
    /** Hybrid logical clock: milliseconds UTC as 12 hex digits, a counter as 4. Sorts as text. */
    clock: text().notNull(),
    actor: text().notNull(),
    kind: text().notNull(),
    reason: text().notNull(),
    /** The id of the operation that this one takes back. */
    undoes: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    /**
     * What this laptop took in of others since its own operation before: JSON object of device id to sequence, by device id.
     * Null where there is nothing new. With the earlier ones it tells all that its author had before them.
     */
    seen: text(),
  },
  (t) => [
    uniqueIndex('operations_id').on(t.id),
    uniqueIndex('operations_sequence').on(t.deviceId, t.sequence),
    index('operations_clock').on(t.clock, t.deviceId, t.sequence),
    index('operations_seen').on(t.deviceId, t.sequence).where(sql`${t.seen} is not null`),
    index('operations_undoes').on(t.undoes),
  ],
);

/**
 * One field that an operation changed. `field` is empty for the making of a row, whose `new` is the whole row as JSON.
 * `parent` is the operation that had last set the field.
 */
export const changes = sqliteTable(
  'changes',
  {
    number: integer().primaryKey(),
    operation: integer()
      .notNull()
      .references(() => operations.number),
    tableName: text().notNull(),
    rowId: text().notNull(),
    field: text().notNull(),
    old: anyValue(),
    new: anyValue(),
    parent: integer().references(() => operations.number),
  },
  (t) => [index('changes_row').on(t.rowId, t.field, t.number), index('changes_operation').on(t.operation)],
);
