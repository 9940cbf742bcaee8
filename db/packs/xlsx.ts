import { formatDate } from '../domain/date-words.ts';
import { civilDateToSerial } from './civil-date.ts';
import { columnWidths, measuredWords } from './column-widths.ts';
import { documentSubject, type Fact, packParts } from './cover.ts';
import { dataDictionary } from './data-dictionary.ts';
import { figureText, type Pack, type PackBlock, type PackCell, type PackTable, type RagKey } from './model.ts';
import { tableGrid } from './paper-tables.ts';
import { keyHeading, levelText, ragLevel, ragText, withoutFullStop } from './rag.ts';
import { DIGITS_TO_AN_EM, lineCounter, rowHeight, wrapped } from './sheet-lines.ts';
import { sheetNames } from './sheet-names.ts';
import { type SheetPlan, sheetPlans } from './sheet-plans.ts';
import { SHEET_STYLES, TABLE_CELLS, TABLE_STYLES, TONE_CELLS } from './sheet-styles.ts';
import type { SheetCell, SheetRow, Style, Value } from './sheet-xml.ts';
import type { Turn } from './turns.ts';
import { FONT_SIZE, type SheetWords, type WorkbookSheet, workbookToXlsx } from './workbook.ts';

/**
 * The pack as a workbook to sort, filter and print: a cover, a sheet for each section, and a data dictionary. Filters, frozen
 * headings and repeated print titles work for one table a sheet only, so a section's further tables get sheets of their own.
 */
export const packToXlsx = (pack: Pack, turn?: Turn): Promise<Uint8Array> => {
  const { facts, coverBlocks, sections } = packParts(pack);
  const ofSections = sections.flatMap(sheetPlans);
  const [coverName = '', ...names] = sheetNames(['Cover', ...ofSections.map((plan) => plan.title), 'Data dictionary']);
  const named = ofSections.map((plan, index) => ({ name: names[index] ?? '', plan }));
  const plans = [...ofSections, dataDictionary(named)];
  const sheetOfTable = new Map(
    plans.flatMap((plan, index) => (plan.table === null ? [] : [[plan.table, names[index] ?? '']])),
  );
  const contents = plans.map((plan, index) => ({ name: names[index] ?? '', holds: plan.holds }));
  return workbookToXlsx(
    {
      title: pack.title,
      subject: documentSubject(pack),
      creator: pack.board,
      keywords: pack.marking,
      marking: pack.marking,
      date: pack.dataAsAt,
      sheets: [
        coverSheet(coverName, pack, facts, coverBlocks, contents),
        ...plans.map((plan, index) => planToSheet(names[index] ?? '', plan, pack.ragKey, sheetOfTable)),
      ],
    },
    turn,
  );
};

/** Words being written down a sheet. */
type Page = {
  readonly rows: Value[][];
  readonly cells: { row: number; column: number; style: Style; linkTo?: string }[];
  readonly heights: Map<number, number>;
};

const newPage = (): Page => ({ rows: [], cells: [], heights: new Map() });

const addRow = (page: Page, values: Value[], styles: readonly Style[] = [], linkTo?: string): void => {
  const row = page.rows.length;
  for (const [column, style] of styles.entries()) {
    page.cells.push({ row, column, style, ...(linkTo === undefined ? {} : { linkTo }) });
    const points = style.font?.size ?? FONT_SIZE;
    if (points > FONT_SIZE) page.heights.set(row, Math.ceil(points * 1.4));
  }
  page.rows.push(values);
};

/** For rows whose cells wrap: not every program makes room for wrapped lines when it opens a workbook. */
const addWrappedRow = (page: Page, values: Value[], styles: readonly Style[], widths: readonly number[]): void => {
  const lines = values.map((value, c) => (typeof value === 'string' ? lineCounter(widths[c] ?? 1)(value) : 1));
  const tallest = Math.max(1, ...lines);
  if (tallest > 1) page.heights.set(page.rows.length, rowHeight(tallest));
  addRow(page, values, styles);
};

const addLines = (page: Page, text: string, letters: number): void => {
  for (const line of wrapped(text, letters)) addRow(page, [line], [SHEET_STYLES.line]);
};

/** Columns of a sheet of words: also what facts, figures and the key stand in. */
const WORD_WIDTHS = [34, 14, 14, 26, 62] as const;
const LETTERS_TO_A_LINE = 132;

const coverSheet = (
  name: string,
  pack: Pack,
  facts: readonly Fact[],
  blocks: readonly PackBlock[],
  contents: readonly { readonly name: string; readonly holds: string }[],
): WorkbookSheet => {
  const page = newPage();
  addRow(page, [pack.title], [SHEET_STYLES.title]);
  addFacts(page, facts);
  for (const block of blocks) addWords(page, block, pack.ragKey);
  addRow(page, []);
  addRow(page, ['Sheets in this workbook'], [SHEET_STYLES.subheading]);
  addRow(page, ['Sheet', 'What it holds'], [SHEET_STYLES.label, SHEET_STYLES.label]);
  for (const sheet of contents) {
    addRow(page, [sheet.name, sheet.holds], [SHEET_STYLES.link], sheet.name);
  }
  return wordSheet(name, page);
};

const planToSheet = (
  name: string,
  plan: SheetPlan,
  key: RagKey,
  sheetOfTable: ReadonlyMap<PackTable, string>,
): WorkbookSheet => {
  const page = newPage();
  addRow(page, [plan.title], [SHEET_STYLES.title]);
  if (plan.table !== null) return tableSheet(name, page, plan, plan.table, key);
  for (const block of plan.before) {
    const elsewhere = block.kind === 'table' ? sheetOfTable.get(block) : undefined;
    if (elsewhere === undefined) addWords(page, block, key);
    else addRow(page, [`Table on its own sheet: ${elsewhere}`], [SHEET_STYLES.link], elsewhere);
  }
  return wordSheet(name, page);
};

const wordSheet = (name: string, above: SheetWords): WorkbookSheet => ({
  name,
  widths: WORD_WIDTHS,
  above,
  table: null,
  below: newPage(),
});

const tableSheet = (name: string, above: Page, plan: SheetPlan, table: PackTable, key: RagKey): WorkbookSheet => {
  const widths = sheetWidths(table, key);
  const letters = Math.max(90, Math.floor(widths.reduce((sum, width) => sum + width, 0)));
  for (const block of plan.before) addWords(above, block, key, letters);
  if (table.columns.some((column) => column.kind === 'rag')) addLines(above, keyInWords(key), letters);
  if (table.caption !== plan.title) addRow(above, [table.caption], [SHEET_STYLES.caption]);
  const headings = newPage();
  addWrappedRow(
    headings,
    table.columns.map((column) => column.heading),
    table.columns.map(() => SHEET_STYLES.columnHeading),
    widths.map((width) => width - FILTER_BUTTON),
  );
  const below = newPage();
  for (const block of plan.after) addWords(below, block, key, letters);
  return {
    name,
    widths,
    above,
    table: {
      headings,
      columns: table.columns.length,
      styles: TABLE_STYLES,
      rowCount: table.rows.length,
      rows: tableRows(table, key, widths),
    },
    below,
  };
};

const tableRows = function* (table: PackTable, key: RagKey, widths: readonly number[]): Iterable<SheetRow> {
  const linesIn = widths.map(lineCounter);
  for (const row of table.rows) {
    const cells = row.map((cell) => cellToSheet(cell, key));
    let tallest = 1;
    for (const [c, { value }] of cells.entries()) {
      if (typeof value === 'string') tallest = Math.max(tallest, linesIn[c]?.(value) ?? 1);
    }
    yield { cells, height: tallest > 1 ? rowHeight(tallest) : null };
  }
};

const cellToSheet = (cell: PackCell, key: RagKey): SheetCell => {
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, style: TABLE_CELLS.text };
    case 'number':
      return { value: cell.value ?? cell.text, style: TABLE_CELLS.text };
    case 'date':
      return dateToSheet(cell);
    case 'rag': {
      const level = ragLevel(key, cell.level);
      return { value: ragText(cell, level), style: level === undefined ? TABLE_CELLS.text : TONE_CELLS[level.tone] };
    }
  }
};

/** A whole date that is printed as one, with or without its weekday, is a real date; any other stays as it was written. */
const dateToSheet = ({ sort, text }: Extract<PackCell, { kind: 'date' }>): SheetCell => {
  const serial = sort === null ? null : civilDateToSerial(sort);
  if (sort === null || serial === null) return { value: text, style: TABLE_CELLS.text };
  const date = formatDate(sort);
  if (text === date) return { value: serial, style: TABLE_CELLS.date };
  const day = WEEKDAYS[(serial - 1) % 7];
  if (text === `${date} (${day})`) return { value: serial, style: TABLE_CELLS.dateAndDay };
  if (text === `${day} ${date}`) return { value: serial, style: TABLE_CELLS.dayAndDate };
  return { value: text, style: TABLE_CELLS.text };
};

/** By a spreadsheet's number for the day, less one. */
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** In letters. Real dates do not wrap: a column too narrow for them shows hashes. */
const sheetWidths = (table: PackTable, key: RagKey): readonly number[] => {
  const count = table.columns.length;
  const available = Math.max(Math.min(count * 24, 150), count * 15, 72);
  const room = { available, em: DIGITS_TO_AN_EM, padding: 1 + FILTER_BUTTON };
  const { widths } = columnWidths(measuredWords(tableGrid(table, key)), room);
  return table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    if (column.kind !== 'date') return width;
    const longest = table.rows.reduce((longest, row) => Math.max(longest, row[index]?.text.length ?? 0), 0);
    return Math.max(width, Math.min(longest + 2, LONGEST_DATE));
  });
};

/** "30 September 2020 (Wednesday)", and what a cell adds. */
const LONGEST_DATE = 31;

const FILTER_BUTTON = 2;

const keyInWords = (key: RagKey): string =>
  `${keyHeading(key)}: ${key.levels.map((level) => `${levelText(level)}: ${withoutFullStop(level.rule)}`).join('; ')}.`;

/** `besideTable` is how many letters a line may hold on a table's sheet; absent on a sheet of words. */
const addWords = (page: Page, block: PackBlock, key: RagKey, besideTable?: number): void => {
  const letters = besideTable ?? LETTERS_TO_A_LINE;
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      addLines(page, block.text, letters);
      return;
    case 'table':
      addLines(page, block.nil, letters);
      return;
    case 'subheading':
      addSubheading(page, block.text, SHEET_STYLES.subheading, besideTable === undefined);
      return;
    case 'list':
      for (const item of block.items) {
        const [first = '', ...more] = wrapped(item, letters - 3);
        addRow(page, [`•  ${first}`], [SHEET_STYLES.line]);
        for (const line of more) addRow(page, [`    ${line}`], [SHEET_STYLES.line]);
      }
      return;
    case 'facts':
      addFacts(page, block.facts);
      return;
    // A picture is said in words here; the table that follows it holds its figures.
    case 'chart':
      addSubheading(page, block.chart.title, SHEET_STYLES.caption, besideTable === undefined);
      addLines(page, block.chart.alt, letters);
      return;
    case 'figures':
      addSubheading(page, block.caption, SHEET_STYLES.caption, true);
      addRow(page, ['Figure', 'Number', 'Out of', 'In words', 'Note'], Array(5).fill(SHEET_STYLES.columnHeading));
      for (const figure of block.figures) {
        addWrappedRow(
          page,
          [figure.label, figure.value, figure.outOf, figureText(figure), figure.note],
          Array(5).fill(TABLE_CELLS.text),
          WORD_WIDTHS,
        );
      }
      return;
    case 'rag-key':
      if (besideTable !== undefined) return;
      addSubheading(page, keyHeading(key), SHEET_STYLES.caption, true);
      for (const level of key.levels) {
        const [rule = '', ...more] = wrapped(level.rule, LETTERS_TO_A_LINE - WORD_WIDTHS[0]);
        addRow(page, [levelText(level), rule], [TONE_CELLS[level.tone], SHEET_STYLES.line]);
        for (const line of more) addRow(page, [null, line], [SHEET_STYLES.line, SHEET_STYLES.line]);
      }
  }
};

const addSubheading = (page: Page, text: string, style: Style, spaced: boolean): void => {
  if (spaced) addRow(page, []);
  addRow(page, [text], [style]);
};

const addFacts = (page: Page, facts: readonly Fact[]): void => {
  for (const { label, value } of facts) addRow(page, [label, value], [SHEET_STYLES.label, SHEET_STYLES.line]);
};
