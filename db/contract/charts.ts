import { z } from 'zod';

const words = { id: z.string(), title: z.string(), alt: z.string() };
const series = z.object({
  code: z.string(),
  label: z.string(),
  tone: z.enum(['accent', 'green', 'amber', 'red', 'blue', 'grey']),
  symbol: z.string().nullable(),
});

/** The chart model of db/charts/model.ts, as the page gets it. */
export const chart = z.discriminatedUnion('kind', [
  z.object({
    ...words,
    kind: z.literal('bars'),
    categoryHeading: z.string(),
    unit: z.string(),
    series: z.array(series),
    bars: z.array(z.object({ label: z.string(), values: z.array(z.number()) })),
  }),
  z.object({
    ...words,
    kind: z.literal('columns'),
    categoryHeading: z.string(),
    unit: z.string(),
    series: z.tuple([series]),
    columns: z.array(z.object({ label: z.string(), value: z.number() })),
  }),
  z.object({
    ...words,
    kind: z.literal('lines'),
    categoryHeading: z.string(),
    unit: z.string(),
    series: z.array(series),
    points: z.array(z.object({ label: z.string(), values: z.array(z.number().nullable()) })),
  }),
  z.object({
    ...words,
    kind: z.literal('timeline'),
    laneHeading: z.string(),
    from: z.string(),
    until: z.string(),
    today: z.string().nullable(),
    series: z.array(series),
    markKinds: z.array(z.object({ symbol: z.string(), label: z.string() })),
    lanes: z.array(
      z.object({
        label: z.string(),
        spells: z.array(
          z.object({ series: z.string(), from: z.string(), until: z.string().nullable(), words: z.string() }),
        ),
        marks: z.array(z.object({ on: z.string(), symbol: z.string(), words: z.string() })),
      }),
    ),
  }),
]);
