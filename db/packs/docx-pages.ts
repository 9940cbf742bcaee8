import type { IPropertiesOptions, IXmlableObject } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { arialWidth } from '../charts/arial.ts';
import { isKeptOnOnePage } from './column-widths.ts';
import { BODY_HALF_POINTS, CELL_PADDING, TABLE_TEXT } from './docx-styles.ts';
import type { Grid, GridCell } from './docx-table.ts';

/**
 * The pages on which headings stand, for the contents. The library lays the pages out as Word does, but needs some 4 ms for each
 * row of a table, so it is given the rows as empty boxes, as tall as our own count of their lines makes them. Word counts again
 * when a person updates the contents.
 */
export const pageNumbersAsInWord =
  (grids: readonly Grid[]): NonNullable<IPropertiesOptions['pageNumbers']> =>
  (body, context) =>
    estimate(withRowsAsBoxes(body, grids), context);

/** Without `guess` the numbers would end at the first symbol that Arial does not have. */
const estimate = estimatePageNumbersWith({
  guess: true,
  measureWidth: (text, { size, bold }) => arialWidth(text, bold) * size,
});

/** The document as the library is about to write it: of each table's parts, in order, the last is the row that stands for its rows. */
const withRowsAsBoxes = (body: IXmlableObject, grids: readonly Grid[]): IXmlableObject => {
  const tables = grids.values();
  const blocks: readonly IXmlableObject[] = body['w:body'];
  return {
    'w:body': blocks.map((block) => {
      if (!('w:tbl' in block)) return block;
      const grid = tables.next().value;
      if (grid === undefined || grid.rows.length === 0) return block;
      return { 'w:tbl': [...block['w:tbl'].slice(0, -1), ...rowsAsBoxes(grid)] };
    }),
  };
};

const rowsAsBoxes = (grid: Grid): readonly IXmlableObject[] => {
  const kept = isKeptOnOnePage(grid.headings.length, grid.rows.length);
  return grid.rows.map((cells, index) => box(heightOf(cells, grid.widths), kept && index < grid.rows.length - 1));
};

const box = (height: number, withNext: boolean): IXmlableObject => ({
  'w:tr': [
    { 'w:trPr': [{ 'w:cantSplit': {} }, { 'w:trHeight': { _attr: { 'w:val': height, 'w:hRule': 'exact' } } }] },
    { 'w:tc': [{ 'w:p': withNext ? [{ 'w:pPr': [{ 'w:keepNext': {} }] }] : [] }] },
  ],
});

/** In twentieths of a point. */
const heightOf = (cells: readonly GridCell[], widths: readonly number[]): number => {
  const lines = cells.map(({ text, tone }, column) =>
    text.split('\n').reduce((sum, line) => sum + wrappedLines(line, room(widths[column] ?? 0), tone !== undefined), 0),
  );
  const { line, before, after, border } = TABLE_TEXT;
  return Math.ceil(Math.max(1, ...lines) * line + before + after + border + CELL_PADDING.top + CELL_PADDING.bottom);
};

/** In ems. */
const room = (width: number): number => (width - CELL_PADDING.left - CELL_PADDING.right) / (BODY_HALF_POINTS * 10);

/** How many lines Word makes of a text in a room, where words may part at spaces and after hyphens. */
const wrappedLines = (text: string, room: number, bold: boolean): number => {
  if (room <= 0 || text.length < room) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.match(/[^ -]*(?:-+| +|$)/g) ?? []) {
    const seen = arialWidth(word.trimEnd(), bold);
    if (used > 0 && used + seen > room) {
      lines += 1;
      used = 0;
    }
    if (seen > room) lines += Math.ceil(seen / room) - 1;
    used = (seen > room ? seen % room : used + seen) + arialWidth(word, bold) - seen;
  }
  return lines;
};
