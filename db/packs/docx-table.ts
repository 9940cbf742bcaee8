import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { arialWidth } from '../charts/arial.ts';
import { columnWidths } from './column-widths.ts';
import { BODY_HALF_POINTS, CELL_PADDING } from './docx-styles.ts';
import { TABLE_STYLE } from './docx-table-style.ts';
import { figureText, type PackCell, type PackFigure, type PackTable, type RagKey, type RagTone } from './model.ts';
import { printable } from './printable.ts';
import { levelText, ragLevel, ragText, unbroken } from './rag.ts';
import type { CellWords } from './row-heights.ts';

const EM = BODY_HALF_POINTS * 10;

/** A cell with a tone is bold. */
export type GridCell = CellWords & { readonly tone?: RagTone };
export type Grid = {
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly GridCell[])[];
};

/** What each column has for its text, in ems. */
export const roomsOf = ({ widths }: Grid): readonly number[] =>
  widths.map((width) => (width - CELL_PADDING.left - CELL_PADDING.right) / EM);

export const tableToDocx = (table: PackTable, key: RagKey, available: number): Table =>
  gridToDocx({
    widths: columnWidths(table, key, { available, em: EM, padding: CELL_PADDING.left + CELL_PADDING.right + 20 }),
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
      CELL_PADDING.left +
      CELL_PADDING.right,
  );
  return gridToDocx({
    widths: portions(available, [first, available - first]),
    headings: ['Rating', 'What it means'],
    rows: key.levels.map((level) => [
      { text: unbroken(levelText(level)), tone: level.tone, bold: true },
      { text: level.rule },
    ]),
  });
};

const cellToGrid = (cell: PackCell, key: RagKey): GridCell => {
  if (cell.kind !== 'rag') return { text: cell.text };
  const level = ragLevel(key, cell.level);
  const text = ragText(cell, level);
  return level === undefined ? { text } : { text: unbroken(text), tone: level.tone, bold: true };
};

const portions = (available: number, weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((weight / total) * available));
};

/**
 * A heading row that repeats on every page, no merged cells, widths that add up to the page. The rows are
 * written by `docxFile`; until then one empty row stands for them.
 */
export const gridToDocx = (grid: Grid): Table => {
  const { widths, headings, rows } = grid;
  const table = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    style: TABLE_STYLE,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headings.map(
          (heading, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: [new Paragraph({ style: 'TableHeading', text: printable(heading) })],
            }),
        ),
      }),
      ...(rows.length === 0 ? [] : [new TableRow({ children: [new TableCell({ children: [new Paragraph('')] })] })]),
    ],
  });
  grids.set(table, grid);
  return table;
};

/** What a table of the document holds, if it is one. */
export const gridOf = (child: FileChild): Grid | undefined => grids.get(child);

const grids = new WeakMap<FileChild, Grid>();
