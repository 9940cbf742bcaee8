import { z } from 'zod';
import { added, civilDate, id, line, longText, partialDate, procedure, reason, requiredLine, saved } from './common.ts';

/** One change to a review while another board held it, in that board's words. */
export const entryBefore = z.strictObject({
  operationId: z.string(),
  /** Instant, milliseconds UTC. */
  at: z.number(),
  actor: z.string(),
  kind: z.string(),
  words: z.string(),
  reason: z.string(),
  changes: z.array(
    z.strictObject({
      table: z.string(),
      rowId: z.string(),
      record: z.string(),
      field: z.string(),
      label: z.string(),
      old: z.string().nullable(),
      new: z.string().nullable(),
    }),
  ),
});

export const historyBefore = z.strictObject({
  board: z.string(),
  /** The day the review left that board. */
  until: z.string(),
  entries: z.array(entryBefore),
});
export type HistoryBefore = z.infer<typeof historyBefore>;

/** A file that stands in memory until a place for it is found. */
const file = z.object({ name: z.string(), base64: z.string() });

/** 100 MB, the largest file, in base 64. */
const fileBase64 = z.string().max(140_000_000, 'is larger than 100 MB, which no hand-over file is');
const passphrase = z.string().min(1, 'must not be empty').max(1000);

/** What a record of the other board becomes here. */
const matched = z.object({
  what: z.string(),
  name: z.string(),
  /** Null where it will be made. */
  here: z.string().nullable(),
});

export const handOverPreview = z.object({
  fromBoard: z.string(),
  to: z.string(),
  handedOverOn: z.string(),
  deadline: z.string().nullable(),
  reviewId: id,
  reference: z.string(),
  title: z.string(),
  type: z.string(),
  labels: z.array(z.string()),
  stage: z.string(),
  counts: z.object({
    recommendations: z.number(),
    actions: z.number(),
    attachments: z.number(),
    /** Rows in all. */
    records: z.number(),
    /** Changes in the history that comes with it. */
    history: z.number(),
  }),
  matches: z.array(matched),
  /** Why it cannot be received, in words, or null. */
  refused: z.string().nullable(),
  /** Another review here has the reference already: it needs another one. */
  isReferenceTaken: z.boolean(),
});
export type HandOverPreview = z.infer<typeof handOverPreview>;

export const handOvers = {
  /**
   * Hands the review over: the file for the other board, the record of the hand-over and the stage, all in one go. From then on
   * the review is read-only here. Of one that was handed over already it only writes the file again.
   */
  exportFile: procedure
    .input(
      z.object({
        reviewId: id,
        toBody: requiredLine,
        toBodyId: id.nullable().default(null),
        handedOverOn: civilDate.optional(),
        deadline: partialDate.nullable().optional(),
        note: longText.default(''),
        passphrase,
      }),
    )
    .output(saved.extend({ file })),
  /** The successor body said that it has the review. */
  accept: procedure.input(z.object({ reviewId: id, acceptedOn: civilDate })).output(saved),
  /** The review did not leave after all, or came back: it is this board's again. */
  takeBack: procedure.input(z.object({ reviewId: id, reason })).output(saved),
  /** What a file holds, and what would become of it here. Writes nothing. */
  read: procedure.input(z.object({ base64: fileBase64, passphrase })).output(handOverPreview),
  /** Takes the review in, as one operation, after a backup. */
  receive: procedure
    .input(z.object({ base64: fileBase64, passphrase, reference: line.default(''), receivedOn: civilDate.optional() }))
    .output(added),
  /** What happened to the review before it was handed over to this board; none of it when it began here. */
  historyBefore: procedure.input(z.object({ reviewId: id })).output(z.array(historyBefore)),
};
