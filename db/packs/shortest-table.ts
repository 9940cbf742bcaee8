/**
 * The search for the widths that make a table shortest. From the best of a few ways to share the room out, room goes from one
 * column to another, in ever smaller steps, for as long as rows become shorter. It does not look at every way, and is bounded:
 * what it finds is close to the shortest, and the same for the same table. All lengths are in ems.
 */
export type MeasuredColumn = {
  /** The longest word, heading included. */
  readonly word: number;
  /** The heading's and the rows' widths, line by line as they are written. */
  readonly cells: readonly (readonly number[])[];
};

/** The room of each column, which together have `room`; none has less than it needs. */
export const shortest = (
  columns: readonly MeasuredColumn[],
  needed: readonly number[],
  room: number,
): readonly number[] => {
  let best = start(columns, needed, room);
  for (const step of STEPS) {
    for (let move = 0; move < MOVES_A_STEP; move += 1) {
      const next = bestMove(columns, needed, best, step * room);
      if (next === null || next.height >= best.height) break;
      best = next;
    }
  }
  return best.rooms;
};

/** About how many lines texts of these widths take: each but the last ends half a word short of its room. */
export const linesIn = (cell: readonly number[], room: number): number => {
  let lines = 0;
  for (const width of cell) lines += width <= room ? 1 : Math.ceil(wrapped(width, room));
  return lines;
};

const wrapped = (width: number, room: number): number => {
  const short = Math.min(HALF_A_WORD, room / 4);
  return (width - short) / Math.max(room - short, 0.5);
};

const HALF_A_WORD = 1.3;

/** Parts of the whole room that go from one column to another at a time. */
const STEPS = [1 / 10, 1 / 30, 1 / 90] as const;
const MOVES_A_STEP = 12;

/** Columns with room for their texts, how tall each of their cells is there, and how tall the whole. */
type Layout = {
  readonly rooms: readonly number[];
  readonly cells: readonly (readonly number[])[];
  readonly height: number;
};

/** What the words leave goes to the columns by their longest texts, by their texts taken together, or more evenly than that. */
const start = (columns: readonly MeasuredColumn[], needed: readonly number[], room: number): Layout => {
  const longest = columns.map(({ cells }) => cells.reduce((most, cell) => Math.max(most, ...cell), 0));
  const typical = columns.map(({ cells }) => sum(cells.map(sum)) / cells.length);
  const layouts = [longest, typical, typical.map(Math.sqrt)].map((asked) =>
    laidOut(
      columns,
      shared(
        needed,
        asked.map((each, column) => Math.min(Math.max(each - (needed[column] ?? 0), 0), room)),
        room,
      ),
    ),
  );
  return lowest(layouts) ?? laidOut(columns, needed);
};

const shared = (needed: readonly number[], asked: readonly number[], room: number): readonly number[] => {
  const left = room - sum(needed);
  const all = sum(asked);
  return needed.map((width, column) => width + left * (all === 0 ? 1 / needed.length : (asked[column] ?? 0) / all));
};

const laidOut = (columns: readonly MeasuredColumn[], rooms: readonly number[]): Layout => {
  const heights = columns.map(({ cells }, column) => cells.map((cell) => cellHeight(cell, rooms[column] ?? 0)));
  return { rooms, cells: heights, height: heightOf(heights) };
};

/** From the column that misses the room least, to the one that makes most of it. */
const bestMove = (
  columns: readonly MeasuredColumn[],
  needed: readonly number[],
  from: Layout,
  step: number,
): Layout | null => {
  const moved = (before: Layout, column: number, by: number): Layout => {
    const room = (before.rooms[column] ?? 0) + by;
    const changed = columns[column]?.cells.map((cell) => cellHeight(cell, room)) ?? [];
    const cells = before.cells.map((each, index) => (index === column ? changed : each));
    return {
      rooms: before.rooms.map((each, index) => (index === column ? room : each)),
      cells,
      height: heightOf(cells),
    };
  };
  const mayGive = (column: number): boolean => (from.rooms[column] ?? 0) - step >= (needed[column] ?? 0);
  const giver = lowest(columns.map((_, column) => (mayGive(column) ? moved(from, column, -step) : null)));
  if (giver === null) return null;
  return lowest(
    columns.map((_, column) => (giver.rooms[column] === from.rooms[column] ? moved(giver, column, step) : null)),
  );
};

const lowest = (layouts: readonly (Layout | null)[]): Layout | null =>
  layouts.reduce(
    (best, layout) => (best === null || (layout !== null && layout.height < best.height) ? layout : best),
    null,
  );

/** Lines, and a little for how full they are, so that a move counts for something before it saves a line. */
const cellHeight = (cell: readonly number[], room: number): number => {
  let height = 0;
  for (const width of cell) {
    if (width <= room) height += 1;
    else {
      const lines = wrapped(width, room);
      height += Math.ceil(lines) + lines * FULLNESS;
    }
  }
  return height;
};

const FULLNESS = 0.3;

/** That of all rows; cells that are not the tallest of their row count a little, too. */
const heightOf = (cells: Layout['cells']): number => {
  let height = 0;
  let all = 0;
  for (let row = 0; row < (cells[0]?.length ?? 0); row += 1) {
    let tallest = 1;
    for (const column of cells) {
      const each = column[row] ?? 1;
      all += each;
      if (each > tallest) tallest = each;
    }
    height += tallest;
  }
  return height + all * CELL_OF_A_ROW;
};

const CELL_OF_A_ROW = 0.05;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
