import { z } from 'zod';
import { id, procedure } from './common.ts';
import { recordShapes } from './records.ts';

export const statedFigureRow = recordShapes.statedFigures.extend({
  id,
  /** As counted today; null where the register counts no such thing, or the figure stands beside none. */
  computed: z.number().nullable(),
  differs: z.boolean(),
  words: z.string(),
  difference: z.string(),
  /** The reference of the review that it is about. */
  reference: z.string().nullable(),
});
export type StatedFigureRow = z.infer<typeof statedFigureRow>;

export const statedFigures = {
  /** Every stated figure beside the computed one, or those of one review. They are added and edited as records. */
  list: procedure
    .input(z.object({ reviewId: id.optional() }))
    .output(z.object({ rows: z.array(statedFigureRow), differing: z.number() })),
};
