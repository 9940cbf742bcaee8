import { ANSWER_HEADINGS, type AnswerColumn, REFERENCE_HEADING } from '../domain/chasing.ts';
import {
  answerColumns,
  type AskedRow,
  type RequestSheet,
  SHEET_TITLE,
  sheetFacts,
  sheetIdentity,
  sheetInstructions,
  sheetSubject,
} from './request-sheet.ts';
import { lineCounter, rowHeight, wrapped } from './sheet-lines.ts';
import { SHEET_STYLES, TABLE_CELLS } from './sheet-styles.ts';
import type { SheetRow, Style, Value } from './sheet-xml.ts';
import { type SheetWords, type WorkbookSheet, workbookToXlsx } from './workbook.ts';

const INSTRUCTIONS_SHEET = 'How to fill this in';
const ACTIONS_SHEET = 'Your actions';

/** The request as a workbook: how to fill it in, then one row an action. Nothing in it is locked. */
export const requestSheetToXlsx = (sheet: RequestSheet): Promise<Uint8Array> =>
  workbookToXlsx({
    title: `${SHEET_TITLE}: ${sheet.agency.name}`,
    subject: sheetSubject(sheet),
    creator: sheet.board.name,
    keywords: sheet.marking,
    marking: sheet.marking,
    date: sheet.askedOn,
    sheets: [instructionsSheet(sheet), actionsSheet(sheet)],
  });

/** Empty cells that wait for words stand out by their colour and by their headings. */
const ANSWER_CELL: Style = {
  ...TABLE_CELLS.text,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E3' } },
};
const ANSWER_HEADING: Style = {
  ...SHEET_STYLES.columnHeading,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F6E7B0' } },
};

const nothing: SheetWords = { rows: [], cells: [], heights: new Map() };

const INSTRUCTION_WIDTHS = [30, 84] as const;
const LETTERS_TO_A_LINE = 108;

const instructionsSheet = (sheet: RequestSheet): WorkbookSheet => {
  const rows: Value[][] = [];
  const cells: { row: number; column: number; style: Style; linkTo?: string }[] = [];
  const add = (values: Value[], styles: readonly Style[], linkTo?: string): void => {
    for (const [column, style] of styles.entries()) {
      cells.push({ row: rows.length, column, style, ...(linkTo === undefined ? {} : { linkTo }) });
    }
    rows.push(values);
  };
  add([`${SHEET_TITLE}: ${sheet.agency.name}`], [SHEET_STYLES.title]);
  for (const { label, value } of sheetFacts(sheet)) add([label, value], [SHEET_STYLES.label, SHEET_STYLES.line]);
  add([], []);
  add(['How to fill this in'], [SHEET_STYLES.subheading]);
  const where = `Go to the sheet “${ACTIONS_SHEET}” and fill in the coloured columns, from “${ANSWER_HEADINGS.update}” on.`;
  for (const [at, sentence] of sheetInstructions(sheet, where).entries()) {
    const [first = '', ...more] = wrapped(sentence, LETTERS_TO_A_LINE - 4);
    add([`${at + 1}.  ${first}`], [SHEET_STYLES.line]);
    for (const line of more) add([`     ${line}`], [SHEET_STYLES.line]);
  }
  add([`Go to “${ACTIONS_SHEET}”`], [SHEET_STYLES.link], ACTIONS_SHEET);
  add([], []);
  add(['For the board’s office'], [SHEET_STYLES.subheading]);
  for (const { label, value } of sheetIdentity(sheet)) add([label, value], [SHEET_STYLES.label, SHEET_STYLES.line]);
  return {
    name: INSTRUCTIONS_SHEET,
    widths: INSTRUCTION_WIDTHS,
    above: { rows, cells, heights: new Map([[0, 26]]) },
    table: null,
    below: nothing,
  };
};

type Column = {
  readonly heading: string;
  readonly width: number;
  readonly answer: AnswerColumn | null;
  readonly value: (row: AskedRow) => string;
};

const asked = (heading: string, width: number, value: Column['value']): Column => ({
  heading,
  width,
  answer: null,
  value,
});

const ASKED_COLUMNS: readonly Column[] = [
  asked(REFERENCE_HEADING, 19, (row) => row.reference),
  asked('Review', 15, (row) => row.origin),
  asked('Number', 9, (row) => row.number),
  asked('Action', 36, (row) => row.action),
  asked('Target', 14, (row) => row.target),
  asked('State as the board holds it', 14, (row) => row.state),
  asked('Last update', 14, (row) => row.lastUpdate),
];

const ANSWER_WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  update: 38,
  state: 15,
  rag: 12,
  evidence: 22,
  newTarget: 14,
  newTargetReason: 20,
};

const columnsOf = (sheet: RequestSheet): readonly Column[] => [
  ...ASKED_COLUMNS,
  ...answerColumns(sheet).map((answer) => ({
    heading: ANSWER_HEADINGS[answer],
    width: ANSWER_WIDTHS[answer],
    answer,
    value: () => '',
  })),
];

const FILTER_BUTTON = 2;

const actionsSheet = (sheet: RequestSheet): WorkbookSheet => {
  const columns = columnsOf(sheet);
  const tallest = Math.max(...columns.map(({ heading, width }) => lineCounter(width - FILTER_BUTTON)(heading)));
  const headingStyles = columns.map(({ answer }) => (answer === null ? SHEET_STYLES.columnHeading : ANSWER_HEADING));
  return {
    name: ACTIONS_SHEET,
    widths: columns.map(({ width }) => width),
    above: {
      rows: [
        [`Open actions of ${sheet.agency.name}`],
        [`Fill in the coloured columns, from “${ANSWER_HEADINGS.update}” on. The references stay as they are.`],
      ],
      cells: [
        { row: 0, column: 0, style: SHEET_STYLES.title },
        { row: 1, column: 0, style: SHEET_STYLES.line },
      ],
      heights: new Map([[0, 26]]),
    },
    table: {
      headings: {
        rows: [columns.map(({ heading }) => heading)],
        cells: headingStyles.map((style, column) => ({ row: 0, column, style })),
        heights: new Map([[0, rowHeight(tallest)]]),
      },
      columns: columns.length,
      styles: [TABLE_CELLS.text, ANSWER_CELL],
      rowCount: sheet.rows.length,
      rows: actionRows(sheet.rows, columns),
      choices: [
        {
          column: columns.findIndex(({ answer }) => answer === 'state'),
          words: sheet.states,
          advice: `Choose one of: ${sheet.states.join(', ')}. Or leave it empty.`,
        },
        {
          column: columns.findIndex(({ answer }) => answer === 'rag'),
          words: sheet.ratings.map(({ label }) => label),
          advice: 'Choose a rating from the list, or leave it empty.',
        },
      ],
    },
    below: nothing,
  };
};

/** Tall enough for what stands in the row, and for two lines of an answer. */
const actionRows = function* (rows: readonly AskedRow[], columns: readonly Column[]): Iterable<SheetRow> {
  const linesIn = columns.map(({ width }) => lineCounter(width));
  for (const row of rows) {
    const cells = columns.map(({ answer, value }) => ({
      value: value(row),
      style: answer === null ? TABLE_CELLS.text : ANSWER_CELL,
    }));
    const tallest = cells.reduce((lines, { value }, at) => Math.max(lines, linesIn[at]?.(value) ?? 1), 2);
    yield { cells, height: rowHeight(tallest) };
  }
};
