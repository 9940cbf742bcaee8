import { AlignmentType, convertMillimetersToTwip, type IPropertiesOptions, LevelFormat, ShadingType } from 'docx';
import type { RagTone } from './model.ts';
import type { Paper } from './paper.ts';
import { PAPER_TONES } from './rag.ts';

export const FONT = 'Arial';
export const BODY_HALF_POINTS = 24;
export const INK = '1B2328';
export const ACCENT = '0F4C52';
export const RULE = 'AEB8BE';
export const HEADER_FILL = 'E3ECEC';

/** A4; the margins leave 174 mm across an upright page and 267 mm across a wide one. */
export const PAGE = { short: 11_906, long: 16_838 } as const;
export const MARGINS = {
  upright: mm(18),
  wide: mm(15),
  top: mm(22),
  bottom: mm(20),
  header: mm(10),
  footer: mm(9),
} as const;
export const TEXT_WIDTH = { upright: PAGE.short - 2 * MARGINS.upright, wide: PAGE.long - 2 * MARGINS.wide } as const;

function mm(millimetres: number): number {
  return convertMillimetersToTwip(millimetres);
}

/** In twentieths of a point: what a cell adds to its text, and a line of the text with the space around its paragraph. */
export const CELL_PADDING = { top: 20, bottom: 20, left: 80, right: 80 } as const;
export const TABLE_TEXT = { before: 40, after: 40, line: 1.05 * 1.15 * 240, border: 10 } as const;

export const DOCX_PAPER: Paper = {
  upright: { width: TEXT_WIDTH.upright, height: PAGE.long - MARGINS.top - MARGINS.bottom },
  wide: { width: TEXT_WIDTH.wide, height: PAGE.short - MARGINS.top - MARGINS.bottom },
  em: BODY_HALF_POINTS * 10,
  cell: CELL_PADDING.left + CELL_PADDING.right,
  line: TABLE_TEXT.line,
  row: TABLE_TEXT.before + TABLE_TEXT.after + TABLE_TEXT.border + CELL_PADDING.top + CELL_PADDING.bottom,
};

const text = { font: FONT, size: BODY_HALF_POINTS, color: INK, language: { value: 'en-GB' } } as const;
const left = { alignment: AlignmentType.LEFT } as const;

/** The character style of a rating's words. */
export const toneStyle = (tone: RagTone): string => `Rating${tone[0]?.toUpperCase()}${tone.slice(1)}`;

export const BULLETS = 'bullets';

/** Real styles under Word's own names, so that a person can go on editing and restyle the whole document at once. */
export const documentStyles: Pick<IPropertiesOptions, 'styles' | 'numbering'> = {
  styles: {
    default: {
      document: { run: text, paragraph: { ...left, spacing: { after: 140, line: 276, lineRule: 'auto' } } },
      title: {
        run: { ...text, size: 52, bold: true, color: ACCENT },
        paragraph: { ...left, spacing: { before: 240, after: 240 } },
      },
      heading1: {
        run: { ...text, size: 34, bold: true, color: ACCENT },
        paragraph: {
          ...left,
          keepNext: true,
          keepLines: true,
          spacing: { before: 400, after: 160, line: 264, lineRule: 'auto' },
        },
      },
      heading2: {
        run: { ...text, size: 28, bold: true, color: ACCENT },
        paragraph: {
          ...left,
          keepNext: true,
          keepLines: true,
          spacing: { before: 320, after: 120, line: 264, lineRule: 'auto' },
        },
      },
      caption: {
        run: { ...text, bold: true },
        paragraph: { ...left, keepNext: true, keepLines: true, spacing: { before: 240, after: 100 } },
      },
      footnoteText: { run: text },
      footnoteTextChar: { run: text },
      endnoteText: { run: text },
      endnoteTextChar: { run: text },
      listParagraph: { run: text, paragraph: { ...left, spacing: { after: 80 } } },
    },
    paragraphStyles: [
      {
        id: 'TOCHeading',
        name: 'TOC Heading',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 34, bold: true, color: ACCENT },
        paragraph: { ...left, keepNext: true, spacing: { before: 400, after: 160 } },
      },
      { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', next: 'Normal', paragraph: { ...left, spacing: { after: 20 } } },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: 'Normal',
        next: 'Normal',
        paragraph: { ...left, indent: { left: 340 }, spacing: { after: 20 } },
      },
      {
        id: 'Marking',
        name: 'Marking',
        basedOn: 'Normal',
        run: { bold: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      },
      {
        id: 'Fact',
        name: 'Fact',
        basedOn: 'Normal',
        paragraph: { ...left, indent: { left: 2800, hanging: 2800 }, spacing: { after: 80 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        paragraph: {
          ...left,
          spacing: { before: TABLE_TEXT.before, after: TABLE_TEXT.after, line: 252, lineRule: 'auto' },
        },
      },
      {
        id: 'TableHeading',
        name: 'Table Heading',
        basedOn: 'TableText',
        run: { bold: true },
        paragraph: { ...left, keepNext: true },
      },
      {
        id: 'KeyLine',
        name: 'Key Line',
        basedOn: 'Normal',
        paragraph: {
          ...left,
          keepNext: true,
          keepLines: true,
          spacing: { before: 120, after: 60, line: 288, lineRule: 'auto' },
        },
      },
      {
        id: 'AfterTable',
        name: 'After Table',
        basedOn: 'Normal',
        paragraph: { ...left, spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } },
      },
    ],
    characterStyles: [
      { id: 'Strong', name: 'Strong', basedOn: 'DefaultParagraphFont', run: { bold: true } },
      ...Object.entries(PAPER_TONES).map(([tone, colours]) => ({
        id: toneStyle(tone as RagTone),
        name: `Rating ${tone}`,
        basedOn: 'DefaultParagraphFont',
        run: { bold: true, color: colours.text, shading: { type: ShadingType.CLEAR, fill: colours.background } },
      })),
    ],
  },
  numbering: {
    config: [
      {
        reference: BULLETS,
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 400, hanging: 280 } }, run: { font: FONT } },
          },
        ],
      },
    ],
  },
};
