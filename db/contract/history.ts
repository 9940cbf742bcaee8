import { z } from 'zod';
import { BOARD_AREAS } from '../domain/board-areas.ts';
import { civilDate, id, line, pageOf, procedure, reason, saved } from './common.ts';

/** Where a record can be looked at; null where it has no page. */
export const place = z
  .discriminatedUnion('at', [
    z.object({ at: z.literal('review'), id: z.string(), section: z.string() }),
    z.object({
      at: z.enum(['action', 'agency', 'body', 'meeting', 'theme', 'external-report']),
      id: z.string(),
    }),
    z.object({ at: z.literal('evidence') }),
    z.object({ at: z.literal('settings'), section: z.string() }),
  ])
  .nullable();

/** `record`: what it is done to, in words, "" when nothing can be named; `others`: how many records beside that one. */
const onRecord = { record: z.string(), others: z.number(), place };
const step = z.object({ operationId: z.string(), words: z.string(), at: z.number(), ...onRecord });

export const historyEntry = z.object({
  operationId: z.string(),
  /** Instant, milliseconds UTC. */
  at: z.number(),
  actor: z.string(),
  kind: z.string(),
  /** "Changed a target date". */
  words: z.string(),
  reason: z.string(),
  /** Null when it can be undone; else why not. */
  undoRefused: z.string().nullable(),
  changes: z.array(
    z.object({
      table: z.string(),
      rowId: z.string(),
      /** What the row is, in words: "Action 1.2", "Event: notified". */
      record: z.string(),
      place,
      field: z.string(),
      /** The field in words: "Target date". */
      label: z.string(),
      old: z.string().nullable(),
      new: z.string().nullable(),
      /** The value it got then can be given back to the field: it is edited in place and holds another one now. */
      canRestore: z.boolean(),
    }),
  ),
  /** How many changes the operation made beside those told here. */
  untold: z.number(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const entries = z.object({ entries: z.array(historyEntry), total: z.number() });

export const historyFilter = z.object({
  from: civilDate.optional(),
  until: civilDate.optional(),
  kind: z.array(z.string().max(100)).optional(),
  area: z.enum(BOARD_AREAS).optional(),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

export const removedRecord = z.object({
  /** The operation that removed it: undoing that brings it back. */
  operationId: z.string(),
  table: z.string(),
  rowId: z.string(),
  record: z.string(),
  at: z.number(),
  actor: z.string(),
  /** What was done: "Removed a record", "Merged actions". */
  words: z.string(),
  reason: z.string(),
  /** How many records went with it, and come back with it. */
  others: z.number(),
  place,
});
export type RemovedRecord = z.infer<typeof removedRecord>;

export const history = {
  /** What Undo and Redo would do now. */
  next: procedure.output(
    z.object({
      undo: step.nullable(),
      redo: step.nullable(),
      /** The newest thing done, when it stays on record and Undo would pass over it; `instead` says how it is taken back. */
      stays: z.object({ words: z.string(), instead: z.string() }).nullable(),
    }),
  ),
  undo: procedure.input(z.object({ operationId: id })).output(saved.extend({ words: z.string(), ...onRecord })),
  redo: procedure.input(z.object({ operationId: id })).output(saved.extend({ words: z.string(), ...onRecord })),
  /** Of one row, newest first; `field` narrows it to one field. */
  ofRecord: procedure
    .input(
      z.object({
        rowId: id,
        field: z.string().max(100).optional(),
        offset: pageOf.offset,
        limit: z.number().int().min(1).max(1000).default(50),
      }),
    )
    .output(entries.extend({ fields: z.array(z.object({ field: z.string(), label: z.string() })) })),
  /** Of a review with everything that belongs to it. */
  ofReview: procedure.input(z.object({ reviewId: id, ...pageOf })).output(entries),
  /** What happened on the board, newest first. */
  recent: procedure
    .input(z.object({ filter: historyFilter.default({}), ...pageOf }))
    .output(entries.extend({ kinds: z.array(z.object({ kind: z.string(), words: z.string() })) })),
  /** What was removed and is still gone, the last first. */
  removed: procedure
    .input(z.object({ find: line.optional(), table: z.string().max(100).optional(), ...pageOf }))
    .output(
      z.object({
        rows: z.array(removedRecord),
        total: z.number(),
        tables: z.array(z.object({ table: z.string(), words: z.string(), count: z.number() })),
      }),
    ),
  /** Gives a field the value again that the operation gave it. Refused where the value would break a rule of today. */
  restoreValue: procedure
    .input(z.object({ table: z.string().max(100), rowId: id, field: z.string().max(100), operationId: id, reason }))
    .output(saved),
};
