import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { civilDateToInstant } from './civil-date.ts';
import { printable } from './printable.ts';
import {
  cellReference,
  cellText,
  sharedTextCount,
  type SharedTexts,
  type SheetRow,
  type Style,
  tableRowsToXml,
  type Value,
  withSharedTexts,
} from './sheet-xml.ts';
import { stableZipInTurns } from './stable-zip.ts';
import type { Turn } from './turns.ts';

/** Words on a sheet: rows of values, and the cells among them that have a style or a link, counted from nought. */
export type SheetWords = {
  readonly rows: readonly (readonly Value[])[];
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly style: Style;
    readonly linkTo?: string;
  }[];
  /** In points, of the rows that are taller than one line. */
  readonly heights: ReadonlyMap<number, number>;
};

/** Words that a column's cells may be filled in with, offered as a list. */
export type SheetChoice = {
  /** Counted from nought. */
  readonly column: number;
  readonly words: readonly string[];
  /** Said when something else is typed. */
  readonly advice: string;
};

export type SheetTable = {
  /** Words whose one row is the table's headings. */
  readonly headings: SheetWords;
  readonly columns: number;
  /** Every style that a cell of `rows` may have. */
  readonly styles: readonly Style[];
  readonly rowCount: number;
  /** Made as they are written, so that a big table is never held twice. */
  readonly rows: Iterable<SheetRow>;
  readonly choices?: readonly SheetChoice[];
};

export type WorkbookSheet = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly above: SheetWords;
  readonly table: SheetTable | null;
  readonly below: SheetWords;
};

export type Workbook = {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly keywords: string;
  readonly marking: string;
  /** Civil date the workbook says it was made and changed on. */
  readonly date: string;
  readonly sheets: readonly WorkbookSheet[];
};

export const FONT = 'Arial';
export const FONT_SIZE = 12;

/**
 * The one place that knows the spreadsheet library. The library writes the workbook: styles, sheets, words, page set-up. Its
 * cost is in the cells (a style looked up for each, every row resolved twice), so it writes of each table only the headings and
 * one row of specimens, a cell for each style; the table's rows are then put where that row stands, with the specimens' styles.
 */
export const workbookToXlsx = async (workbook: Workbook, turn?: Turn): Promise<Uint8Array> => {
  const of = workbook.sheets.reduce((sum, { table }) => sum + (table?.rowCount ?? 0), 0);
  let done = 0;
  const parts = unzipSync(await writeXlsx(workbookToLibrary(workbook)));
  const sharedStrings = strFromU8(parts[SHARED_STRINGS] ?? new Uint8Array());
  const texts: SharedTexts = { first: sharedTextCount(sharedStrings), numbers: new Map() };
  for (const [index, sheet] of workbook.sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const xml = parts[path];
    if (sheet.table === null || xml === undefined) continue;
    parts[path] = strToU8(withTableRows(strFromU8(xml), sheet, sheet.table, texts));
    done += sheet.table.rowCount;
    // oxlint-disable-next-line no-await-in-loop -- one sheet after another, with room for others in between
    await turn?.(done, of);
  }
  parts[SHARED_STRINGS] = strToU8(withSharedTexts(sharedStrings, texts));
  return stableZipInTurns(parts, async () => turn?.(of, of));
};

const SHARED_STRINGS = 'xl/sharedStrings.xml';

const workbookToLibrary = (workbook: Workbook): Parameters<typeof writeXlsx>[0] => {
  const instant = civilDateToInstant(workbook.date);
  return {
    defaultFont: { name: FONT, size: FONT_SIZE },
    properties: {
      title: printable(workbook.title),
      subject: printable(workbook.subject),
      creator: printable(workbook.creator),
      lastModifiedBy: printable(workbook.creator),
      keywords: printable(workbook.keywords),
      created: instant,
      modified: instant,
    },
    // Not the library's own print titles: it does not quote the names of sheets.
    namedRanges: workbook.sheets.flatMap((sheet) => {
      if (sheet.table === null) return [];
      const row = sheet.above.rows.length + 1;
      return [
        { name: '_xlnm.Print_Titles', range: `${quotedSheetName(sheet.name)}!$${row}:$${row}`, scope: sheet.name },
      ];
    }),
    sheets: workbook.sheets.map((sheet) => sheetToLibrary(sheet, workbook.marking)),
  };
};

const sheetToLibrary = (sheet: WorkbookSheet, marking: string): WriteSheet => {
  const { above, table, below } = sheet;
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height: number }>();
  const add = (words: SheetWords): void => {
    const first = rows.length;
    for (const { row, column, style, linkTo } of words.cells) {
      const link = linkTo === undefined ? {} : { hyperlink: { target: '', location: `${quotedSheetName(linkTo)}!A1` } };
      cells.set(`${first + row},${column}`, { style, ...link });
    }
    for (const [row, height] of words.heights) rowDefs.set(first + row, { height });
    for (const [index, row] of words.rows.entries()) {
      rows.push(row.map((value) => (typeof value === 'string' ? cellText(value) : value)));
      for (const [column, value] of (rows.at(-1) ?? []).entries()) {
        // The library would write these words as error values; as rich text they stay words.
        if (typeof value !== 'string' || !ERROR_WORDS.has(value)) continue;
        const place = `${first + index},${column}`;
        cells.set(place, { ...cells.get(place), richText: [{ text: value }] });
      }
    }
  };
  add(above);
  if (table !== null) {
    add(table.headings);
    for (const [column, style] of table.styles.entries()) cells.set(`${rows.length},${column}`, { style });
    for (let row = 0; row < table.rowCount; row++) rows.push([]);
  }
  add(below);
  const heading = above.rows.length;
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows,
    cells,
    rowDefs,
    view: { showGridLines: table !== null },
    ...(table === null
      ? {}
      : {
          freezePane: { rows: heading + 1 },
          autoFilter: { range: `A${heading + 1}:${cellReference(heading + table.rowCount, table.columns - 1)}` },
          dataValidations: (table.choices ?? []).filter(isListable).map(({ column, words, advice }) => ({
            type: 'list',
            values: [...words],
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'stop',
            errorTitle: 'Choose from the list',
            errorMessage: advice,
            range: `${cellReference(heading + 1, column)}:${cellReference(heading + table.rowCount, column)}`,
          })),
        }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.8, bottom: 0.75, header: 0.35, footer: 0.35 },
    },
    headerFooter: {
      oddHeader: `&C${MARGIN_TYPE}${inMargin(marking)}`,
      oddFooter: `&C${MARGIN_TYPE}${inMargin(marking)} · page &P of &N`,
    },
  };
};

/** A list is held as one text of at most 255 characters, parted by commas; other words can only be typed. */
const isListable = ({ words }: SheetChoice): boolean =>
  words.length > 0 && words.join(',').length <= 255 && words.every((word) => !/[,"]/.test(word));

/** The specimens' row gives the number of each style, and gives way to the table's rows. */
const withTableRows = (xml: string, sheet: WorkbookSheet, table: SheetTable, texts: SharedTexts): string => {
  const first = sheet.above.rows.length + 1;
  const specimens = new RegExp(`<row r="${first + 1}">(.*?)</row>`).exec(xml);
  const numbers = [...(specimens?.[1] ?? '').matchAll(/<c r="[A-Z]+\d+" s="(\d+)"\/>/g)].map(([, number]) =>
    Number(number),
  );
  if (specimens === null || numbers.length !== table.styles.length)
    throw new Error('the specimens of styles are missing');
  const styles = new Map(table.styles.map((style, index) => [style, numbers[index] ?? 0]));
  const last = cellReference(
    first + table.rowCount + sheet.below.rows.length - 1,
    Math.max(table.columns, sheet.widths.length) - 1,
  );
  const before = xml.slice(0, specimens.index).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
  return before + tableRowsToXml(table.rows, first, styles, texts) + xml.slice(specimens.index + specimens[0].length);
};

/** Size before typeface: a size code swallows digits that follow it, a quoted typeface does not. */
const MARGIN_TYPE = `&${FONT_SIZE}&"${FONT},Bold"`;

/** In headers and footers an ampersand begins a code, unless doubled; Excel allows 255 characters in all. */
const inMargin = (text: string): string => printable(text).replaceAll('\n', ' ').slice(0, 90).replaceAll('&', '&&');

const quotedSheetName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const ERROR_WORDS: ReadonlySet<string> = new Set(
  '#VALUE! #REF! #N/A #NAME? #NULL! #DIV/0! #NUM! #GETTING_DATA #SPILL! #CALC!'.split(' '),
);
