import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { strFromU8, zipSync } from 'fflate';
import { MOST_ROWS } from '../domain/chasing.ts';
import type { Grid, GridCell } from './grid.ts';
import { refuseFile } from './refused-file.ts';

const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;

export const isWorkbookPart = (name: string): boolean => NEEDED.test(name);

/** Above the table stand a few lines of words, and people leave gaps. */
const ROWS_ABOVE = 100;
const LAST_COLUMN = 'AZ';

/**
 * The sheets of a workbook. `parts` were checked and inflated by `readCheckedZip`; the library gets a new zip of those alone, so
 * that it sees nothing else, and only the cells of a range, because it lays a sheet out as a full rectangle. Formulas are never
 * worked out: a cell that has one is marked.
 */
export const workbookToGrids = async (parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Grid[]> => {
  for (const [name, part] of parts) refuseLong(name, strFromU8(part));
  const zip = zipSync(Object.fromEntries(parts), { level: 0 });
  const { sheets } = await readXlsx(zip, { range: `A1:${LAST_COLUMN}${MOST_ROWS + ROWS_ABOVE}` }).catch(() =>
    refuseFile('it is not a workbook that can be read; save it again as an Excel workbook (.xlsx)'),
  );
  return sheets.map(sheetToGrid);
};

const refuseLong = (name: string, xml: string): void => {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) refuseFile('it holds declarations that no workbook has');
  if (!name.startsWith('xl/worksheets/')) return;
  const { filled, last } = rowsOf(xml);
  if (filled > MOST_ROWS + ROWS_ABOVE || last > MOST_ROWS + ROWS_ABOVE) {
    refuseFile(
      `it has more than ${MOST_ROWS.toLocaleString('en-GB')} rows; a request sheet has one row for each action`,
    );
  }
};

/** How many rows hold anything, and the number of the last of them. Rows may go without a number. */
const rowsOf = (xml: string): { readonly filled: number; readonly last: number } => {
  let [filled, last, number] = [0, 0, 0];
  for (const row of xml.split(/<(?:\w+:)?row\b/).slice(1)) {
    number = Number(/^[^>]*?\br="(\d+)"/.exec(row)?.[1] ?? number + 1);
    if (!/<(?:\w+:)?(?:v|t|f)\b/.test(row)) continue;
    filled += 1;
    last = Math.max(last, number);
  }
  return { filled, last };
};

const sheetToGrid = (sheet: Sheet): Grid => {
  const merged = mergedCells(sheet);
  return {
    rows: sheet.rows.map((values, row) => ({
      at: `row ${row + 1}`,
      cells: values.map((value, column): GridCell => {
        const key = `${row},${column}`;
        const hasFormula = sheet.cells?.get(key)?.formula !== undefined || sheet.cells?.get(key)?.type === 'formula';
        return {
          text: valueToText(value),
          trouble: hasFormula ? 'formula' : merged.has(key) ? 'merged' : null,
        };
      }),
    })),
  };
};

/** Only within the rows that were read: a range may be declared over a million. */
const mergedCells = (sheet: Sheet): ReadonlySet<string> => {
  const merged = new Set<string>();
  for (const { startRow, endRow, startCol, endCol } of (sheet.merges ?? []).slice(0, MOST_ROWS)) {
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length - 1); row++) {
      for (let column = startCol; column <= Math.min(endCol, (sheet.rows[row]?.length ?? 1) - 1); column++) {
        merged.add(`${row},${column}`);
      }
    }
  }
  return merged;
};

const valueToText = (value: CellValue): string => {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? 'a date that cannot be read' : value.toISOString().slice(0, 10);
};
