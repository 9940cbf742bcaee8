import { DOCX_PAPER, toneStyle } from './docx-styles.ts';
import { type PaperTable, roomsOf } from './paper.ts';
import type { GridCell } from './paper-tables.ts';
import { printable } from './printable.ts';
import { PAPER_TONES } from './rag.ts';
import { isDivided, isKeptOnOnePage, isKeptWithNext } from './row-heights.ts';

/** Rows of a table as WordprocessingML, where `first` is the number of the first of them in its table, from nought. */
export const rowsToXml = (grid: PaperTable, rows: PaperTable['rows'], first: number): string => {
  const rooms = roomsOf(grid, DOCX_PAPER);
  const onOnePage = isKeptOnOnePage(grid.rows, rooms);
  let xml = '';
  for (const [index, cells] of rows.entries()) {
    const divided = isDivided(cells, rooms);
    const withNext = !divided && isKeptWithNext(first + index, grid.rows.length, { onOnePage });
    xml += divided ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
    for (const [column, cell] of cells.entries()) xml += cellToXml(cell, grid.widths[column] ?? 0, withNext);
    xml += '</w:tr>';
  }
  return xml;
};

const cellToXml = ({ text, tone }: GridCell, width: number, withNext: boolean): string => {
  const shading = tone === undefined ? '' : `<w:shd w:fill="${PAPER_TONES[tone].background}" w:val="clear"/>`;
  const style = tone === undefined ? '' : `<w:rPr><w:rStyle w:val="${toneStyle(tone)}"/></w:rPr>`;
  const lines = printable(text).split('\n').map(lineToXml).join('<w:br/>');
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="TableText"/>${withNext ? '<w:keepNext/>' : ''}</w:pPr><w:r>${style}${lines}</w:r></w:p></w:tc>`
  );
};

const lineToXml = (line: string): string => `<w:t xml:space="preserve">${escaped(line)}</w:t>`;

const escaped = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
