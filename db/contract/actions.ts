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
import { attachedFile } from './attachments.ts';
import { named } from './meetings.ts';
import { recordShapes } from './records.ts';

const ids = z.array(id).min(1).max(50_000);

export const actionFilter = z.object({
  /** Looked for in number, text and review reference. */
  find: z.string().max(200).optional(),
  agencyId: z.array(z.string()).optional(),
  /** That this agency leads jointly with another. */
  jointAgencyId: z.string().optional(),
  reviewId: z.array(z.string()).optional(),
  externalReportId: z.string().optional(),
  recommendationId: z.string().optional(),
  /** That this item of evidence serves. */
  evidenceId: z.string().optional(),
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

const relatedAction = z.object({ id, number: z.string(), text: z.string() });

export const actionDetail = z.object({
  action: actionRow.extend({
    successMeasure: z.string(),
    ragAssertedOn: z.string().nullable(),
    ragConfirmedOn: z.string().nullable(),
    removed: z.number().nullable(),
  }),
  recommendation: z.object({ id, number: z.string(), text: z.string() }).nullable(),
  review: z.object({ id, reference: z.string(), label: z.string(), type: z.string() }).nullable(),
  /** The report of somebody else that it answers. */
  externalReport: z.object({ id, reference: z.string(), title: z.string() }).nullable(),
  /** The meeting whose minutes it comes from. */
  meeting: z.object({ id, body: z.string(), date: z.string().nullable(), dateText: z.string().nullable() }).nullable(),
  supersededBy: relatedAction.nullable(),
  /** Actions that this one took the place of. */
  supersedes: z.array(relatedAction),
  /** What does not fit among its dates, in sentences: it may be right, and is never put right silently. */
  oddities: z.array(z.string()),
  /** "Overdue by 12 days, was due 8 May 2020; target moved twice." */
  words: z.string(),
  jointLeads: z.array(recordShapes.actionJointLeads.extend({ ...withId, agency: z.string() })),
  earlierTargets: z.array(
    z.object({
      id,
      targetDate: z.string().nullable(),
      targetText: z.string().nullable(),
      /** The meeting that was the target, in words; null where none was. */
      meeting: z.string().nullable(),
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
      attachments: z.array(attachedFile),
    }),
  ),
  updates: z.array(
    recordShapes.progressUpdates.extend({
      ...withId,
      agency: z.string().nullable(),
      ragAsserted: z.string().nullable(),
      reportedState: z.enum(ACTION_STATES).nullable(),
    }),
  ),
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
      fromState: z.enum(ACTION_STATES),
      toState: z.enum(ACTION_STATES),
      date: z.string().nullable(),
      body: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  approvals: z.array(z.lazy(() => approvalOfAction)),
  /** Whether the change worked: checks planned and done. */
  impactChecks: z.array(recordShapes.impactChecks.extend({ ...withId, overdue: z.boolean() })),
  /** Where it stands on agendas, and what was decided of it there; the newest first. */
  agendaItems: z.array(
    z.object({
      id,
      title: z.string(),
      meeting: named,
      decisions: z.array(z.string()),
    }),
  ),
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
  /** It does not count until it is settled: another was recorded apart from it. */
  waits: z.boolean(),
  conditions: z.array(
    z.object({ id, text: z.string(), dischargedOn: z.string().nullable(), dischargedBy: z.string() }),
  ),
});

/** What was done to how many; `refused` names each that was left alone, and why. */
export const savedMany = saved.extend({
  changed: z.number(),
  refused: z.array(z.object({ id: z.string(), number: z.string(), why: z.string() })),
});
export type SavedMany = z.infer<typeof savedMany>;

export const evidenceFilter = z.object({
  /** Looked for in what it is, from whom, where it is held, its note and the names of its files. */
  find: z.string().max(200).optional(),
  agencyId: z.array(z.string()).optional(),
  /** Serves no action. */
  unlinked: z.boolean().optional(),
  withFiles: z.boolean().optional(),
  withoutFiles: z.boolean().optional(),
  /** Dated in no way at all. */
  undated: z.boolean().optional(),
});
export type EvidenceFilter = z.infer<typeof evidenceFilter>;

export const EVIDENCE_SORTS = ['date', 'what', 'agency', 'heldAt', 'actions', 'files'] as const;

const evidenceFields = { ...recordShapes.evidence.shape, id, agency: z.string().nullable() };

export const evidenceRow = z.object({
  ...evidenceFields,
  /** How many actions it serves. */
  actions: z.number(),
  files: z.number(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

export const evidenceDetail = z.object({
  ...evidenceFields,
  removed: z.number().nullable(),
  attachments: z.array(attachedFile),
  /** The first of the actions it serves; `actionCount` says how many there are. */
  actions: z.array(actionRow.extend({ linkId: z.string() })),
  actionCount: z.number(),
});
export type EvidenceDetail = z.infer<typeof evidenceDetail>;

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
        /** What the agency says of the state. It moves nothing: that is an act of its own. */
        reportedState: z.enum(ACTION_STATES).nullable().default(null),
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
  setOwner: procedure
    .input(z.object({ ids, ownerKind: z.enum(OWNER_KINDS), owner: line.default('') }))
    .output(savedMany),
  /** Files each under the themes of `add` and takes it off those of `takeOff`. */
  changeThemes: procedure
    .input(z.object({ ids, add: z.array(id).max(100).default([]), takeOff: z.array(id).max(100).default([]) }))
    .output(savedMany),
  /** Makes several of one. Each part has the plan, lead, owner, target and themes of the original where it has none of its own. */
  split: procedure
    .input(
      z.object({
        id,
        parts: z
          .array(z.object({ number: requiredLine, text: requiredText, leadAgencyId: id.nullable().optional() }))
          .min(1)
          .max(50),
        original: z.enum(['superseded', 'kept']),
        date: partialDate.nullable().default(null),
        reason: line.default(''),
      }),
    )
    .output(saved.extend({ ids: z.array(id) })),
  /**
   * Makes one of several: one of them (`intoId`), or a new one with this number and text. The others are superseded by it; it
   * takes on their evidence, themes and leads. All of it or nothing.
   */
  merge: procedure
    .input(
      z.object({
        ids: z.array(id).min(2).max(500),
        intoId: id.nullable(),
        number: line.default(''),
        text: longText.default(''),
        date: partialDate.nullable().default(null),
        reason,
      }),
    )
    .output(added),
  supersede: procedure
    .input(z.object({ ids, byId: id, date: partialDate.nullable().default(null), reason }))
    .output(savedMany),
  /** Takes up again what was complete or set aside. Approvals stay on record: each is revoked by its own act. */
  reopen: procedure
    .input(
      z.object({
        ids,
        to: z.enum(['not-started', 'in-progress']).default('in-progress'),
        date: partialDate.nullable().default(null),
        reason,
      }),
    )
    .output(savedMany),
  /** Another area’s action: kept to be seen, not counted. `leadAgencyId` names whose it is; left out, the lead stays. */
  setOutside: procedure
    .input(
      z.object({ ids, leadAgencyId: id.nullable().optional(), date: partialDate.nullable().default(null), reason }),
    )
    .output(savedMany),
  remove: procedure.input(z.object({ ids, reason })).output(savedMany),
  /** Links evidence that is already recorded to further actions. */
  linkEvidence: procedure.input(z.object({ evidenceId: id, ids })).output(savedMany),
  unlinkEvidence: procedure.input(z.object({ linkId: id })).output(saved),
  /** Everything that shows that something was done, whatever actions it serves. */
  listEvidence: procedure
    .input(z.object({ filter: evidenceFilter, sort: sortBy(EVIDENCE_SORTS).optional(), ...pageOf }))
    .output(z.object({ rows: z.array(evidenceRow), total: z.number(), of: z.number() })),
  getEvidence: procedure.input(z.object({ id })).output(evidenceDetail),
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
