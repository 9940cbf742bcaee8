import { z } from 'zod';
import { id, procedure } from './common.ts';
import { recordShapes } from './records.ts';

export const agencyRow = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  sector: z.string(),
  contactPost: z.string(),
  outsideArea: z.number(),
  /** Names it bore before; found by these too. */
  formerNames: z.array(z.string()),
  /** Who took over from it, when somebody did. */
  succeededBy: z.string().nullable(),
  open: z.number(),
  overdue: z.number(),
  noUpdate: z.number(),
  awaitingSignOff: z.number(),
  /** Reports to reviews that were asked for and have not come, or went back for quality. */
  reportsDue: z.number(),
  reportsOverdue: z.number(),
  /** Meetings of the last year it was expected at, and those it attended itself or by a deputy. */
  expected: z.number(),
  attended: z.number(),
  /** Of its open actions. */
  lastUpdateOn: z.string().nullable(),
  lastRequestedOn: z.string().nullable(),
});
export type AgencyRow = z.infer<typeof agencyRow>;

/** A name borne for a time, and a succession from one to the other: the same for agencies and bodies. */
const datedName = z.object({
  id,
  name: z.string(),
  fromDate: z.string().nullable(),
  untilDate: z.string().nullable(),
});
const succession = z.object({
  id,
  /** The other one's, with its name now. */
  otherId: id,
  other: z.string(),
  onDate: z.string().nullable(),
  note: z.string(),
});
const overTime = {
  names: z.array(datedName),
  /** Who it took over from, and who took over from it. */
  predecessors: z.array(succession),
  successors: z.array(succession),
};
export type NamesOverTime = {
  readonly names: readonly z.infer<typeof datedName>[];
  readonly predecessors: readonly z.infer<typeof succession>[];
  readonly successors: readonly z.infer<typeof succession>[];
};

const date = z.string().nullable();
/** What it was called at the time, when that was not its name of now. */
const nameThen = z.string().nullable();
const pageOfRows = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number() });

const report = z.object({
  id,
  reviewId: id,
  reference: z.string(),
  label: z.string(),
  requestedOn: date,
  dueOn: date,
  receivedOn: date,
  returnedOn: date,
  acceptedOn: date,
  state: z.enum(['not-requested', 'due', 'overdue', 'received', 'returned', 'accepted']),
  nameThen,
});
export type AgencyReportRow = z.infer<typeof report>;

const response = z.object({
  id,
  recommendationId: id,
  number: z.string(),
  text: z.string(),
  /** The review or the report that the recommendation comes from. */
  origin: z.string(),
  reviewId: z.string().nullable(),
  externalReportId: z.string().nullable(),
  response: z.string().nullable(),
  rationale: z.string(),
  respondedOn: date,
  nameThen,
});
export type ResponseRow = z.infer<typeof response>;

const ofAction = { id, actionId: id, number: z.string(), origin: z.string() };

export const agencyDetail = z.object({
  agency: recordShapes.agencies.extend({ id, removed: z.number().nullable() }),
  ...overTime,
  figures: agencyRow.pick({
    open: true,
    overdue: true,
    noUpdate: true,
    awaitingSignOff: true,
    reportsDue: true,
    reportsOverdue: true,
    expected: true,
    attended: true,
    lastUpdateOn: true,
    lastRequestedOn: true,
  }),
  /** Actions it leads of whatever state, and those it is a joint lead of. */
  actions: z.number(),
  jointActions: z.number(),
  reports: z.array(report),
  responses: pageOfRows(response),
  updates: pageOfRows(
    z.object({ ...ofAction, date: z.string(), dateText: z.string().nullable(), text: z.string(), nameThen }),
  ),
  requests: pageOfRows(
    z.object({
      ...ofAction,
      requestedOn: z.string(),
      dueOn: date,
      note: z.string(),
      isAnswered: z.boolean(),
      /** Never of an action that was signed off or set aside. */
      isWaitedFor: z.boolean(),
      nameThen,
    }),
  ),
  evidence: pageOfRows(
    z.object({ id, what: z.string(), date, dateText: z.string().nullable(), heldAt: z.string(), nameThen }),
  ),
  attendances: z.array(
    z.object({
      id,
      meetingId: id,
      body: z.string(),
      title: z.string(),
      date,
      post: z.string(),
      attendance: z.string(),
      nameThen,
    }),
  ),
});
export type AgencyDetail = z.infer<typeof agencyDetail>;

const named = z.object({ id, name: z.string() });

export const bodyDetail = z.object({
  body: recordShapes.bodies.extend({ id, removed: z.number().nullable() }),
  ...overTime,
  parent: named.nullable(),
  children: z.array(named),
  meetings: pageOfRows(
    z.object({
      id,
      title: z.string(),
      date,
      dateText: z.string().nullable(),
      provisional: z.number(),
      paperDeadline: date,
      state: z.string(),
      nameThen,
    }),
  ),
  ladderSteps: z.array(recordShapes.ladderSteps.extend({ id })),
  /** What waits for its decision next. */
  asked: z.object({ reports: z.number(), plans: z.number(), actions: z.number() }),
  approvals: z.number(),
  handOvers: z.array(
    z.object({
      id,
      reviewId: id,
      reference: z.string(),
      label: z.string(),
      direction: z.enum(['to', 'from']),
      deadline: date,
      deadlineText: z.string().nullable(),
      handedOverOn: date,
      acceptedOn: date,
      nameThen,
    }),
  ),
});
export type BodyDetail = z.infer<typeof bodyDetail>;

/** Agencies and bodies with their names over time, who followed whom, and all that concerns them in one answer. */
export const agencies = {
  list: procedure.output(z.array(agencyRow)),
  get: procedure.input(z.object({ id })).output(agencyDetail),
  body: procedure.input(z.object({ id })).output(bodyDetail),
};
