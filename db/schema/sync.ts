import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CONFLICT_CHOICES } from '../domain/codes.ts';
import { flag, holds, isFlag, isOneOf, partialDate, recorded } from './columns.ts';
import { changes } from './log.ts';

/*
 * Who keeps this board together, and what laptops exchange: `db/sync/README.md` is the specification.
 * The first four tables and the decisions are records of the board; the rest is this laptop's own, or made again from the log.
 */

/** A post that works on the board, on one laptop or several. */
export const members = sqliteTable('members', {
  ...recorded(),
  post: text().notNull(),
  note: text().notNull().default(''),
});

/** A laptop of a member. Its id is the device id in the change log. In good standing until a removal names it. */
export const memberDevices = sqliteTable(
  'memberDevices',
  {
    ...recorded(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    /** Ed25519, 32 bytes in lower-case hexadecimal. */
    signKey: text().notNull(),
    /** X25519 as an age recipient, "age1…". */
    receiveKey: text().notNull(),
    joinedOn: partialDate().notNull(),
    /** The device that it went on from after a backup was restored. */
    continuesDeviceId: text(),
  },
  (t) => [
    holds('memberDevices_has_a_sign_key', sql`length(${t.signKey}) = 64`),
    index('memberDevices_member').on(t.memberId),
  ],
);

/** Nothing is encrypted to the laptop from then on, and what it wrote after `lastSequence` is refused. */
export const deviceRemovals = sqliteTable(
  'deviceRemovals',
  {
    ...recorded(),
    deviceId: text()
      .notNull()
      .references(() => memberDevices.id),
    /** What the remover had of it: the number of its last operation. */
    lastSequence: integer().notNull(),
    reason: text().notNull(),
  },
  (t) => [index('deviceRemovals_device').on(t.deviceId)],
);

/** A laptop's operations up to here came with an imported export: this board vouches for them, no seal is asked for. */
export const adoptedRuns = sqliteTable('adoptedRuns', {
  ...recorded(),
  deviceId: text().notNull(),
  sequence: integer().notNull(),
  hash: text().notNull(),
});

/** What a person decided about two versions of something. Its operation settles the sides that it names. */
export const conflictDecisions = sqliteTable(
  'conflictDecisions',
  {
    ...recorded(),
    conflictId: text().notNull(),
    tableName: text().notNull(),
    rowId: text().notNull(),
    /** The field, or the first field of a group of them (`db/domain/merge-rules.ts`). */
    cell: text().notNull(),
    /** JSON array of the ids of the operations between which was decided. */
    sides: text().notNull(),
    choice: text().notNull(),
    reason: text().notNull().default(''),
  },
  (t) => [
    isOneOf('conflictDecisions', t.choice, CONFLICT_CHOICES),
    holds('conflictDecisions_sides_are_json', sql`json_valid(${t.sides})`),
    index('conflictDecisions_row').on(t.rowId),
  ],
);

/** This laptop among the board's: one row. The private keys are in no other place, and leave it in no export and no bundle. */
export const thisDevice = sqliteTable('thisDevice', {
  id: text().primaryKey(),
  /** Seed of the Ed25519 key, 32 bytes in hexadecimal. Null until the first sync act of a board from before it. */
  signSeed: text(),
  /** "AGE-SECRET-KEY-1…" */
  receiveIdentity: text(),
});

/** A request to join that was answered here, until the check code was read out. */
export const joinOffers = sqliteTable('joinOffers', {
  /** SHA-256 of the request file. */
  requestHash: text().primaryKey(),
  request: blob({ mode: 'buffer' }).notNull(),
  acceptance: blob({ mode: 'buffer' }).notNull(),
  /** Instant, milliseconds UTC. */
  madeAt: integer().notNull(),
  wrongCodes: integer().notNull().default(0),
});

/** The folders that this laptop exchanges through. */
export const syncPlaces = sqliteTable(
  'syncPlaces',
  {
    id: text().primaryKey(),
    path: text().notNull(),
    paused: flag(),
    /** Instant, milliseconds UTC. */
    lastLookAt: integer(),
  },
  (t) => isFlag('syncPlaces', t.paused),
);

/** What another laptop was last known to hold: JSON object of device id to sequence. */
export const exchanges = sqliteTable('exchanges', {
  deviceId: text().primaryKey(),
  has: text().notNull(),
  /** Instant, milliseconds UTC. */
  at: integer().notNull(),
});

/** By which a laptop vouches for its operations up to a sequence: kept, so that whoever passes them on need not be trusted. */
export const deviceSeals = sqliteTable(
  'deviceSeals',
  {
    deviceId: text().notNull(),
    sequence: integer().notNull(),
    hash: text().notNull(),
    signature: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.deviceId, t.sequence] })],
);

/** Operations that came before what they follow: they wait, and nothing waits for them. */
export const waitingRuns = sqliteTable(
  'waitingRuns',
  {
    deviceId: text().notNull(),
    first: integer().notNull(),
    last: integer().notNull(),
    /** The lines of the payload, as they came. */
    lines: text().notNull(),
    /** Instant, milliseconds UTC. */
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.deviceId, t.first, t.last] })],
);

/** Rows that laptops ever wrote apart from each other: read by the rules of merging, not by the last change alone. */
export const disputedRows = sqliteTable('disputedRows', {
  rowId: text().primaryKey(),
  tableName: text().notNull(),
});

/** What waits for a decision: made again from the log after every operation that concerns it. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    tableName: text().notNull(),
    rowId: text().notNull(),
    cell: text().notNull(),
    /** The operation after which the versions parted; null where there is none. */
    base: text(),
    /** JSON array of the ids of operations (or of rows, for the kinds that are about several). */
    sides: text().notNull(),
    /** The one whose value is shown until it is decided. */
    shown: text(),
    /** The decision that put it off. */
    deferred: text(),
  },
  (t) => [index('conflicts_row').on(t.rowId)],
);

/** Changes that are kept and passed on, but cannot stand on the board: their table is not known yet, or a rule forbids them. */
export const heldBack = sqliteTable('heldBack', {
  change: integer()
    .primaryKey()
    .references(() => changes.number),
  why: text().notNull(),
});
