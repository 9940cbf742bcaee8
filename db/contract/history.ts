import { z } from 'zod';
import { id, procedure, saved } from './common.ts';

const step = z.object({ operationId: z.string(), words: z.string(), at: z.number() });

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
      field: z.string(),
      /** The field in words: "Target date". */
      label: z.string(),
      old: z.string().nullable(),
      new: z.string().nullable(),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const history = {
  /** What Undo and Redo would do now. */
  next: procedure.output(z.object({ undo: step.nullable(), redo: step.nullable() })),
  undo: procedure.input(z.object({ operationId: id })).output(saved.extend({ words: z.string() })),
  redo: procedure.input(z.object({ operationId: id })).output(saved.extend({ words: z.string() })),
  /** Of one row, newest first; `field` narrows it to one field. */
  ofRecord: procedure
    .input(
      z.object({ rowId: id, field: z.string().optional(), limit: z.number().int().min(1).max(10_000).default(200) }),
    )
    .output(z.object({ entries: z.array(historyEntry), total: z.number() })),
  /** Of a review with everything that belongs to it. */
  ofReview: procedure
    .input(
      z.object({
        reviewId: id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(100),
      }),
    )
    .output(z.object({ entries: z.array(historyEntry), total: z.number() })),
  recent: procedure
    .input(
      z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    )
    .output(z.object({ entries: z.array(historyEntry), total: z.number() })),
};
