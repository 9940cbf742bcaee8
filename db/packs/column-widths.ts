import { arialWidth } from '../charts/arial.ts';
import type { CellWords } from './row-heights.ts';
import { linesIn, type MeasuredColumn, shortest } from './shortest-table.ts';

/** The words of a table as they are printed. */
export type TableWords = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellWords[])[];
};

/** Lengths are in the unit of `available`; `em` is the size of the type in it and `padding` what a cell adds to its text. */
export type TableRoom = { readonly available: number; readonly em: number; readonly padding: number };

/** What a table's words need, in ems; measured once, for any room. */
export type MeasuredWords = {
  /** Of each column the heading, as often as it weighs, then the weighed rows. */
  readonly columns: readonly MeasuredColumn[];
  /** How many rows of the table each weighed row stands for. */
  readonly each: number;
};

/** `lines`: about how many lines all rows take in these widths; `breaksWords`: whether the room is too narrow for the words. */
export type FittedColumns = {
  readonly widths: readonly number[];
  readonly lines: number;
  readonly breaksWords: boolean;
};

const ROWS_MEASURED = 500;
const ROWS_WEIGHED = 40;

/** The headings stand again on each page: a long table prints them as often as these go into its rows. */
const ROWS_A_PAGE = 15;

export const measuredWords = ({ headings, rows }: TableWords): MeasuredWords => {
  const measured = spread(rows, ROWS_MEASURED);
  const weighed = spread(rows, ROWS_WEIGHED);
  const each = weighed.length === 0 ? 1 : rows.length / weighed.length;
  const timesHeaded = Math.max(1, Math.round(rows.length / ROWS_A_PAGE / each));
  return {
    columns: headings.map((text, column) => ({
      word: measured.reduce((longest, row) => longestWord(row[column], longest), longestWord({ text, bold: true }, 0)),
      cells: [
        ...Array.from({ length: timesHeaded }, () => [arialWidth(text, true)]),
        ...weighed.map((row) => lineWidths(row[column])),
      ],
    })),
    each,
  };
};

/**
 * Shares a width out among a table's columns so that the table is about as short as it can be. Each column gets what its longest
 * word needs, so that no word is broken, and of the rest what makes rows shorter. When the words alone are too wide, the columns
 * with the longest give way.
 */
export const columnWidths = (
  { columns, each }: MeasuredWords,
  { available, em, padding }: TableRoom,
): FittedColumns => {
  const around = padding / em + SLACK;
  const room = Math.max(available / em - columns.length * around, 0);
  const needed = columns.map(({ word }) => Math.min(word, LONGEST_KEPT_WHOLE));
  const breaksWords = sum(needed) > room;
  const readable = columns.map(({ cells }, column) => Math.max(needed[column] ?? 0, readableRoom(cells)));
  const rooms = breaksWords
    ? levelled(needed, room)
    : shortest(columns, sum(readable) <= room ? readable : needed, room);
  const [heading = 1, ...rows] = (columns[0]?.cells ?? []).map((_, row) =>
    Math.max(...columns.map(({ cells }, column) => linesIn(cells[row] ?? [], rooms[column] ?? 0))),
  );
  return {
    widths: wholeWidths(
      rooms.map((ems) => (ems + around) * em),
      available,
    ),
    lines: heading + sum(rows) * each,
    breaksWords,
  };
};

/** In ems, about 18 letters: longer "words" are web addresses and the like, and may be broken. */
const LONGEST_KEPT_WHOLE = 10;

/** In ems: a text of some length is not stacked word upon word, even where that would make its table shorter. */
const readableRoom = (cells: readonly (readonly number[])[]): number =>
  Math.min(Math.max(...cells.map((cell) => Math.max(...cell))) / 3, READABLE);

const READABLE = 7;

/** In ems: printers differ a little in how wide they draw the same words. */
const SLACK = 0.1;

const spread = <Row>(rows: readonly Row[], atMost: number): readonly Row[] =>
  rows.length <= atMost
    ? rows
    : Array.from({ length: atMost }, (_, index) => rows[Math.floor((index * rows.length) / atMost)] as Row);

const longestWord = (cell: CellWords | undefined, atLeast: number): number => {
  let longest = atLeast;
  if (cell === undefined) return longest;
  for (const word of keptWhole(cell.text)) {
    // No letter is wider than an em, or nearly.
    if (word.length > longest) longest = Math.max(longest, arialWidth(word, cell.bold === true));
  }
  return longest;
};

/** The words of a text; of a date the day and its month are one, so that no more than its year stands on a line below. */
const keptWhole = (text: string): readonly string[] =>
  DATE.test(text) ? [text.slice(0, -5)] : text.split(/[ \t\r\n]+/);

const DATE = /^\d{1,2} [A-Z][a-z]+ \d{4}$/;

const lineWidths = (cell: CellWords | undefined): readonly number[] =>
  cell === undefined ? [0] : cell.text.split('\n').map((line) => arialWidth(line, cell.bold === true));

/** The needs, cut at the one height that makes them fit. */
const levelled = (needed: readonly number[], room: number): readonly number[] => {
  let left = room;
  const ascending = [...needed].sort((a, b) => a - b);
  for (const [index, need] of ascending.entries()) {
    const level = left / (ascending.length - index);
    if (need > level) return needed.map((width) => Math.min(width, level));
    left -= need;
  }
  return needed;
};

const wholeWidths = (widths: readonly number[], available: number): readonly number[] => {
  const whole = widths.map(Math.floor);
  const rounding = Math.floor(available) - sum(whole);
  return whole.map((width, index) => (index === whole.length - 1 ? width + rounding : width));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
