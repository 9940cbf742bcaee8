import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { arialWidth } from './arial.ts';
import { columnWidths, isKeptOnOnePage } from './column-widths.ts';
import { BODY_HALF_POINTS, HEADER_FILL, RULE } from './docx-styles.ts';
import { textRuns } from './docx-text.ts';
import { figureText, type PackCell, type PackFigure, type PackTable, type RagKey, type RagTone } from './model.ts';
import { printable } from './printable.ts';
import { levelText, PAPER_TONES, ragLevel, ragText, unbroken } from './rag.ts';

const PADDING = { top: 20, bottom: 20, left: 80, right: 80 } as const;
const EM = BODY_HALF_POINTS * 10;

export type GridCell = { readonly text: string; readonly tone?: RagTone };
export type Grid = {
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly GridCell[])[];
};

export const tableToDocx = (table: PackTable, key: RagKey, available: number): Table =>
  gridToDocx({
    widths: columnWidths(table, key, { available, em: EM, padding: PADDING.left + PADDING.right + 20 }),
    headings: table.columns.map((column) => column.heading),
    rows: table.rows.map((row) => row.map((cell) => cellToGrid(cell, key))),
  });

export const figuresToDocx = (figures: readonly PackFigure[], available: number): Table => {
  const noted = figures.some((figure) => figure.note !== null);
  return gridToDocx({
    widths: portions(available, noted ? [4, 2.4, 4.6] : [6, 3]),
    headings: ['Figure', 'Result', ...(noted ? ['Note'] : [])],
    rows: figures.map((figure) => [
      { text: figure.label },
      { text: figureText(figure) },
      ...(noted ? [{ text: figure.note ?? '' }] : []),
    ]),
  });
};

export const ragKeyToDocx = (key: RagKey, available: number): Table => {
  const first = Math.min(
    available / 2,
    Math.max(...key.levels.map((level) => arialWidth(levelText(level), true)), 4) * EM * 1.05 +
      PADDING.left +
      PADDING.right,
  );
  return gridToDocx({
    widths: portions(available, [first, available - first]),
    headings: ['Rating', 'What it means'],
    rows: key.levels.map((level) => [{ text: unbroken(levelText(level)), tone: level.tone }, { text: level.rule }]),
  });
};

const cellToGrid = (cell: PackCell, key: RagKey): GridCell => {
  if (cell.kind !== 'rag') return { text: cell.text };
  const level = ragLevel(key, cell.level);
  const text = ragText(cell, level);
  return level === undefined ? { text } : { text: unbroken(text), tone: level.tone };
};

const portions = (available: number, weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((weight / total) * available));
};

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;

/** A heading row that repeats on every page, rows that stay whole, no merged cells, widths that add up to the page. */
export const gridToDocx = ({ widths, headings, rows }: Grid): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { ...PADDING, marginUnitType: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headings.map(
          (heading, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              shading: { fill: HEADER_FILL },
              children: [new Paragraph({ style: 'TableHeading', text: printable(heading) })],
            }),
        ),
      }),
      ...rows.map(
        (cells, index) =>
          new TableRow({
            cantSplit: true,
            keepNext: isKeptOnOnePage(headings.length, rows.length) && index < rows.length - 1,
            children: cells.map((cell, index) => gridCellToDocx(cell, widths[index] ?? 0)),
          }),
      ),
    ],
  });

const gridCellToDocx = ({ text, tone }: GridCell, width: number): TableCell => {
  const colours = tone === undefined ? undefined : PAPER_TONES[tone];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(colours === undefined ? {} : { shading: { fill: colours.background } }),
    children: [
      new Paragraph({
        style: 'TableText',
        children: textRuns(text, colours === undefined ? {} : { color: colours.text, bold: true }),
      }),
    ],
  });
};
