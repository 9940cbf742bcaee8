import { z } from 'zod';
import { AGENCY_RESPONSES, RECOMMENDATION_SCOPES } from '../domain/codes.ts';
import { savedMany } from './actions.ts';
import { flag, id, line, longText, partialDate, procedure, requiredLine, requiredText } from './common.ts';
import { recordShapes } from './records.ts';

const ids = z.array(id).min(1).max(5000);

export const responseRow = recordShapes.recommendationResponses.extend({ id, agency: z.string() });
export type ResponseRow = z.infer<typeof responseRow>;

/** Of a review, an external report or a meeting alike. One field of one recommendation is edited through `records`. */
export const recommendations = {
  /** Adds many at once, in the order given; a number that its source has already is left alone. One operation. */
  addMany: procedure
    .input(
      z.object({
        reviewId: id.nullable().default(null),
        externalReportId: id.nullable().default(null),
        meetingId: id.nullable().default(null),
        scope: z.enum(RECOMMENDATION_SCOPES).default('local'),
        lines: z
          .array(z.object({ number: requiredLine, text: requiredText }))
          .min(1)
          .max(1000),
      }),
    )
    .output(savedMany),
  /** What an agency answered, for each of the recommendations: a new answer, or the one it gave so far. A rejection needs its rationale. */
  respond: procedure
    .input(
      z.object({
        ids,
        agencyId: id,
        response: z.enum(AGENCY_RESPONSES).nullable(),
        rationale: longText.default(''),
        respondedOn: partialDate.nullable().default(null),
      }),
    )
    .output(savedMany),
  /** Whether what is recommended was in place when the recommendation was received, and what. */
  markInPlace: procedure.input(z.object({ ids, alreadyInPlace: flag, note: line.default('') })).output(savedMany),
  addThemes: procedure.input(z.object({ ids, themeIds: z.array(id).min(1).max(100) })).output(savedMany),
};
