import { z } from 'zod';
import { savedMany } from './actions.ts';
import { added, id, line, partialDate, procedure, requiredText, saved } from './common.ts';

/** The one record that words are released about. */
export const releasedOf = z.union([
  z.object({ reviewId: id }).strict(),
  z.object({ recommendationId: id }).strict(),
  z.object({ actionId: id }).strict(),
]);
export type ReleasedOf = z.infer<typeof releasedOf>;

const words = {
  text: requiredText,
  releasedOn: partialDate.nullable().default(null),
  /** The post or body that released it. */
  releasedBy: line.default(''),
};

/** What the words hold that could tell whose review it was; saving them all the same takes saying so. */
const acknowledged = z.boolean().default(false);

export const releasedText = z.object({
  id,
  text: z.string(),
  releasedOn: z.string().nullable(),
  releasedBy: z.string(),
});
export type ReleasedText = z.infer<typeof releasedText>;

const notReleased = z.object({
  id,
  number: z.string(),
  text: z.string(),
  /** In sentences: "It holds the label “Child A”." */
  concerns: z.array(z.string()),
});
export type NotReleased = z.infer<typeof notReleased>;

/** What a public pack says of a review, a recommendation or an action: words of their own, which no later edit of the record follows. */
export const releasedTexts = {
  of: procedure.input(releasedOf).output(
    z.object({
      released: releasedText.nullable(),
      /** What the record says now: what is released unless somebody writes other words. */
      original: z.string(),
      /** A public pack prints released words only while what they belong to is public. */
      isPublic: z.boolean(),
    }),
  ),
  /** What these words hold that could tell whose review it was, in sentences. */
  concerns: procedure
    .input(z.object({ of: releasedOf, text: z.string().max(50_000) }))
    .output(z.object({ concerns: z.array(z.string()) })),
  /** Fails with bad-input: field `of` where words are released already; field `acknowledged` where the words could tell. */
  release: procedure.input(z.object({ of: releasedOf, ...words, acknowledged })).output(added),
  /** Fails with stale where the words are no longer those that the person saw. */
  edit: procedure.input(z.object({ id, was: z.string(), ...words, acknowledged })).output(saved),
  withdraw: procedure.input(z.object({ id, reason: line.default('') })).output(saved),
  /** What the plan of a review holds that is not released. */
  unreleased: procedure
    .input(z.object({ reviewId: id }))
    .output(z.object({ recommendations: z.array(notReleased), actions: z.array(notReleased) })),
  /** Releases all that is not released yet, as it reads now; what could tell is left alone and named, unless acknowledged. One operation. */
  releasePlan: procedure
    .input(
      z.object({
        reviewId: id,
        what: z.enum(['recommendations', 'actions']),
        releasedOn: words.releasedOn,
        releasedBy: words.releasedBy,
        acknowledged,
      }),
    )
    .output(savedMany),
};
