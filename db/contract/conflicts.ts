/** What waits for a decision after laptops worked apart: the queue, one of them side by side, and the decision. */
import { z } from 'zod';
import { CONFLICT_KINDS } from '../domain/codes.ts';
import { id, line, pageOf, partialDate, procedure, reason, saved } from './common.ts';
import { place } from './history.ts';

const conflictId = z.string().regex(/^[0-9a-f]{32}$/, 'is no conflict');
const stored = z.union([z.string(), z.number(), z.null()]);
const values = z.record(z.string().max(100), z.union([z.string().max(50_000), z.number(), z.null()]));

/** Who, on which laptop, when and why. */
const author = {
  operationId: z.string(),
  laptop: z.string(),
  post: z.string(),
  /** Instant, milliseconds UTC. */
  at: z.number(),
  /** "Edited an action". */
  words: z.string(),
  reason: z.string(),
};

const matter = {
  id: conflictId,
  kind: z.enum(CONFLICT_KINDS),
  table: z.string(),
  rowId: z.string(),
  /** The field, or the first of several that are one value; "" where it is about whole records. */
  cell: z.string(),
  /** "“Text” has two versions". */
  heading: z.string(),
  /** A recorded decision or a state: what stood before counts until it is decided. */
  isGoverned: z.boolean(),
  deferred: z.object({ laptop: z.string(), post: z.string(), at: z.number(), reason: z.string() }).nullable(),
};

const summary = z.object({
  ...matter,
  /** The record with what it belongs to: "Action 1.2 (LCSPR 2025/02)". */
  record: z.string(),
  place,
  /** The fields that it is about, for a mark beside them; none where it is about whole records. */
  fields: z.array(z.string()),
  /** The records that it is about: one, or several that are sides. */
  rowIds: z.array(z.string()),
  sides: z.number(),
  /** When the last side was written. */
  at: z.number(),
});
export type ConflictSummary = z.infer<typeof summary>;

const textParts = z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }));

const shownField = z.object({
  field: z.string(),
  label: z.string(),
  /** In words; null when empty. */
  value: z.string().nullable(),
  stored,
});

const sideField = shownField.extend({
  /** Of long texts, word by word: from what is shown, and from what stood before, to this one. */
  fromShown: textParts.nullable(),
  fromBase: textParts.nullable(),
});

const side = z.object({
  /** What is decided by: an operation's id, or a record's where the sides are records. */
  id: z.string(),
  ...author,
  deed: z.enum(['wrote', 'removed', 'recorded', 'left-out']),
  /** The record that is this side, where the sides are records. */
  record: z.object({ rowId: z.string(), name: z.string(), place }).nullable(),
  /** "says “8 May 2020”", "removed the record". */
  says: z.string(),
  isShown: z.boolean(),
  fields: z.array(sideField),
});
export type ConflictSide = z.infer<typeof side>;

const entry = { field: z.string(), label: z.string(), isRequired: z.boolean() };

/** How a value of one's own is entered, by what the field can hold. */
const ownField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), ...entry }),
  z.object({ kind: z.literal('text'), ...entry }),
  z.object({ kind: z.literal('number'), ...entry }),
  /** `words`: the field of the words as written, where such may be kept; else only a date is. */
  z.object({ kind: z.literal('date'), ...entry, words: z.string().nullable() }),
  z.object({
    kind: z.literal('choice'),
    ...entry,
    options: z.array(z.object({ value: z.union([z.string(), z.number()]), words: z.string() })),
  }),
]);
export type OwnField = z.infer<typeof ownField>;

/**
 * `take`: the value of a side, or of the base; of a removal, the removal. `keep`: all as it stands now. `drop`: one of several
 * records is revoked or removed, with a reason. `rename`: one of two records of one name gets another. `combine`: a value of one's own.
 * `take-back`: what was changed after a hand-over, with a reason.
 */
export const conflictChoice = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take'), side: id }),
  z.object({ do: z.literal('keep') }),
  z.object({ do: z.literal('take-back') }),
  z.object({ do: z.literal('drop'), side: id, on: partialDate.optional() }),
  z.object({ do: z.literal('rename'), side: id, values }),
  z.object({ do: z.literal('combine'), values }),
]);
export type ConflictChosen = z.infer<typeof conflictChoice>;

const detail = z.object({
  ...matter,
  record: z.string(),
  place,
  explanation: z.string(),
  sides: z.array(side),
  /** What stood before the sides parted. */
  base: z.object({ ...author, fields: z.array(shownField), isShown: z.boolean() }).nullable(),
  /** What the record shows now. */
  shown: z.array(shownField),
  /** What can be chosen as it stands, in words, the sides' own first. */
  choices: z.array(z.object({ words: z.string(), choice: conflictChoice, needsReason: z.boolean() })),
  /** `combine` or `rename` with values of one's own, for these fields; null where the field has steps of its own. */
  ownValue: z.object({ words: z.string(), fields: z.array(ownField) }).nullable(),
});
export type ConflictDetail = z.infer<typeof detail>;

/** `sides`: the ids of those that the person looked at, so that no version is decided about that was not seen. */
const seen = { id: conflictId, sides: z.array(id).min(1).max(1000) };

export const conflicts = {
  /** What is open: recorded decisions and states first, what was put off last. */
  list: procedure
    .input(z.object(pageOf))
    .output(z.object({ conflicts: z.array(summary), total: z.number(), deferred: z.number() })),
  get: procedure.input(z.object({ id: conflictId })).output(detail),
  decide: procedure.input(z.object({ ...seen, choice: conflictChoice, reason: line.trim().default('') })).output(saved),
  defer: procedure.input(z.object({ ...seen, reason })).output(saved),
};
