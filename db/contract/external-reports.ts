import { z } from 'zod';
import { actionRow } from './actions.ts';
import { id, procedure } from './common.ts';
import { recordShapes } from './records.ts';
import { responseRow } from './recommendations.ts';
import { approvalRow, ladderReading } from './reviews.ts';

/** What the plan that answers a report holds. Actions set aside (superseded, rejected, another area's) are not counted. */
const figures = {
  /** On the register; `recommendationCount` is how many the report itself says it has. */
  held: z.number(),
  alreadyInPlace: z.number(),
  /** Recommendations that no action answers and that were not in place. */
  unanswered: z.number(),
  actions: z.number(),
  complete: z.number(),
  overdue: z.number(),
};

/** Answers by agencies that the recommendations are addressed to. */
const responses = z.object({
  asked: z.number(),
  accepted: z.number(),
  partlyAccepted: z.number(),
  rejected: z.number(),
  notAnswered: z.number(),
});

/** A report of somebody else whose recommendations the board answers. */
export const answeredReport = recordShapes.externalReports.extend({
  id,
  ...figures,
  responses,
  /** Where its plan stands on the ladder, in words; "" when the report asks nothing. */
  plan: z.string(),
  planIsAgreed: z.boolean(),
});
export type AnsweredReport = z.infer<typeof answeredReport>;

export const answeredRecommendation = recordShapes.recommendations.extend({
  id,
  responses: z.array(responseRow),
  themes: z.array(z.object({ id, themeId: z.string(), name: z.string() })),
  actions: z.array(actionRow),
});
export type AnsweredRecommendation = z.infer<typeof answeredRecommendation>;

export const externalReports = {
  /** The latest received first. */
  list: procedure.output(z.object({ rows: z.array(answeredReport) })),
  get: procedure.input(z.object({ id })).output(
    z.object({
      report: answeredReport.extend({ removed: z.number().nullable() }),
      recommendations: z.array(answeredRecommendation),
      ladder: ladderReading,
      approvals: z.array(approvalRow),
      /** What is odd about its dates or counts, in sentences. */
      oddities: z.array(z.string()),
    }),
  ),
};
