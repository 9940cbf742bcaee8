import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { TABLE_STYLE } from './docx-table-style.ts';
import type { PaperTable } from './paper.ts';
import { printable } from './printable.ts';

/**
 * A heading row that repeats on every page, no merged cells, widths that add up to the page. The rows are
 * written by `docxFile`; until then one empty row stands for them.
 */
export const tableToDocx = (grid: PaperTable): Table => {
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
export const gridOf = (child: FileChild): PaperTable | undefined => grids.get(child);

const grids = new WeakMap<FileChild, PaperTable>();
