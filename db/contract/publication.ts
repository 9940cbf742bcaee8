import { z } from 'zod';
import { PUBLICATION_DECISIONS, PUBLICATION_STATES, STAGE_KINDS } from '../domain/codes.ts';
import { PERIOD_LENGTHS } from '../domain/delays-over-time.ts';
import { REMINDER_KINDS } from '../domain/publication-reminders.ts';
import { added, id, line, longText, partialDate, procedure, requiredLine, saved } from './common.ts';

export const registerRow = z.object({
  reviewId: id,
  reference: z.string(),
  label: z.string(),
  reviewType: z.string(),
  typeShortName: z.string(),
  stage: z.string(),
  stageKind: z.enum(STAGE_KINDS),
  completedOn: z.string().nullable(),
  completeUnpublished: z.boolean(),
  state: z.enum(PUBLICATION_STATES),
  words: z.string(),
  decision: z.string().nullable(),
  plannedOn: z.string().nullable(),
  plannedText: z.string().nullable(),
  publishedOn: z.string().nullable(),
  place: z.string(),
  availableUntil: z.string().nullable(),
  leavingSite: z.boolean(),
  /** Recorded to leave the website, or taken down, before a year was over. */
  shortOfYear: z.boolean(),
  daysDelayed: z.number().nullable(),
  /** Reasons of the delays that have not ended. */
  reasons: z.array(z.object({ id: z.string(), name: z.string() })),
  expectedEndEvent: z.string(),
  nextReviewOn: z.string().nullable(),
  reviewOverdue: z.boolean(),
  /** When the next of the open delays is expected to end. */
  expectedEndOn: z.string().nullable(),
  /** An open delay was expected to end before today. */
  endPassed: z.boolean(),
  interimLearning: z.string(),
  told: z.string(),
});
export type RegisterRow = z.infer<typeof registerRow>;

export const publicationFilter = z.object({
  find: z.string().max(200).optional(),
  state: z.array(z.enum(PUBLICATION_STATES)).optional(),
  delayReasonId: z.string().optional(),
  completeUnpublished: z.boolean().optional(),
  reviewOverdue: z.boolean().optional(),
  endPassed: z.boolean().optional(),
  leavingSite: z.boolean().optional(),
});
export type PublicationFilter = z.infer<typeof publicationFilter>;

export const publication = {
  register: procedure.input(z.object({ filter: publicationFilter })).output(
    z.object({
      rows: z.array(registerRow),
      of: z.number(),
      counts: z.record(z.enum(PUBLICATION_STATES), z.number()),
      byReason: z.array(
        z.object({
          delayReasonId: z.string(),
          reason: z.string(),
          reviews: z.number(),
          /** Null where of none of its delays the first day is known; `undated` is how many such there are. */
          totalDays: z.number().nullable(),
          undated: z.number(),
          longestDays: z.number().nullable(),
        }),
      ),
      statements: z.array(z.string()),
    }),
  ),
  /** What the register reminds of today, the most pressing first. */
  reminders: procedure.output(
    z.array(
      z.object({
        kind: z.enum(REMINDER_KINDS),
        reviewId: id,
        reference: z.string(),
        label: z.string(),
        on: z.string().nullable(),
        words: z.string(),
      }),
    ),
  ),
  /** Calendar days of delay by reason in each of the last periods; `atLeast` where a date is not known to the day. */
  delaysOverTime: procedure.input(z.object({ by: z.enum(PERIOD_LENGTHS) })).output(
    z.object({
      periods: z.array(z.string()),
      byReason: z.array(
        z.object({ delayReasonId: z.string(), reason: z.string(), days: z.array(z.number()), total: z.number() }),
      ),
      inAll: z.object({ days: z.array(z.number()), total: z.number() }),
      atLeast: z.boolean(),
    }),
  ),
  /** A decision stays on record; a later one replaces it. */
  decide: procedure
    .input(
      z.object({
        reviewId: id,
        decision: z.enum(PUBLICATION_DECISIONS),
        basis: longText.default(''),
        agreedBy: line.default(''),
        disagreedBy: line.default(''),
        bodyId: id.nullable().default(null),
        decidedOn: partialDate.nullable().default(null),
        decidedText: line.nullable().default(null),
      }),
    )
    .output(added),
  /** Makes the publication record when there is none yet; then it is edited like any record. */
  plan: procedure
    .input(z.object({ reviewId: id, plannedOn: partialDate.nullable(), plannedText: line.nullable().default(null) }))
    .output(saved),
  publish: procedure
    .input(
      z.object({
        reviewId: id,
        publishedOn: partialDate,
        publishedText: line.nullable().default(null),
        place: requiredLine,
        /** By default one year after publication. */
        availableUntil: partialDate.nullable().default(null),
        /** Ends the delays that are still open, by the event "published". */
        endDelays: z.boolean().default(true),
      }),
    )
    .output(saved),
  takeDown: procedure.input(z.object({ reviewId: id, takenDownOn: partialDate, note: line.default('') })).output(saved),
  addDelay: procedure
    .input(
      z.object({
        reviewId: id,
        delayReasonIds: z.array(id).min(1, 'choose at least one reason'),
        since: partialDate.nullable(),
        sinceText: line.nullable().default(null),
        explanation: longText.default(''),
        expectedEndEvent: line.default(''),
        expectedEndOn: partialDate.nullable().default(null),
        nextReviewOn: partialDate.nullable().default(null),
        interimLearning: line.default(''),
        told: line.default(''),
        toldOn: partialDate.nullable().default(null),
      }),
    )
    .output(added),
  setDelayReasons: procedure.input(z.object({ delayId: id, delayReasonIds: z.array(id).min(1) })).output(saved),
  endDelay: procedure.input(z.object({ delayId: id, endedOn: partialDate, endedBy: requiredLine })).output(saved),
};
