import { z } from 'zod';
import { ACTION_STATES, APPROVAL_KINDS, OWNER_KINDS } from '../domain/codes.ts';
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
  requiredText,
  saved,
  sortBy,
} from './common.ts';
import { recordShapes } from './records.ts';

const ids = z.array(id).min(1).max(50_000);

export const actionFilter = z.object({
  /** Looked for in number, text and review reference. */
  find: z.string().max(200).optional(),
  agencyId: z.array(z.string()).optional(),
  reviewId: z.array(z.string()).optional(),
  externalReportId: z.string().optional(),
  /** The level that is shown: confirmed by the board, else computed; "none" where there is none. */
  rag: z.array(z.string()).optional(),
  state: z.array(z.enum(ACTION_STATES)).optional(),
  open: z.boolean().optional(),
  overdue: z.boolean().optional(),
  /** Open, and due from today on within the days that the scheme calls soon. */
  dueSoon: z.boolean().optional(),
  noUpdate: z.boolean().optional(),
  noTarget: z.boolean().optional(),
  awaitingSignOff: z.boolean().optional(),
  /** Awaiting the decision of this body, by the ladder for actions. */
  awaitingBodyId: z.string().optional(),
  moved: z.boolean().optional(),
  themeId: z.string().optional(),
});
export type ActionFilter = z.infer<typeof actionFilter>;

export const ACTION_SORTS = ['target', 'review', 'number', 'agency', 'state', 'rag', 'lastUpdate', 'moved'] as const;

export const actionRow = z.object({
  id,
  number: z.string(),
  text: z.string(),
  reviewId: z.string().nullable(),
  /** Reference of the review, external report or meeting that the action comes from. */
  origin: z.string(),
  recommendationId: z.string().nullable(),
  recommendationNumber: z.string().nullable(),
  leadAgencyId: z.string().nullable(),
  leadAgency: z.string().nullable(),
  multiAgency: z.number(),
  ownerKind: z.enum(OWNER_KINDS),
  owner: z.string(),
  leadPost: z.string(),
  targetDate: z.string().nullable(),
  targetText: z.string().nullable(),
  targetMeetingId: z.string().nullable(),
  /** The last day that the target allows. */
  targetDay: z.string().nullable(),
  state: z.enum(ACTION_STATES),
  stateSince: z.string().nullable(),
  ragComputed: z.string().nullable(),
  ragAsserted: z.string().nullable(),
  ragConfirmed: z.string().nullable(),
  /** The level that lists show, and which of the three it is. */
  rag: z.string().nullable(),
  ragFrom: z.enum(['computed', 'asserted', 'confirmed']).nullable(),
  lastUpdateOn: z.string().nullable(),
  lastRequestedOn: z.string().nullable(),
  noUpdate: z.boolean(),
  timesMoved: z.number(),
  evidenceCount: z.number(),
  /** Calendar days past the target for an open action, else null. */
  daysLate: z.number().nullable(),
});
export type ActionRow = z.infer<typeof actionRow>;

const withId = { id };

export const actionDetail = z.object({
  action: actionRow.extend({
    successMeasure: z.string(),
    ragAssertedOn: z.string().nullable(),
    ragConfirmedOn: z.string().nullable(),
    removed: z.number().nullable(),
  }),
  recommendation: z.object({ id, number: z.string(), text: z.string() }).nullable(),
  review: z.object({ id, reference: z.string(), label: z.string(), type: z.string() }).nullable(),
  /** "Overdue by 12 days, was due 8 May 2020; target moved twice." */
  words: z.string(),
  jointLeads: z.array(recordShapes.actionJointLeads.extend({ ...withId, agency: z.string() })),
  earlierTargets: z.array(
    z.object({
      id,
      targetDate: z.string().nullable(),
      targetText: z.string().nullable(),
      movedOn: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  milestones: z.array(recordShapes.actionMilestones.extend(withId)),
  measures: z.array(recordShapes.measures.extend(withId)),
  evidence: z.array(
    recordShapes.evidence.extend({
      ...withId,
      linkId: z.string(),
      agency: z.string().nullable(),
      alsoServes: z.number(),
    }),
  ),
  updates: z.array(recordShapes.progressUpdates.extend({ ...withId, agency: z.string().nullable() })),
  requests: z.array(
    z.object({
      id,
      requestedOn: z.string(),
      dueOn: z.string().nullable(),
      agency: z.string().nullable(),
      note: z.string(),
    }),
  ),
  moves: z.array(
    z.object({
      id,
      fromState: z.string(),
      toState: z.string(),
      date: z.string().nullable(),
      body: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  approvals: z.array(z.lazy(() => approvalOfAction)),
  ladder: z.object({
    words: z.string(),
    steps: z.array(
      z.object({
        id: z.string(),
        body: z.string(),
        bodyId: z.string(),
        kind: z.string(),
        state: z.string(),
        words: z.string(),
      }),
    ),
  }),
  themes: z.array(z.object({ id, themeId: z.string(), name: z.string() })),
  /** States that it can move to now, who may move it there, and whether a reason is needed. */
  mayMoveTo: z.array(
    z.object({ state: z.enum(ACTION_STATES), label: z.string(), by: z.string(), needsReason: z.boolean() }),
  ),
});
export type ActionDetail = z.infer<typeof actionDetail>;

const approvalOfAction = z.object({
  id,
  kind: z.string(),
  body: z.string(),
  date: z.string().nullable(),
  dateText: z.string().nullable(),
  minuteReference: z.string(),
  note: z.string(),
  revokedOn: z.string().nullable(),
  revokedReason: z.string(),
  conditions: z.array(
    z.object({ id, text: z.string(), dischargedOn: z.string().nullable(), dischargedBy: z.string() }),
  ),
});

/** What was done to how many; `refused` names each that was left alone, and why. */
const savedMany = saved.extend({
  changed: z.number(),
  refused: z.array(z.object({ id: z.string(), number: z.string(), why: z.string() })),
});
export type SavedMany = z.infer<typeof savedMany>;

export const actions = {
  list: procedure
    .input(z.object({ filter: actionFilter, sort: sortBy(ACTION_SORTS).optional(), ...pageOf }))
    .output(z.object({ rows: z.array(actionRow), total: z.number(), of: z.number() })),
  /** The ids of everything that the filter finds, for "select all". */
  ids: procedure.input(z.object({ filter: actionFilter })).output(z.object({ ids: z.array(z.string()) })),
  get: procedure.input(z.object({ id })).output(actionDetail),
  add: procedure
    .input(
      z.object({
        number: requiredLine,
        text: requiredText,
        recommendationId: id.nullable().default(null),
        reviewId: id.nullable().default(null),
        meetingId: id.nullable().default(null),
        leadAgencyId: id.nullable().default(null),
        ownerKind: z.enum(OWNER_KINDS).default('nobody'),
        owner: line.default(''),
        targetDate: partialDate.nullable().default(null),
        targetText: line.nullable().default(null),
        targetMeetingId: id.nullable().default(null),
        successMeasure: longText.default(''),
      }),
    )
    .output(added),
  /** Moves the target of each; the earlier one is kept with the reason. A first target needs no reason. */
  changeTarget: procedure
    .input(
      z.object({
        ids,
        targetDate: partialDate.nullable(),
        targetText: line.nullable().default(null),
        targetMeetingId: id.nullable().default(null),
        reason: line.default(''),
      }),
    )
    .output(savedMany),
  moveState: procedure
    .input(
      z.object({
        ids,
        to: z.enum(ACTION_STATES),
        date: partialDate.nullable().default(null),
        bodyId: id.nullable().default(null),
        reason: line.default(''),
      }),
    )
    .output(savedMany),
  addUpdate: procedure
    .input(
      z.object({
        ids,
        agencyId: id.nullable().default(null),
        date: partialDate,
        text: requiredText,
        ragAsserted: z.string().max(60).nullable().default(null),
      }),
    )
    .output(savedMany),
  requestUpdates: procedure
    .input(z.object({ ids, requestedOn: civilDate, dueOn: civilDate.nullable().default(null), note: line.default('') }))
    .output(savedMany),
  addEvidence: procedure
    .input(
      z.object({
        ids,
        what: requiredText,
        agencyId: id.nullable().default(null),
        fromWhom: line.default(''),
        date: partialDate.nullable().default(null),
        dateText: line.nullable().default(null),
        heldAt: line.default(''),
      }),
    )
    .output(savedMany),
  /** Records what the agency asserts or what the board confirms; null takes the rating away. */
  rate: procedure
    .input(
      z.object({
        ids,
        which: z.enum(['asserted', 'confirmed']),
        level: z.string().max(60).nullable(),
        on: partialDate.nullable().default(null),
      }),
    )
    .output(savedMany),
  setLeadAgency: procedure.input(z.object({ ids, leadAgencyId: id.nullable() })).output(savedMany),
  remove: procedure.input(z.object({ ids, reason })).output(savedMany),
  /** Links evidence that is already recorded to further actions. */
  linkEvidence: procedure.input(z.object({ evidenceId: id, ids })).output(savedMany),
  unlinkEvidence: procedure.input(z.object({ linkId: id })).output(saved),
};

/** Recording an approval is one act for a report, a plan or several actions at once. */
export const approvals = {
  record: procedure
    .input(
      z.object({
        appliesTo: z.enum(['report', 'plan', 'action']),
        reviewId: id.nullable().default(null),
        externalReportId: id.nullable().default(null),
        actionIds: z.array(id).max(50_000).default([]),
        bodyId: id,
        meetingId: id.nullable().default(null),
        kind: z.enum(APPROVAL_KINDS),
        date: partialDate.nullable().default(null),
        dateText: line.nullable().default(null),
        minuteReference: line.default(''),
        note: longText.default(''),
        conditions: z.array(requiredLine).max(50).default([]),
        /** For actions: also moves the state as the decision means (evidence accepted, signed off). */
        moveState: z.boolean().default(true),
      }),
    )
    .output(savedMany),
  revoke: procedure.input(z.object({ id, revokedOn: partialDate, reason })).output(saved),
  dischargeCondition: procedure
    .input(z.object({ conditionId: id, dischargedOn: partialDate, dischargedBy: line.default('') }))
    .output(saved),
};
