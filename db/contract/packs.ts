import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { MEETING_PURPOSES, PACK_AUDIENCES } from '../domain/codes.ts';
import { chart } from './charts.ts';
import { civilDate, id, line, procedure, progress, requiredLine } from './common.ts';

export const PACK_SECTIONS = [
  'cover',
  'one-page',
  'live-reviews',
  'clocks',
  'publication',
  'action-plans',
  'exceptions',
  'sign-off',
  'themes',
  'impact',
  'elsewhere',
  'decisions',
  'appendix',
  'since-last',
  'action-log',
  'review-briefing',
  'agency',
  'annual-figures',
  'annual-record',
  'annual-improvements',
] as const;
export type PackSectionId = (typeof PACK_SECTIONS)[number];

/** Those that can stand in a public pack: the ones that are written for it, in `db/packs/public/`. */
export type PublicPackSectionId =
  | 'cover'
  | 'one-page'
  | 'publication'
  | 'action-plans'
  | 'themes'
  | 'annual-figures'
  | 'annual-record';

export const PACK_FORMATS = ['docx', 'xlsx', 'html', 'pdf', 'csv', 'json'] as const;
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
  audience: z.enum(PACK_AUDIENCES).default('board'),
  /** The template it was made by, as it is named in the register; '' for none. */
  templateName: line.default(''),
  /** What "what changed" begins from; null: the body's last meeting that was held, else three months back. */
  since: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('day'), day: civilDate }),
      z.object({ kind: z.literal('pack'), packId: id }),
    ])
    .nullable()
    .default(null),
  /** The review of a one-review briefing. */
  reviewId: id.nullable().default(null),
  /** The agency of an agency pack. */
  agencyId: id.nullable().default(null),
  /** First and last day of the year that an annual report is on; null: the year that ends on 31 March before the data's day. */
  year: z.object({ from: civilDate, until: civilDate }).nullable().default(null),
});
export type PackOptions = z.infer<typeof packOptions>;
/** The options as a caller may give them: what has a default may be left out. */
export type PackOptionsGiven = z.input<typeof packOptions>;

const packCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('date'), sort: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal('number'), value: z.number().nullable(), text: z.string() }),
  z.object({ kind: z.literal('rag'), level: z.string().nullable(), text: z.string() }),
]);

/** More rows would make a preview heavy and tell nothing more about how the pack looks. */
export const PACK_ROWS_SHOWN = 60;

/** A block of db/packs/model.ts as a screen shows it. */
export const packBlock = z.discriminatedUnion('kind', [
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
    /** The first of them: as many as a screen shows. The documents hold all. */
    rows: z.array(z.array(packCell)).max(PACK_ROWS_SHOWN),
    /** How many the table has. */
    rowCount: z.number().int(),
    nil: z.string(),
  }),
  z.object({ kind: z.literal('nil'), text: z.string() }),
  z.object({ kind: z.literal('rag-key') }),
  z.object({ kind: z.literal('chart'), chart }),
]);

/** The pack model of db/packs/model.ts, as the preview gets it: of each table the rows that are shown, and their count. */
export const packModel = z.object({
  title: z.string(),
  body: z.string(),
  board: z.string(),
  meetingDate: z.string().nullable(),
  audience: z.enum(PACK_AUDIENCES),
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

/** What a public pack leaves out, for the person who saves it; never printed in it. */
const withheldItem = z.object({
  /** E.g. "The label of 14 reviews". */
  what: z.string(),
  /** E.g. "A public pack holds no labels". */
  why: z.string(),
  count: z.number().int(),
});
export type WithheldItem = z.infer<typeof withheldItem>;

/** A document as it was written, with what the register records of it. */
export const writtenFile = z.object({
  name: z.string(),
  base64: z.string(),
  /** Of the bytes answered here; a PDF that the shell prints from them has its own. */
  sha256: z.string(),
  size: z.number(),
  /** How far it had read the change log: the last clock, and the last operation of each laptop. */
  logClock: z.string(),
  logVector: z.string(),
  /** The day its figures are true for. */
  dataAsAt: z.string(),
});
export type WrittenFile = z.infer<typeof writtenFile>;

export const packs = {
  preview: procedure.input(packOptions).output(packModel.extend({ withheld: z.array(withheldItem) })),
  /** Writes one format. A PDF is answered as the HTML that the shell prints. Steps of progress, then the file; its bytes as text, because a stream of steps carries no binary. */
  write: procedure
    .input(z.object({ options: packOptions, format: z.enum(PACK_FORMATS) }))
    .output(eventIterator(progress.extend({ file: writtenFile.nullable() }))),
};
