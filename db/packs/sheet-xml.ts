import type { CellStyle } from 'hucre/xlsx';
import { printable } from './printable.ts';

export type Style = CellStyle;
export type Value = string | number | null;

export type SheetCell = { readonly value: Value; readonly style: Style };

export type SheetRow = {
  readonly cells: readonly SheetCell[];
  /** In points; null for the height of one line. */
  readonly height: number | null;
};

/** The texts of a workbook's tables, each held once, numbered on from those that are already in the workbook. */
export type SharedTexts = { readonly first: number; readonly numbers: Map<string, number> };

const textNumber = ({ first, numbers }: SharedTexts, text: string): number => {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = first + numbers.size;
  numbers.set(text, number);
  return number;
};

/**
 * The rows of a table as SpreadsheetML, from row `first` (counted from nought) on. Numbers are numbers; every string is a string
 * cell, which no program takes for a formula, an error or a date, whatever it begins with.
 */
export const tableRowsToXml = (
  rows: Iterable<SheetRow>,
  first: number,
  styleNumbers: ReadonlyMap<Style, number>,
  texts: SharedTexts,
): string => {
  const letters: string[] = [];
  let xml = '';
  let r = first;
  for (const { cells, height } of rows) {
    r += 1;
    xml += height === null ? `<row r="${r}">` : `<row r="${r}" ht="${height}" customHeight="1">`;
    let c = 0;
    for (const { value, style } of cells) {
      const start = `<c r="${(letters[c] ??= columnLetters(c))}${r}" s="${styleNumbers.get(style) ?? 0}"`;
      c += 1;
      if (value === null || value === '') xml += `${start}/>`;
      else if (typeof value === 'number') xml += Number.isFinite(value) ? `${start}><v>${value}</v></c>` : `${start}/>`;
      else xml += `${start} t="s"><v>${textNumber(texts, value)}</v></c>`;
    }
    xml += '</row>';
  }
  return xml;
};

/** The workbook's table of texts with those of its tables at the end. */
export const withSharedTexts = (xml: string, { first, numbers }: SharedTexts): string => {
  let items = '';
  for (const text of numbers.keys()) items += `<si><t xml:space="preserve">${escaped(cellText(text))}</t></si>`;
  const total = first + numbers.size;
  return xml
    .replace(/<sst ([^>]*?) count="\d+" uniqueCount="\d+">/, `<sst $1 count="${total}" uniqueCount="${total}">`)
    .replace('</sst>', () => `${items}</sst>`);
};

/** How many texts a workbook's table of texts holds. */
export const sharedTextCount = (xml: string): number => {
  const count = / uniqueCount="(\d+)"/.exec(xml)?.[1];
  if (count === undefined) throw new Error('the workbook does not say how many texts it holds');
  return Number(count);
};

/** Row and column are counted from nought: 0, 0 is "A1". */
export const cellReference = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

const LONGEST_TEXT = 32_767;
const CUT_HERE = ' … (cut here: a spreadsheet cell holds no more; the document has the whole text)';

/** Spreadsheets read "_x0041_" inside a text as an escaped letter, so an underscore that would begin one is itself escaped. */
export const cellText = (text: string): string => {
  const clean = printable(text);
  const literal = clean.includes('_x') ? clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : clean;
  if (literal.length <= LONGEST_TEXT) return literal;
  return literal.slice(0, LONGEST_TEXT - CUT_HERE.length).toWellFormed() + CUT_HERE;
};

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
