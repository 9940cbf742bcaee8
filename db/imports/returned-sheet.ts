import {
  ANSWER_COLUMNS,
  ANSWER_HEADINGS,
  type AnswerColumn,
  type Answers,
  isUnanswered,
  MOST_ROWS,
  REFERENCE_HEADING,
  SHEET_FACTS,
  type SheetFact,
} from '../domain/chasing.ts';
import { readCheckedZip } from './checked-zip.ts';
import { documentToGrids, isDocumentPart } from './document-grids.ts';
import { type Grid, type GridRow, textOf } from './grid.ts';
import { refuseFile } from './refused-file.ts';
import { isWorkbookPart, workbookToGrids } from './workbook-grids.ts';

/** What a returned file says, without knowing the board: which sheet it is, and every row that was filled in. */
export type ReturnedFile = {
  readonly facts: Readonly<Record<SheetFact, string>>;
  readonly rows: readonly ReturnedRow[];
  readonly unanswered: number;
  /** Columns that were added; they are not read. */
  readonly ignoredColumns: readonly string[];
};

export type ReturnedRow = {
  readonly at: string;
  readonly reference: string;
  readonly answers: Answers;
  /** Words that make the row unreadable whatever it says, else null. */
  readonly trouble: string | null;
};

/** Reads the file. Rejects with a RefusedFile that says why the whole of it is not read. */
export const readReturnedFile = async (bytes: Uint8Array): Promise<ReturnedFile> => {
  if (isOldOffice(bytes)) {
    refuseFile('it is an older Office file or is protected with a password; save it as .xlsx or .docx without one');
  }
  const { names, parts } = readCheckedZip(bytes, (name) => isWorkbookPart(name) || isDocumentPart(name));
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) {
    refuseFile('it holds macros (.xlsm or .docm); save it without them as .xlsx or .docx');
  }
  if (names.includes('xl/workbook.xml')) return gridsToReturn(await workbookToGrids(parts));
  if (names.includes('word/document.xml')) return gridsToReturn(documentToGrids(parts));
  return refuseFile('it is neither an Excel workbook (.xlsx) nor a Word document (.docx)');
};

/** The container of .xls, .doc and of Office files with a password. */
const isOldOffice = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

const gridsToReturn = (grids: readonly Grid[]): ReturnedFile => {
  const facts = readFacts(grids);
  const tables = grids.flatMap((grid) => {
    const heading = grid.rows.findIndex((row) => row.cells.some(({ text }) => isSame(text, REFERENCE_HEADING)));
    return heading === -1
      ? []
      : [{ columns: columnsOf(grid.rows[heading] as GridRow), rows: grid.rows.slice(heading + 1) }];
  });
  const [table] = tables;
  if (table === undefined) return refuseFile(`it has no column “${REFERENCE_HEADING}”`);
  if (tables.length > 1) refuseFile(`it has ${tables.length} tables with references; one is read`);
  const read = table.rows.flatMap((row) => rowOf(row, table.columns));
  if (read.length > MOST_ROWS) refuseFile(`it has more than ${MOST_ROWS.toLocaleString('en-GB')} rows`);
  const rows = read.filter(({ answers, trouble }) => !isUnanswered(answers) || trouble !== null);
  return { facts, rows, unanswered: read.length - rows.length, ignoredColumns: table.columns.ignored };
};

const readFacts = (grids: readonly Grid[]): Readonly<Record<SheetFact, string>> => {
  const found = (label: string): string => {
    for (const { rows } of grids) {
      for (const row of rows) {
        const column = row.cells.findIndex(({ text }) => isSame(text, label));
        if (column !== -1) return textOf(row, column + 1).trim();
      }
    }
    return refuseFile(
      `it does not say “${label.replace(' (do not change)', '')}”: it is no request sheet, or that part was deleted`,
    );
  };
  return { board: found(SHEET_FACTS.board), request: found(SHEET_FACTS.request), agency: found(SHEET_FACTS.agency) };
};

type Columns = {
  readonly reference: number;
  readonly answers: Readonly<Record<AnswerColumn, number>>;
  readonly ignored: readonly string[];
};

/** Headings that stand before the first answer are the board's own, whatever they say; others were added. */
const columnsOf = (heading: GridRow): Columns => {
  const place = (words: string): number => {
    const places = heading.cells.flatMap(({ text }, column) => (isSame(text, words) ? [column] : []));
    if (places.length > 1) refuseFile(`it has the column “${words}” more than once`);
    return places[0] ?? -1;
  };
  const answers = Object.fromEntries(
    ANSWER_COLUMNS.map((column) => [column, place(ANSWER_HEADINGS[column])]),
  ) as Record<AnswerColumn, number>;
  const missing = ANSWER_COLUMNS.find((column) => answers[column] === -1 && column !== 'rag');
  if (missing !== undefined) refuseFile(`its column “${ANSWER_HEADINGS[missing]}” is missing or was renamed`);
  const known: ReadonlySet<number> = new Set(Object.values(answers));
  const first = Math.min(...[...known].filter((column) => column >= 0));
  const ignored = heading.cells.flatMap(({ text }, column) =>
    column > first && !known.has(column) && text.trim() !== '' ? [text.trim().slice(0, 80)] : [],
  );
  return { reference: place(REFERENCE_HEADING), answers, ignored };
};

/** Nothing for a row in which neither a reference nor an answer stands. */
const rowOf = (row: GridRow, { reference, answers }: Columns): readonly ReturnedRow[] => {
  const columns = ANSWER_COLUMNS.filter((column) => answers[column] !== -1);
  const words = Object.fromEntries(
    ANSWER_COLUMNS.map((column) => [column, answers[column] === -1 ? '' : textOf(row, answers[column])]),
  ) as Answers;
  const formula = [
    ...columns.map((column) => [answers[column], ANSWER_HEADINGS[column]] as const),
    [reference, REFERENCE_HEADING] as const,
  ].find(([column]) => row.cells[column]?.trouble === 'formula');
  const isMerged = row.cells.some(({ trouble }) => trouble === 'merged');
  const trouble =
    formula !== undefined
      ? `The cell under “${formula[1]}” holds a formula. Formulas are not worked out: paste the words themselves.`
      : isMerged && !isUnanswered(words)
        ? 'Cells of this row are merged, so it is not certain what belongs to which action.'
        : null;
  if (textOf(row, reference).trim() === '' && isUnanswered(words) && trouble === null) return [];
  return [{ at: row.at, reference: textOf(row, reference).trim().slice(0, 80), answers: words, trouble }];
};

const isSame = (text: string, words: string): boolean =>
  text.trim().replace(/\s+/g, ' ').toLowerCase() === words.toLowerCase();
