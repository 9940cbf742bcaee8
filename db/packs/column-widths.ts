import { arialWidth } from '../charts/arial.ts';
import type { RagKey, PackTable } from './model.ts';
import { ragLevel, ragText, unbroken } from './rag.ts';

/** Tables with more columns than this stand on a landscape page. */
export const PORTRAIT_COLUMNS_AT_MOST = 6;

export const isWide = (table: PackTable): boolean =>
  table.rows.length > 0 && table.columns.length > PORTRAIT_COLUMNS_AT_MOST;

/**
 * Shares a width out among a table's columns. Each column gets what its longest word needs, so that no word is broken; what is
 * left goes to the columns by their relative widths. When the words alone are too wide, the columns with the longest give way.
 * All lengths are in the unit of `available`; `em` is the size of the type in it and `padding` what a cell adds to its text.
 */
export const columnWidths = (
  table: PackTable,
  key: RagKey,
  { available, em, padding }: { readonly available: number; readonly em: number; readonly padding: number },
): readonly number[] => {
  const needed = longestWords(table, key).map((ems) => Math.min(ems, LONGEST_KEPT_WHOLE) * em + padding);
  const weights = table.columns.map((column) => Math.max(column.width, 0.1));
  const widths = sum(needed) >= available ? levelled(needed, available) : sharedOut(needed, weights, available);
  const whole = widths.map(Math.floor);
  const rounding = Math.floor(available) - sum(whole);
  return whole.map((width, index) => (index === whole.length - 1 ? width + rounding : width));
};

/** In ems, about 18 letters: longer "words" are web addresses and the like, and may be broken. */
const LONGEST_KEPT_WHOLE = 10;

/** The needs, cut at the one height that makes them fit. */
const levelled = (needed: readonly number[], available: number): readonly number[] => {
  let left = available;
  const ascending = [...needed].sort((a, b) => a - b);
  for (const [index, need] of ascending.entries()) {
    const level = left / (ascending.length - index);
    if (need > level) return needed.map((width) => Math.min(width, level));
    left -= need;
  }
  return needed;
};

/** Widths in proportion to the weights, where no column falls below what it needs. */
const sharedOut = (needed: readonly number[], weights: readonly number[], available: number): readonly number[] => {
  const short = new Set<number>();
  for (;;) {
    const left = available - sum(needed.filter((_, index) => short.has(index)));
    const weight = sum(weights.filter((_, index) => !short.has(index)));
    const share = (index: number): number => (left * (weights[index] ?? 0)) / weight;
    const fallen = needed.findIndex((width, index) => !short.has(index) && share(index) < width);
    if (fallen === -1) return needed.map((width, index) => (short.has(index) ? width : share(index)));
    short.add(fallen);
  }
};

const ROWS_MEASURED = 500;

/** The longest unbreakable word of each column, heading included, in ems. */
const longestWords = (table: PackTable, key: RagKey): readonly number[] =>
  table.columns.map((column, index) => {
    let longest = longestWord(column.heading, true);
    for (const row of table.rows.slice(0, ROWS_MEASURED)) {
      const cell = row[index];
      if (cell?.kind === 'rag') {
        const level = ragLevel(key, cell.level);
        longest = Math.max(longest, longestWord(unbroken(ragText(cell, level)), true));
      } else if (cell !== undefined) {
        longest = Math.max(longest, longestWord(cell.text, false));
      }
    }
    return longest;
  });

const longestWord = (text: string, bold: boolean): number =>
  text.split(/[ \t\r\n]+/).reduce((longest, word) => Math.max(longest, arialWidth(word, bold)), 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
