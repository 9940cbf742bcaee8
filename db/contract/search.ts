import { z } from 'zod';
import { FOUND_KINDS, type FoundKind } from '../domain/found-kinds.ts';
import { id, procedure } from './common.ts';

/** Where a record is seen; links.ts of the page makes an address of it. */
export const recordLink = z.discriminatedUnion('place', [
  z.object({ place: z.literal('review'), reviewId: id, section: z.string().nullable() }),
  z.object({ place: z.literal('action'), actionId: id }),
  z.object({ place: z.literal('meeting'), meetingId: id }),
  z.object({ place: z.literal('theme'), themeId: id }),
  z.object({ place: z.literal('agency'), agencyId: id }),
  z.object({ place: z.literal('body'), bodyId: id }),
  z.object({ place: z.literal('report'), reportId: id }),
  z.object({ place: z.literal('evidence'), evidenceId: id }),
  z.object({ place: z.literal('figures') }),
]);
export type RecordLink = z.infer<typeof recordLink>;

/** A text in parts, those that were looked for marked. */
export const marked = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));
export type Marked = z.infer<typeof marked>;

export const foundKind = z.enum(FOUND_KINDS as readonly [FoundKind, ...FoundKind[]]);

export const foundRecord = z.object({
  kind: foundKind,
  id,
  title: marked,
  /** What it belongs to: "LCSPR 2025/02 · Baby T". */
  context: z.string(),
  /** Empty where the title says all that matched. */
  snippet: marked,
  /** Its reference or label is what was typed. */
  isExact: z.boolean(),
  link: recordLink,
});
export type FoundRecord = z.infer<typeof foundRecord>;

export const foundGroup = z.object({
  kind: foundKind,
  count: z.number(),
  /** There are more than `count`. */
  isMore: z.boolean(),
  found: z.array(foundRecord),
});
export type FoundGroup = z.infer<typeof foundGroup>;

export const search = {
  /** Every word must be there; words of two letters or more find what begins with them. Best first in each group. */
  find: procedure
    .input(
      z.object({
        typed: z.string().max(200),
        kinds: z.array(foundKind).optional(),
        /** How many of each kind. */
        most: z.number().int().min(1).max(200).default(6),
      }),
    )
    .output(z.object({ groups: z.array(foundGroup) })),
};
