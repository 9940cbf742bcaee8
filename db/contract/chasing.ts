import { z } from 'zod';
import { LARGEST_RETURN, SHEET_FORMATS } from '../domain/chasing.ts';
import { ACTION_STATES } from '../domain/codes.ts';
import { civilDate, id, line, partialDate, procedure, requiredLine, requiredText, saved } from './common.ts';

const silentAgency = z.object({
  agencyId: id,
  agency: z.string(),
  contactPost: z.string(),
  /** Open actions that it leads. */
  open: z.number(),
  /** Those of them that an update was asked for and none came since. */
  noUpdate: z.number(),
  overdue: z.number(),
  /** Open actions that it leads jointly with another: on its sheet too. */
  joint: z.number(),
  lastRequestedOn: z.string().nullable(),
  /** The day an answer to the last request was asked by. */
  dueOn: z.string().nullable(),
  /** Of the open actions that it leads. */
  lastUpdateOn: z.string().nullable(),
  /** The oldest request that an open action still waits for an answer to. */
  silentSince: z.string().nullable(),
  daysSilent: z.number().nullable(),
});
export type SilentAgency = z.infer<typeof silentAgency>;

const target = z.object({ date: partialDate.nullable(), text: line.nullable() });

const proposal = z.object({
  /** Where it stands in the file: "row 7". */
  at: z.string(),
  reference: z.string(),
  actionId: id,
  origin: z.string(),
  number: z.string(),
  action: z.string(),
  /** As the board holds it now. */
  before: z.object({
    state: z.enum(ACTION_STATES),
    rag: z.string().nullable(),
    targetDate: z.string().nullable(),
    targetText: z.string().nullable(),
    lastUpdateOn: z.string().nullable(),
  }),
  text: z.string(),
  state: z.enum(ACTION_STATES).nullable(),
  rag: z.string().nullable(),
  evidence: z.string(),
  target: target.nullable(),
  targetReason: z.string(),
  notes: z.array(z.string()),
  /** An update that was accepted from this very sheet and reads differently. */
  earlier: z.object({ on: z.string(), text: z.string() }).nullable(),
});
export type Proposal = z.infer<typeof proposal>;

const returnedSheet = z.object({
  request: z.string(),
  agencyId: id,
  agency: z.string(),
  requestedOn: z.string().nullable(),
  proposals: z.array(proposal),
  already: z.array(
    z.object({ at: z.string(), actionId: id, origin: z.string(), number: z.string(), acceptedOn: z.string() }),
  ),
  refused: z.array(z.object({ at: z.string(), reference: z.string(), why: z.string() })),
  /** Rows that nothing was filled in of. */
  unanswered: z.number(),
  /** Columns that were added to the sheet; they are not read. */
  ignoredColumns: z.array(z.string()),
});
export type ReturnedSheet = z.infer<typeof returnedSheet>;

const acceptedUpdate = z.object({
  actionId: id,
  text: requiredText,
  /** The state that was shown beside the proposal; when it moved since, the row is left alone. */
  fromState: z.enum(ACTION_STATES),
  state: z.enum(ACTION_STATES).nullable().default(null),
  rag: z.string().max(60).nullable().default(null),
  evidence: z.string().max(2000).default(''),
  target: target.extend({ reason: line, moves: z.boolean() }).nullable().default(null),
});
export type AcceptedUpdate = z.infer<typeof acceptedUpdate>;

export const chasing = {
  /** Agencies with open actions, the longest silent first. */
  agencies: procedure.output(z.object({ rows: z.array(silentAgency), withoutLead: z.number() })),
  /** Writes a request sheet for each agency and logs the requests, as one operation. Several sheets come in one zip file. */
  requestSheets: procedure
    .input(
      z.object({
        /** Null: every agency with open actions. */
        agencyIds: z.array(id).min(1, 'choose at least one agency').max(1000).nullable(),
        dueOn: civilDate.nullable().default(null),
        format: z.enum(SHEET_FORMATS),
      }),
    )
    .output(
      saved.extend({
        request: z.string(),
        file: z.object({ name: z.string(), base64: z.string() }),
        sheets: z.array(z.object({ agencyId: id, agency: z.string(), fileName: z.string(), actions: z.number() })),
        /** Chosen agencies that have no open action. */
        without: z.array(z.string()),
      }),
    ),
  /** Reads a returned sheet into proposals. Nothing is changed by it. Fails with import-refused for the file as a whole. */
  readReturn: procedure
    .input(z.object({ base64: z.base64().max(Math.ceil(LARGEST_RETURN / 3) * 4, 'the file is larger than 5 MB') }))
    .output(returnedSheet),
  /** One operation: updates, evidence, what the agency asserts and reports, and the targets whose move is agreed. */
  accept: procedure
    .input(
      z.object({
        request: requiredLine,
        agencyId: id,
        /** The day the sheet came; today when it is not said. */
        receivedOn: civilDate.nullable().default(null),
        rows: z.array(acceptedUpdate).min(1, 'choose at least one update').max(5000),
      }),
    )
    .output(
      saved.extend({
        changed: z.number(),
        refused: z.array(z.object({ id: z.string(), number: z.string(), why: z.string() })),
      }),
    ),
};
