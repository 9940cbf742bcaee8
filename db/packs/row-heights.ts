/**
 * How tall the rows of a table are on paper, in lines of text, and what follows from it: a short row is not divided between pages,
 * a long one is, since it would leave the rest of its page empty; and a small table stays on one page as a whole.
 */
import { arialWidth } from '../charts/arial.ts';

export type CellWords = { readonly text: string; readonly bold?: boolean };
type RowWords = readonly CellWords[];

/** `rooms`: what each column has for its text, in ems. */
export const linesOf = (row: RowWords, rooms: readonly number[]): number =>
  Math.max(
    1,
    ...row.map(({ text, bold }, column) =>
      text.split('\n').reduce((sum, line) => sum + wrappedLines(line, rooms[column] ?? 0, bold === true), 0),
    ),
  );

const DIVIDED_ABOVE = 7;
const SMALL_TABLE = { columns: 10, rows: 6, lines: 15 } as const;

export const isDivided = (row: RowWords, rooms: readonly number[]): boolean =>
  row.some(({ text }, column) => mayBeLong(text, rooms[column] ?? 0)) && linesOf(row, rooms) > DIVIDED_ABOVE;

export const isKeptOnOnePage = (rows: readonly RowWords[], rooms: readonly number[]): boolean =>
  rooms.length <= SMALL_TABLE.columns &&
  rows.length <= SMALL_TABLE.rows &&
  rows.reduce((lines, row) => lines + linesOf(row, rooms), 0) <= SMALL_TABLE.lines;

/** Rows, counted from nought, that no page ends after: neither the first of a table stands alone at a foot nor the last at a head. */
export const isKeptWithNext = (row: number, rows: number, { onOnePage }: { readonly onOnePage: boolean }): boolean =>
  row < rows - 1 && (onOnePage || row === 0 || row === rows - 2);

/** Nearly every text is seen to be short without its letters being measured: a line holds more letters than it is ems wide, or nearly. */
const mayBeLong = (text: string, room: number): boolean =>
  text.length > DIVIDED_ABOVE * room * 0.7 || text.includes('\n');

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
