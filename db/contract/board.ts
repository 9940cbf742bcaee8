import { z } from 'zod';
import { NATIONS, type BodyKind, type MeetingState, STAGE_KINDS } from '../domain/codes.ts';
import { id, procedure } from './common.ts';
import { recordShapes } from './records.ts';

const withId = { id };

/** Everything that lists to choose from are made of: small, asked for once and kept by the page until it changes. */
export const boardData = z.object({
  board: recordShapes.boards.extend(withId),
  device: z.object({ id: z.string(), name: z.string(), post: z.string() }),
  agencies: z.array(recordShapes.agencies.extend(withId)),
  bodies: z.array(recordShapes.bodies.extend(withId)),
  reviewTypes: z.array(
    recordShapes.reviewTypes.extend({
      ...withId,
      stages: z.array(recordShapes.stages.extend(withId)),
      regimes: z.array(recordShapes.regimes.extend(withId)),
      clockRules: z.array(recordShapes.clockRules.extend(withId)),
    }),
  ),
  delayReasons: z.array(recordShapes.delayReasons.extend(withId)),
  ladderSteps: z.array(recordShapes.ladderSteps.extend({ ...withId, bodyName: z.string() })),
  ragSchemes: z.array(
    recordShapes.ragSchemes.extend({ ...withId, levels: z.array(recordShapes.ragLevels.extend(withId)) }),
  ),
  closures: z.array(recordShapes.closures.extend(withId)),
  /** Also those that were merged into another: what is filed under them keeps their name. */
  themes: z.array(recordShapes.themes.extend({ ...withId, mergedIntoId: z.string().nullable() })),
  meetings: z.array(recordShapes.meetings.extend({ ...withId, bodyName: z.string() })),
  externalReports: z.array(recordShapes.externalReports.extend(withId)),
  /** Which edition of the bank-holiday table counts working days here. */
  holidayTable: z.string(),
  /** Today on this laptop, YYYY-MM-DD: the day that every figure is true for. */
  today: z.string(),
});
export type BoardData = z.infer<typeof boardData>;
export type { BodyKind, MeetingState };

export const board = {
  get: procedure.output(boardData),
};

export const stageKind = z.enum(STAGE_KINDS);
export const nation = z.enum(NATIONS);
