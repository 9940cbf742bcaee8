import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { civilDate, done, procedure, progress } from './common.ts';

/** Looking at the board as it was at the end of an earlier day. It holds for every window of this board until it is left or locked. */
export const asAt = {
  status: procedure.output(
    z.object({
      /** The day that is looked at; null for now. */
      day: civilDate.nullable(),
      /** The first day that there is anything to look at: when the board was made. */
      firstDay: civilDate,
      /** Today on this laptop, whatever day is looked at. */
      today: civilDate,
    }),
  ),
  /** Makes the board as it was, in memory; the last step carries the day that is looked at from then on. */
  look: procedure
    .input(z.object({ on: civilDate }))
    .output(eventIterator(progress.extend({ day: civilDate.nullable() }))),
  leave: procedure.output(done),
};
