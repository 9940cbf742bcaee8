import { z } from 'zod';
import {
  CLOCK_STATES,
  EVENT_KINDS,
  LABEL_KINDS,
  PUBLICATION_STATES,
  REVIEW_LEADS,
  STAGE_KINDS,
} from '../domain/codes.ts';
import { PROCEED_DECISIONS } from '../domain/proceed-words.ts';
import {
  added,
  civilDate,
  id,
  line,
  longText,
  pageOf,
  partialDate,
  procedure,
  reason,
  requiredLine,
  saved,
  sortBy,
} from './common.ts';
import { actionRow } from './actions.ts';
import { recordShapes } from './records.ts';

const withId = { id };

export const reviewFilter = z.object({
  /** Looked for in reference, title and labels. */
  find: z.string().max(200).optional(),
  reviewTypeId: z.array(z.string()).optional(),
  stageKind: z.array(z.enum(STAGE_KINDS)).optional(),
  lead: z.array(z.enum(REVIEW_LEADS)).optional(),
  publication: z.array(z.enum(PUBLICATION_STATES)).optional(),
  /** Reviews with a clock that is past its due date and neither stopped nor relaxed. */
  late: z.boolean().optional(),
  live: z.boolean().optional(),
  /** Complete and not yet published. */
  completeUnpublished: z.boolean().optional(),
  /** The day to look at the retention again has come, of the review or of its case. */
  retentionDue: z.boolean().optional(),
  /** On legal hold, itself or its case. */
  legalHold: z.boolean().optional(),
  /** Grown out of another review. */
  converted: z.boolean().optional(),
  delayReasonId: z.string().optional(),
  themeId: z.string().optional(),
  /** The report, or the action plan, waits for this body next. */
  awaitingReportOf: z.string().optional(),
  awaitingPlanOf: z.string().optional(),
});
export type ReviewFilter = z.infer<typeof reviewFilter>;

export const REVIEW_SORTS = ['reference', 'label', 'type', 'stage', 'due', 'started', 'actions', 'overdue'] as const;

export const reviewRow = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  /** The first label of the case for inside use, e.g. "Baby T". */
  label: z.string(),
  reviewTypeId: z.string(),
  reviewType: z.string(),
  typeShortName: z.string(),
  stage: z.string(),
  stageKind: z.enum(STAGE_KINDS),
  lead: z.enum(REVIEW_LEADS),
  ownerPost: z.string(),
  startedOn: z.string().nullable(),
  /** The next clock that is neither stopped nor relaxed: its name and due date. */
  nextClock: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  late: z.boolean(),
  publication: z.enum(PUBLICATION_STATES),
  actions: z.number(),
  openActions: z.number(),
  overdueActions: z.number(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

/** A review on the stage board. */
export const stageCard = reviewRow
  .pick({
    id: true,
    reference: true,
    label: true,
    title: true,
    reviewTypeId: true,
    reviewType: true,
    typeShortName: true,
    stage: true,
    stageKind: true,
    lead: true,
    nextClock: true,
    nextDueOn: true,
    late: true,
    openActions: true,
    overdueActions: true,
  })
  .extend({
    stageId: z.string(),
    /** The body it was handed over to: then it is read-only here. */
    handedOverTo: z.string().nullable(),
  });
export type StageCard = z.infer<typeof stageCard>;

export const clockReading = z.object({
  id,
  name: z.string(),
  state: z.enum(CLOCK_STATES),
  /** The whole of it in a sentence. */
  words: z.string(),
  runsFrom: z.enum(EVENT_KINDS),
  stopsAt: z.enum(EVENT_KINDS),
  runsFromDate: z.string().nullable(),
  dueOn: z.string().nullable(),
  computedDueOn: z.string().nullable(),
  overridden: z.boolean(),
  stoppedOn: z.string().nullable(),
  used: z.number().nullable(),
  remaining: z.number().nullable(),
  late: z.number().nullable(),
  rule: z.string(),
  dayZero: z.string(),
  source: z.string(),
  confirmed: z.boolean(),
  holidaysCrossed: z.array(z.object({ date: z.string(), name: z.string() })),
  tableVersion: z.string(),
  /** The edition of the table that the clock was started with; "" where that is not known. */
  startedWithTable: z.string(),
  /** When the event that stops it is expected; null when nothing is, or it has stopped. */
  forecast: z
    .object({ date: z.string().nullable(), text: z.string().nullable(), isLate: z.boolean(), words: z.string() })
    .nullable(),
  /** The clock's own fields, for editing them. */
  clock: recordShapes.clocks.extend(withId),
});
export type ClockReadingRow = z.infer<typeof clockReading>;

export const ladderReading = z.object({
  appliesTo: z.enum(['report', 'plan', 'action']),
  words: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      position: z.number(),
      bodyId: z.string(),
      body: z.string(),
      kind: z.string(),
      state: z.enum(['met', 'met-with-conditions', 'outstanding', 'deferred', 'rejected']),
      words: z.string(),
    }),
  ),
});
export type LadderReading = z.infer<typeof ladderReading>;

export const approvalRow = z.object({
  id,
  appliesTo: z.enum(['report', 'plan', 'action']),
  kind: z.string(),
  bodyId: z.string(),
  body: z.string(),
  meetingId: z.string().nullable(),
  date: z.string().nullable(),
  dateText: z.string().nullable(),
  minuteReference: z.string(),
  note: z.string(),
  revokedOn: z.string().nullable(),
  revokedReason: z.string(),
  /** It does not count until it is settled: another was recorded apart from it. */
  waits: z.boolean(),
  conditions: z.array(
    z.object({ id, text: z.string(), dischargedOn: z.string().nullable(), dischargedBy: z.string() }),
  ),
});
export type ApprovalRow = z.infer<typeof approvalRow>;

export const delayRow = recordShapes.publicationDelays.extend({
  ...withId,
  reasons: z.array(z.object({ id: z.string(), name: z.string(), phrase: z.string() })),
  notices: z.array(recordShapes.delayNotices.extend(withId)),
  /** Calendar days so far, or until it ended; null when it is not known since when. */
  days: z.number().nullable(),
  reviewOverdue: z.boolean(),
  /** It is open though its end was expected before today. */
  endPassed: z.boolean(),
  words: z.string(),
});
export type DelayRow = z.infer<typeof delayRow>;

export const reviewDetail = z.object({
  review: recordShapes.reviews.extend({ ...withId, stageId: z.string(), removed: z.number().nullable() }),
  case: recordShapes.cases.extend(withId),
  /** The other reviews of the case. */
  siblings: z.array(
    z.object({
      id,
      reference: z.string(),
      type: z.string(),
      stage: z.string(),
      stageKind: z.enum(STAGE_KINDS),
      convertedFromReviewId: z.string().nullable(),
    }),
  ),
  /** Read-only here since then; null while the review is this board's. */
  handedOver: z.object({ body: z.string(), on: z.string(), acceptedOn: z.string().nullable() }).nullable(),
  /** It began on another board, whose history came with it. */
  hasHistoryBefore: z.boolean(),
  subjects: z.array(recordShapes.subjects.extend(withId)),
  labels: z.array(recordShapes.labels.extend(withId)),
  milestones: z.array(recordShapes.milestones.extend(withId)),
  clocks: z.array(clockReading),
  agencyReports: z.array(recordShapes.agencyReports.extend({ ...withId, agency: z.string() })),
  evaluations: z.array(recordShapes.evaluations.extend(withId)),
  handOvers: z.array(recordShapes.handOvers.extend(withId)),
  proceedDecisions: z.array(recordShapes.proceedDecisions.extend({ ...withId, waits: z.boolean() })),
  familyContacts: z.array(recordShapes.familyContacts.extend(withId)),
  accuracyRounds: z.array(recordShapes.accuracyRounds.extend(withId)),
  boardResponses: z.array(recordShapes.boardResponses.extend(withId)),
  reviewBodies: z.array(recordShapes.reviewBodies.extend(withId)),
  notes: z.array(recordShapes.notes.extend(withId)),
  publication: z.object({
    state: z.enum(PUBLICATION_STATES),
    words: z.string(),
    daysDelayed: z.number().nullable(),
    record: recordShapes.publications.extend(withId).nullable(),
    decisions: z.array(
      z.object({
        id,
        decision: z.string(),
        basis: z.string(),
        agreedBy: z.string(),
        disagreedBy: z.string(),
        bodyId: z.string().nullable(),
        decidedOn: z.string().nullable(),
        decidedText: z.string().nullable(),
        waits: z.boolean(),
      }),
    ),
    delays: z.array(delayRow),
  }),
  recommendations: z.array(
    recordShapes.recommendations.extend({
      ...withId,
      responses: z.array(recordShapes.recommendationResponses.extend({ ...withId, agency: z.string() })),
      themeIds: z.array(z.string()),
    }),
  ),
  /** Actions of this review, whether they answer a recommendation or stand alone. */
  actions: z.array(actionRow),
  approvals: z.array(approvalRow),
  ladders: z.array(ladderReading),
  themes: z.array(recordShapes.reviewThemes.extend({ ...withId, name: z.string() })),
  learningProducts: z.array(recordShapes.learningProducts.extend(withId)),
  impactChecks: z.array(recordShapes.impactChecks.extend(withId)),
  statedFigures: z.array(recordShapes.statedFigures.extend(withId)),
  operations: z.number(),
});
export type ReviewDetail = z.infer<typeof reviewDetail>;

export const timelineRow = z.object({
  id,
  reference: z.string(),
  label: z.string(),
  typeShortName: z.string(),
  stage: z.string(),
  stageKind: z.enum(STAGE_KINDS),
  /** First and last dated event, as days. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), on: z.string(), text: z.string(), imprecise: z.boolean() })),
  clocks: z.array(
    z.object({
      name: z.string(),
      from: z.string(),
      due: z.string(),
      stopped: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
  delays: z.array(z.object({ reason: z.string(), from: z.string(), until: z.string().nullable() })),
});
export type TimelineRow = z.infer<typeof timelineRow>;

export const reviews = {
  list: procedure
    .input(z.object({ filter: reviewFilter, sort: sortBy(REVIEW_SORTS).optional(), ...pageOf }))
    .output(z.object({ rows: z.array(reviewRow), total: z.number(), of: z.number() })),
  timeline: procedure
    .input(z.object({ filter: reviewFilter, ...pageOf }))
    .output(z.object({ rows: z.array(timelineRow), total: z.number(), of: z.number() })),
  get: procedure.input(z.object({ id })).output(reviewDetail),
  /** What the next reference of this type and year would be, e.g. "LCSPR 2026/03". */
  suggestReference: procedure.input(z.object({ reviewTypeId: id })).output(z.object({ reference: z.string() })),
  /**
   * Records a review in one go: its case (a new one, or `caseId`), a label, its type (with the stages, the regime in force on
   * the notification date and the clocks of that type), and the notification.
   */
  add: procedure
    .input(
      z.object({
        reference: requiredLine,
        reviewTypeId: id,
        caseId: id.optional(),
        label: line.default(''),
        labelKind: z.enum(LABEL_KINDS).default('pseudonym'),
        title: line.default(''),
        lead: z.enum(REVIEW_LEADS).default('own'),
        leadBody: line.default(''),
        ownerPost: line.default(''),
        incidentOn: partialDate.nullable().default(null),
        incidentText: line.nullable().default(null),
        notifiedOn: partialDate.nullable().default(null),
        notifiedText: line.nullable().default(null),
        convertedFromReviewId: id.nullable().default(null),
      }),
    )
    .output(added),
  /** Another stage of the same type. Going back, or to "not proceeding", needs a reason. */
  moveStage: procedure.input(z.object({ id, stageId: id, reason: line.default('') })).output(saved),
  /** How many reviews the filter finds at each kind of stage. */
  stageCounts: procedure.input(z.object({ filter: reviewFilter })).output(
    z.object({
      counts: z.array(z.object({ stageKind: z.enum(STAGE_KINDS), count: z.number(), late: z.number() })),
      total: z.number(),
      of: z.number(),
    }),
  ),
  /** One column of the stage board, the soonest due first. */
  stageColumn: procedure
    .input(z.object({ filter: reviewFilter, stageKind: z.enum(STAGE_KINDS), ...pageOf }))
    .output(z.object({ rows: z.array(stageCard), total: z.number(), of: z.number() })),
  /** The review that this one became, of the same case: its lead, trigger and period go along. */
  convert: procedure
    .input(
      z.object({
        id,
        reviewTypeId: id,
        reference: requiredLine,
        initiatedOn: partialDate.nullable().default(null),
        initiatedText: line.nullable().default(null),
      }),
    )
    .output(added),
  /** Reviews that grew out of others, by the year they began and by type. */
  conversions: procedure.output(
    z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          /** Null where no date says when. */
          year: z.string().nullable(),
          fromTypeId: id,
          fromType: z.string(),
          toTypeId: id,
          toType: z.string(),
          count: z.number(),
        }),
      ),
    }),
  ),
  /**
   * The decision whether to hold the review, with who was told and when, and the stage it leads to, in one go. Not to proceed
   * needs its reasons. `move` false leaves the stage as it is.
   */
  decideProceed: procedure
    .input(
      z.object({
        id,
        decision: z.enum(PROCEED_DECISIONS),
        decidedOn: partialDate.nullable().default(null),
        decidedBy: line.default(''),
        reasons: longText.default(''),
        told: line.default(''),
        toldOn: partialDate.nullable().default(null),
        move: z.boolean().default(true),
      }),
    )
    .output(added),
  /** Asks several agencies for their reports at once. Agencies that were asked already are refused by name. */
  requestAgencyReports: procedure
    .input(
      z.object({
        id,
        agencyIds: z.array(id).min(1, 'choose at least one agency'),
        requestedOn: partialDate.nullable().default(null),
        dueOn: partialDate.nullable().default(null),
        note: longText.default(''),
      }),
    )
    .output(saved.extend({ changed: z.number() })),
  /** Sends the draft to several agencies to be checked for facts: the next round. */
  sendForAccuracy: procedure
    .input(
      z.object({
        id,
        agencyIds: z.array(id).min(1, 'choose at least one agency'),
        sentOn: partialDate.nullable().default(null),
        dueOn: partialDate.nullable().default(null),
        note: longText.default(''),
      }),
    )
    .output(saved.extend({ round: z.number() })),
  /** Moves the review to "closed" and dates it. A reason is needed while something is still open. */
  close: procedure.input(z.object({ id, closedOn: partialDate, reason: line.default('') })).output(saved),
  /** Puts the review, or its case, on legal hold or lifts the hold, with the reason. */
  hold: procedure.input(z.object({ id, of: z.enum(['review', 'case']), isHeld: z.boolean(), reason })).output(saved),
  remove: procedure.input(z.object({ id, reason })).output(saved),
  /** Reads a clock as it would be if the event it runs from were on that day. */
  whatIf: procedure
    .input(z.object({ clockId: id, eventOn: civilDate }))
    .output(z.object({ dueOn: z.string().nullable(), words: z.string() })),
};
