import type { RagTone } from './model.ts';
import { PAPER_TONES } from './rag.ts';
import type { Style } from './sheet-xml.ts';
import { FONT, FONT_SIZE } from './workbook.ts';

const topLeft = { horizontal: 'left', vertical: 'top' } as const;
const wrapped = { ...topLeft, wrapText: true } as const;
const bold = { name: FONT, size: FONT_SIZE, bold: true } as const;
const rule = { style: 'thin', color: { rgb: 'AEB8BE' } } as const;
const ruled = { top: rule, bottom: rule, left: rule, right: rule } as const;

export const SHEET_STYLES = {
  title: { font: { name: FONT, size: 18, bold: true, color: { rgb: '0F4C52' } }, alignment: topLeft },
  subheading: { font: { name: FONT, size: 14, bold: true, color: { rgb: '0F4C52' } }, alignment: topLeft },
  caption: { font: bold, alignment: topLeft },
  columnHeading: {
    font: bold,
    alignment: wrapped,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3ECEC' } },
    border: ruled,
  },
  label: { font: bold, alignment: topLeft },
  line: { alignment: topLeft },
  link: { font: { name: FONT, size: FONT_SIZE, underline: true, color: { rgb: '0B5C8A' } }, alignment: topLeft },
} as const satisfies Readonly<Record<string, Style>>;

/** Cells of tables, of figures and of the key. */
export const TABLE_CELLS = {
  text: { alignment: wrapped, border: ruled },
  date: { alignment: topLeft, border: ruled, numFmt: 'd mmmm yyyy' },
  dateAndDay: { alignment: topLeft, border: ruled, numFmt: 'd mmmm yyyy "("dddd")"' },
  dayAndDate: { alignment: topLeft, border: ruled, numFmt: 'dddd d mmmm yyyy' },
} as const satisfies Readonly<Record<string, Style>>;

const tone = (colours: { readonly background: string; readonly text: string }): Style => ({
  font: { ...bold, color: { rgb: colours.text } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours.background } },
  alignment: wrapped,
  border: ruled,
});

export const TONE_CELLS: Readonly<Record<RagTone, Style>> = {
  green: tone(PAPER_TONES.green),
  amber: tone(PAPER_TONES.amber),
  red: tone(PAPER_TONES.red),
  blue: tone(PAPER_TONES.blue),
  grey: tone(PAPER_TONES.grey),
};

export const TABLE_STYLES: readonly Style[] = [...Object.values(TABLE_CELLS), ...Object.values(TONE_CELLS)];
