import { z } from 'zod';
import { APPROVAL_KINDS, ATTENDANCE } from '../domain/codes.ts';
import { WEEKS_OF_MONTH } from '../domain/meeting-rule.ts';
import { WEEKDAYS } from '../domain/civil-days.ts';
import { id, line, partialDate, procedure, reason, requiredLine, saved } from './common.ts';
import { recordShapes } from './records.ts';

const year = z.number().int().min(1900).max(2100);

/** A meeting as another record names it. */
export const named = z.object({
  id,
  body: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  dateText: z.string().nullable(),
  state: z.string(),
  provisional: z.number(),
});
export type NamedMeeting = z.infer<typeof named>;

const meetingRow = recordShapes.meetings.extend({
  id,
  bodyName: z.string(),
  items: z.number(),
  decisions: z.number(),
  actions: z.number(),
  /** Agencies that were there or sent a deputy, of those whose attendance is recorded. */
  attended: z.number(),
  expected: z.number(),
  /** Planned, and its date has passed. */
  isOverdue: z.boolean(),
});
export type MeetingRow = z.infer<typeof meetingRow>;

/** What the ladder waits for from one body: a report, a plan, or the actions of one review. */
const asked = z.object({
  /** Stands for it in `putOnAgenda`: "report:0190…". */
  key: z.string(),
  appliesTo: z.enum(['report', 'plan', 'action']),
  /** Null for actions that belong to no review. */
  reviewId: z.string().nullable(),
  /** Set for a plan that answers a report of another body. */
  externalReportId: z.string().nullable(),
  reference: z.string(),
  label: z.string(),
  kind: z.enum(APPROVAL_KINDS),
  /** "Report of LCSPR 2025/02, Baby T: for adoption". */
  title: z.string(),
  /** Where it stands on the ladder. */
  words: z.string(),
  state: z.enum(['outstanding', 'deferred', 'rejected']),
  /** The actions meant; empty for a report or a plan. */
  actions: z.array(z.object({ id, number: z.string(), text: z.string() })),
});
export type Asked = z.infer<typeof asked>;

const askedOfBody = z.object({
  bodyId: id,
  body: z.string(),
  /** The body's next meeting; null when none is planned. */
  meeting: named.nullable(),
  asked: z.array(asked.omit({ actions: true }).extend({ isOnAgenda: z.boolean() })),
});
export type AskedOfBody = z.infer<typeof askedOfBody>;

const approval = z.object({
  id,
  appliesTo: z.enum(['report', 'plan', 'action']),
  reviewId: z.string().nullable(),
  externalReportId: z.string().nullable(),
  actionId: z.string().nullable(),
  /** "LCSPR 2025/02", "Action 1.2 of LCSPR 2025/02". */
  subject: z.string(),
  kind: z.enum(APPROVAL_KINDS),
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
export type MeetingApproval = z.infer<typeof approval>;

const item = recordShapes.meetingItems.extend({
  id,
  review: z.object({ id, reference: z.string(), label: z.string() }).nullable(),
  action: z.object({ id, number: z.string(), text: z.string() }).nullable(),
  externalReport: z.object({ id, reference: z.string(), title: z.string() }).nullable(),
  /** The status pack that is tabled under it. */
  pack: z.object({ id, title: z.string(), dataAsAt: z.string() }).nullable(),
  deferredTo: named.nullable(),
  carriedFrom: named.nullable(),
});
export type MeetingItem = z.infer<typeof item>;

const meetingDetail = z.object({
  meeting: meetingRow,
  body: recordShapes.bodies.extend({ id }),
  items: z.array(item),
  decisions: z.array(
    recordShapes.decisions.extend({
      id,
      /** What it decided, where that is one review or one action. */
      review: z.object({ id, reference: z.string(), label: z.string() }).nullable(),
      action: z.object({ id, number: z.string(), text: z.string() }).nullable(),
    }),
  ),
  approvals: z.array(approval),
  /** Actions that arose here. */
  actions: z.array(
    z.object({
      id,
      number: z.string(),
      text: z.string(),
      leadAgency: z.string().nullable(),
      targetDate: z.string().nullable(),
      targetText: z.string().nullable(),
      state: z.string(),
    }),
  ),
  attendances: z.array(recordShapes.attendances.extend({ id, agency: z.string() })),
  /** How many agencies “add all members” would add: those who attended before. */
  membersToAdd: z.number(),
  asked: z.array(asked.extend({ isOnAgenda: z.boolean() })),
  /** Conditions that this body set and that are still open. */
  openConditions: z.array(
    z.object({
      id,
      text: z.string(),
      subject: z.string(),
      reviewId: z.string().nullable(),
      actionId: z.string().nullable(),
    }),
  ),
  previous: named.nullable(),
  next: named.nullable(),
  /** Each time the date or the state changed with a reason, the latest first. */
  changes: z.array(z.object({ words: z.string(), reason: z.string(), at: z.number() })),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

const attendanceTable = z.object({
  meetings: z.array(named),
  rows: z.array(
    z.object({
      agencyId: id,
      agency: z.string(),
      /** Of each meeting in order; null where nothing is recorded of the agency. */
      cells: z.array(z.enum(ATTENDANCE).nullable()),
      attended: z.number(),
    }),
  ),
  /** Agencies there or deputised, and agencies recorded, of each meeting in order. */
  totals: z.array(z.object({ attended: z.number(), recorded: z.number() })),
});
export type AttendanceTable = z.infer<typeof attendanceTable>;

const proposed = z.object({ date: partialDate, paperDeadline: partialDate.nullable() });

export const meetings = {
  /** coming: planned and not yet past, the soonest first. past: all others of the year, the latest first. year: all of it, in order. */
  list: procedure
    .input(z.object({ when: z.enum(['coming', 'past', 'year']), year: year.optional(), bodyId: id.optional() }))
    .output(z.object({ rows: z.array(meetingRow), /** Years that have meetings. */ years: z.array(z.number()) })),
  get: procedure.input(z.object({ id })).output(meetingDetail),
  /** What each body is asked for next, with the meeting that could decide it. */
  asked: procedure.output(z.object({ bodies: z.array(askedOfBody) })),
  attendance: procedure.input(z.object({ bodyId: id, year })).output(attendanceTable),
  /** The dates that the body's calendar rule gives; nothing is written. `day` where the rule names none. */
  propose: procedure
    .input(
      z.object({
        bodyId: id,
        fromMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month'),
        day: z
          .object({ week: z.enum(WEEKS_OF_MONTH), weekday: z.enum(WEEKDAYS) })
          .nullable()
          .default(null),
      }),
    )
    .output(
      z.object({
        /** The rule as it was understood; null when it was not. */
        rule: z.string().nullable(),
        namesDay: z.boolean(),
        meetings: z.array(proposed.extend({ note: z.string() })),
        leftOut: z.array(z.string()),
        problem: z.string().nullable(),
      }),
    ),
  /** Plans the meetings, each provisional. Refused when one is planned already on the day. */
  plan: procedure
    .input(z.object({ bodyId: id, meetings: z.array(proposed).min(1).max(60) }))
    .output(saved.extend({ planned: z.number() })),
  /** Moves the meeting, with the reason; papers fall due by the body's rule, and actions due at the meeting move with it. */
  move: procedure
    .input(
      z.object({
        id,
        date: partialDate.nullable(),
        dateText: line.nullable().default(null),
        provisional: z.boolean(),
        reason,
      }),
    )
    .output(saved),
  /** Cancels the meeting, with the reason; what was on its agenda can go to another. */
  cancel: procedure.input(z.object({ id, reason, carryTo: id.nullable().default(null) })).output(saved),
  /** Records that it was held on its date. */
  hold: procedure.input(z.object({ id })).output(saved),
  /** Takes a cancellation, or that it was held, back by an act of its own. */
  replan: procedure.input(z.object({ id, reason })).output(saved),
  putOnAgenda: procedure
    .input(z.object({ meetingId: id, keys: z.array(z.string().max(80)).min(1).max(500) }))
    .output(saved),
  /** The items in their new order; all of them, each once. */
  order: procedure.input(z.object({ meetingId: id, itemIds: z.array(id).max(500) })).output(saved),
  /** To another meeting, where a copy of the item stands; or in words, when there is none yet. */
  deferItem: procedure
    .input(
      z.object({
        itemId: id,
        toMeetingId: id.nullable(),
        text: requiredLine.nullable().default(null),
        reason: line.default(''),
      }),
    )
    .output(saved),
  /** Every agency that attended this body before, or every agency of the area when none did yet. */
  addMembers: procedure
    .input(z.object({ meetingId: id, attendance: z.enum(ATTENDANCE).default('present') }))
    .output(saved.extend({ added: z.number() })),
};
