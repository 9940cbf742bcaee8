import { z } from 'zod';
import { DEADLINE_KINDS } from '../domain/deadlines.ts';
import { civilDate, id, pageOf, procedure } from './common.ts';

const link = z.discriminatedUnion('place', [
  z.object({ place: z.literal('review'), reviewId: id, section: z.string() }),
  z.object({ place: z.literal('action'), actionId: id }),
  z.object({ place: z.literal('meeting'), meetingId: id }),
  z.object({ place: z.literal('theme'), themeId: id }),
  z.object({ place: z.literal('none') }),
]);
/** The record that a deadline belongs to. */
export type DeadlineLink = z.infer<typeof link>;

export const deadline = z.object({
  /** Its kind and the id of its record: no two deadlines share one. */
  key: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  /** As exactly as it is known; null where it is held in words only. */
  date: z.string().nullable(),
  text: z.string().nullable(),
  /** The latest day that the date can mean: what lateness is measured against. */
  day: z.string().nullable(),
  daysLate: z.number().nullable(),
  /** Of what: "Baby T · LCSPR 2025/02". */
  subject: z.string(),
  words: z.string(),
  /** What stands beside it: a clock's forecast, or that it is relaxed. */
  note: z.string(),
  link,
});
export type Deadline = z.infer<typeof deadline>;

const kinds = z.array(z.enum(DEADLINE_KINDS)).optional();
const span = { from: civilDate, until: civilDate };

export const deadlines = {
  /**
   * Deadlines in the order of their days. Either those between two days (`from`, `until`: the latest day each can mean), or all
   * that are late, or those whose date is held in words only.
   */
  list: procedure
    .input(
      z.object({
        from: civilDate.optional(),
        until: civilDate.optional(),
        kinds,
        which: z.enum(['dated', 'late', 'in-words']).default('dated'),
        /** Only those whose date names its day. */
        onADay: z.boolean().default(false),
        ...pageOf,
      }),
    )
    .output(z.object({ rows: z.array(deadline), total: z.number() })),
  /** A calendar's days with the first of each, late ones before others; what is not known to the day stands apart. */
  days: procedure.input(z.object({ ...span, kinds, perDay: z.number().int().min(1).max(20).default(3) })).output(
    z.object({
      days: z.array(z.object({ day: z.string(), total: z.number(), late: z.number(), rows: z.array(deadline) })),
      /** Under their month or year ("2027-03", "2027") or in words. */
      notOnADay: z.object({ rows: z.array(deadline), total: z.number() }),
    }),
  ),
  /** The same deadlines as a calendar file: kinds and references only. What is not known to the day is left out and counted. */
  calendarFile: procedure
    .input(z.object({ ...span, kinds }))
    .output(z.object({ fileName: z.string(), text: z.string(), entries: z.number(), leftOut: z.number() })),
};
