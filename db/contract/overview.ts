import { z } from 'zod';
import { procedure } from './common.ts';

const link = z.discriminatedUnion('place', [
  z.object({ place: z.literal('review'), reviewId: z.string() }),
  z.object({ place: z.literal('action'), actionId: z.string() }),
  z.object({ place: z.literal('actions'), filter: z.record(z.string(), z.string()) }),
  z.object({ place: z.literal('reviews'), filter: z.record(z.string(), z.string()) }),
  z.object({ place: z.literal('publication'), filter: z.record(z.string(), z.string()) }),
  z.object({ place: z.literal('meeting'), meetingId: z.string() }),
  z.object({ place: z.literal('none') }),
]);
/** Where a figure leads: the filters are those of the list's own query, as text. */
export type OverviewLink = z.infer<typeof link>;

export const overviewData = z.object({
  today: z.string(),
  counts: z.object({
    liveReviews: z.number(),
    reviews: z.number(),
    openActions: z.number(),
    actions: z.number(),
    overdueActions: z.number(),
    dueSoonActions: z.number(),
    noUpdateActions: z.number(),
    noTargetActions: z.number(),
    awaitingSignOffActions: z.number(),
    breachedClocks: z.number(),
    /** Reviews with at least one such clock: what the list of late reviews holds. */
    lateReviews: z.number(),
    completeUnpublished: z.number(),
  }),
  /** What is late, the latest first, said in words; `lateTotal` counts all of it, `late` holds the first of it. */
  late: z.array(
    z.object({
      kind: z.enum(['clock', 'action', 'delay-review', 'publication', 'hand-over', 'agency-report']),
      /** Of what: "Baby T · SCR 2019/02". */
      subject: z.string(),
      /** "12 working days late, was due 8 May 2020 (15 working days from notification)". */
      words: z.string(),
      why: z.string(),
      daysLate: z.number(),
      link,
    }),
  ),
  lateTotal: z.number(),
  reviewsByTypeAndStage: z.array(
    z.object({
      reviewTypeId: z.string(),
      reviewType: z.string(),
      shortName: z.string(),
      total: z.number(),
      stages: z.array(z.object({ kind: z.string(), label: z.string(), count: z.number() })),
    }),
  ),
  delays: z.array(
    z.object({
      delayReasonId: z.string(),
      reason: z.string(),
      reviews: z.number(),
      longestDays: z.number().nullable(),
      /** Null where of none of its delays the first day is known; `undated` is how many such there are. */
      totalDays: z.number().nullable(),
      undated: z.number(),
    }),
  ),
  publicationStatements: z.array(z.string()),
  actionsByRag: z.array(
    z.object({ level: z.string(), label: z.string(), tone: z.string(), symbol: z.string(), count: z.number() }),
  ),
  actionsByAgency: z.array(
    z.object({
      agencyId: z.string().nullable(),
      agency: z.string(),
      open: z.number(),
      overdue: z.number(),
      dueSoon: z.number(),
      noUpdate: z.number(),
      awaitingSignOff: z.number(),
      lastRequestedOn: z.string().nullable(),
    }),
  ),
  awaitingSignOff: z.array(
    z.object({
      bodyId: z.string(),
      body: z.string(),
      reports: z.number(),
      plans: z.number(),
      /** Plans that answer reports of other bodies. */
      answeringPlans: z.number(),
      actions: z.number(),
    }),
  ),
  next: z.array(
    z.object({
      on: z.string(),
      kind: z.enum(['clock', 'meeting', 'paper-deadline', 'delay-review', 'hand-over']),
      subject: z.string(),
      /** What is due, without its date: that stands in `on`. */
      words: z.string(),
      link,
    }),
  ),
});
export type OverviewData = z.infer<typeof overviewData>;

export const overview = {
  get: procedure.output(overviewData),
};
