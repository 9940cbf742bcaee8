import type { IPropertiesOptions, IXmlableObject } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { arialWidth } from '../charts/arial.ts';
import { DOCX_PAPER } from './docx-styles.ts';
import { type PaperTable, roomsOf } from './paper.ts';
import { isDivided, isKeptOnOnePage, isKeptWithNext, linesOf } from './row-heights.ts';

/**
 * The pages on which headings stand, for the contents. The library lays the pages out as Word does, but needs some 4 ms for each
 * row of a table, so it is given the rows as empty boxes, as tall as our own count of their lines makes them. Word counts again
 * when a person updates the contents.
 */
export const pageNumbersAsInWord =
  (grids: readonly PaperTable[]): NonNullable<IPropertiesOptions['pageNumbers']> =>
  (body, context) =>
    estimate(withRowsAsBoxes(body, grids), context);

/** Without `guess` the numbers would end at the first symbol that Arial does not have. */
const estimate = estimatePageNumbersWith({
  guess: true,
  measureWidth: (text, { size, bold }) => arialWidth(text, bold) * size,
});

/** The document as the library is about to write it: a table's last parts are its row of headings and the row that stands for its rows. */
const withRowsAsBoxes = (body: IXmlableObject, grids: readonly PaperTable[]): IXmlableObject => {
  const tables = grids.values();
  const blocks: readonly IXmlableObject[] = body['w:body'];
  return {
    'w:body': blocks.map((block) => {
      if (!('w:tbl' in block)) return block;
      const grid = tables.next().value;
      if (grid === undefined || grid.rows.length === 0) return block;
      return { 'w:tbl': [...block['w:tbl'].slice(0, -2), headingsAsBox(grid), ...rowsAsBoxes(grid)] };
    }),
  };
};

/** The library does not know the padding that the style of tables gives its cells. */
const headingsAsBox = (grid: PaperTable): IXmlableObject =>
  box(
    linesOf(
      grid.headings.map((text) => ({ text, bold: true })),
      roomsOf(grid, DOCX_PAPER),
    ),
    { withNext: true, repeated: true },
  );

const rowsAsBoxes = (grid: PaperTable): readonly IXmlableObject[] => {
  const rooms = roomsOf(grid, DOCX_PAPER);
  const onOnePage = isKeptOnOnePage(grid.rows, rooms);
  return grid.rows.flatMap((cells, index) => {
    const lines = linesOf(cells, rooms);
    if (!isDivided(cells, rooms))
      return [box(lines, { withNext: isKeptWithNext(index, grid.rows.length, { onOnePage }) })];
    // No page ends after the first line of a row, or before its last.
    return [
      box(2, { around: AROUND_TEXT / 2 }),
      ...Array.from({ length: lines - 4 }, () => box(1, { around: 0 })),
      box(2, { around: AROUND_TEXT / 2 }),
    ];
  });
};

const { line, row: AROUND_TEXT } = DOCX_PAPER;

type Box = { readonly withNext?: boolean; readonly repeated?: boolean; readonly around?: number };

/** Heights are in twentieths of a point. */
const box = (lines: number, { withNext = false, repeated = false, around = AROUND_TEXT }: Box): IXmlableObject => ({
  'w:tr': [
    {
      'w:trPr': [
        { 'w:cantSplit': {} },
        ...(repeated ? [{ 'w:tblHeader': {} }] : []),
        { 'w:trHeight': { _attr: { 'w:val': Math.ceil(lines * line + around), 'w:hRule': 'exact' } } },
      ],
    },
    { 'w:tc': [{ 'w:p': withNext ? [{ 'w:pPr': [{ 'w:keepNext': {} }] }] : [] }] },
  ],
});
