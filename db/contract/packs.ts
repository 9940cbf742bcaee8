import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { MEETING_PURPOSES } from '../domain/codes.ts';
import { civilDate, procedure, progress, requiredLine } from './common.ts';

export const PACK_SECTIONS = [
  'cover',
  'one-page',
  'live-reviews',
  'clocks',
  'publication',
  'action-plans',
  'exceptions',
  'sign-off',
] as const;
export type PackSectionId = (typeof PACK_SECTIONS)[number];

export const PACK_FORMATS = ['docx', 'xlsx', 'html', 'pdf', 'json'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

export const packOptions = z.object({
  title: requiredLine,
  body: requiredLine,
  meetingDate: civilDate.nullable(),
  purpose: z.enum(MEETING_PURPOSES),
  marking: requiredLine,
  sections: z.array(z.enum(PACK_SECTIONS)).min(1, 'choose at least one section'),
  /** The board as it was at the end of this day; null: as it is today. */
  asAt: civilDate.nullable().default(null),
});
export type PackOptions = z.infer<typeof packOptions>;

const packCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('date'), sort: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal('number'), value: z.number().nullable(), text: z.string() }),
  z.object({ kind: z.literal('rag'), level: z.string().nullable(), text: z.string() }),
]);

const packBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('subheading'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal('figures'),
    caption: z.string(),
    figures: z.array(
      z.object({ label: z.string(), value: z.number(), outOf: z.number().nullable(), note: z.string().nullable() }),
    ),
  }),
  z.object({
    kind: z.literal('table'),
    id: z.string(),
    caption: z.string(),
    columns: z.array(
      z.object({
        key: z.string(),
        heading: z.string(),
        kind: z.enum(['text', 'date', 'number', 'rag']),
        width: z.number(),
      }),
    ),
    rows: z.array(z.array(packCell)),
    nil: z.string(),
  }),
  z.object({ kind: z.literal('nil'), text: z.string() }),
  z.object({ kind: z.literal('rag-key') }),
]);

/** The pack model of db/packs/model.ts, as the preview gets it. */
export const packModel = z.object({
  title: z.string(),
  body: z.string(),
  board: z.string(),
  meetingDate: z.string().nullable(),
  purpose: z.enum(MEETING_PURPOSES),
  marking: z.string(),
  dataAsAt: z.string(),
  ragKey: z.object({
    scheme: z.string(),
    levels: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        symbol: z.string(),
        tone: z.enum(['green', 'amber', 'red', 'blue', 'grey']),
        rule: z.string(),
      }),
    ),
  }),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), blocks: z.array(packBlock) })),
});
export type PackModel = z.infer<typeof packModel>;

export const packs = {
  preview: procedure.input(packOptions).output(packModel),
  /** Writes one format. A PDF is answered as the HTML that the shell prints. Steps of progress, then the file; its bytes as text, because a stream of steps carries no binary. */
  write: procedure
    .input(z.object({ options: packOptions, format: z.enum(PACK_FORMATS) }))
    .output(eventIterator(progress.extend({ file: z.object({ name: z.string(), base64: z.string() }).nullable() }))),
};
