/** Request sheets as agencies fill them in, made by the tests themselves. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { ANSWER_HEADINGS, type AnswerColumn, REFERENCE_HEADING } from '../../db/domain/chasing.ts';

export type SheetInHand = {
  /** The sheet of actions: rows of values, headings among them. */
  readonly rows: CellValue[][];
  readonly facts: CellValue[][];
  /** Where the headings stand. */
  readonly heading: number;
  /** Sets one answer of the n-th action. */
  set(action: number, column: AnswerColumn, value: CellValue): void;
  setReference(action: number, value: CellValue): void;
  reference(action: number): string;
  readonly extra: Partial<WriteSheet>;
};

/** The sheet, filled in by `fill` and saved again as another program would. */
export const returned = async (
  bytes: Uint8Array,
  fill: (sheet: SheetInHand) => Partial<WriteSheet> | void = () => undefined,
): Promise<Uint8Array> => {
  const { sheets } = await readXlsx(bytes);
  const [facts, actions] = sheets;
  if (facts === undefined || actions === undefined) throw new Error('a request sheet has two sheets');
  const heading = actions.rows.findIndex((row) => row.includes(REFERENCE_HEADING));
  const place = (words: string): number => actions.rows[heading]?.indexOf(words) ?? -1;
  const rowOf = (action: number): CellValue[] => actions.rows[heading + 1 + action] ?? [];
  const extra = fill({
    rows: actions.rows,
    facts: facts.rows,
    heading,
    set: (action, column, value) => {
      rowOf(action)[place(ANSWER_HEADINGS[column])] = value;
    },
    setReference: (action, value) => {
      rowOf(action)[place(REFERENCE_HEADING)] = value;
    },
    reference: (action) => String(rowOf(action)[place(REFERENCE_HEADING)]),
    extra: {},
  });
  return writeXlsx({
    sheets: [
      { name: facts.name, rows: facts.rows },
      { name: actions.name, rows: actions.rows, ...extra },
    ],
  });
};

/** The file with one of its parts rewritten; a part that there is not is added. */
export const withPart = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
};

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
