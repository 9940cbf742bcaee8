/**
 * Reads recommendations that were pasted from a report or a spreadsheet: a number and a text each.
 *
 * - A line that begins with a number ("7.", "7)", "R7:", "Recommendation 7", "3.2 ") begins a recommendation; what follows
 *   without one belongs to it, as lines broken on a printed page do.
 * - Where no line is numbered, each line is one, and they are numbered onwards from `firstNumber`.
 * - Cells of a spreadsheet: the first column is the number, the second the text; a cell in quotes may hold several lines.
 */
export type RecommendationLine = {
  readonly number: string;
  readonly text: string;
  /** Why it cannot be added as it stands; null when it can. */
  readonly problem: string | null;
};

const LONGEST_TEXT = 50_000;

/** `taken` are the numbers that the report has already. */
export const readRecommendationLines = (
  pasted: string,
  { taken = [], firstNumber = 1 }: { readonly taken?: readonly string[]; readonly firstNumber?: number } = {},
): readonly RecommendationLine[] => {
  const text = pasted.replace(/\r\n?/g, '\n');
  const read = text.includes('\t') ? readCells(text) : readLines(text, firstNumber);
  const used = new Set(taken.map(sameNumber));
  return read.map(({ number, text: words }) => {
    const problem = problemOf(number, words, used);
    used.add(sameNumber(number));
    return { number, text: words, problem };
  });
};

type Read = { readonly number: string; readonly text: string };

const sameNumber = (number: string): string => number.toLowerCase();

const problemOf = (number: string, text: string, used: ReadonlySet<string>): string | null => {
  if (number === '') return 'It has no number.';
  if (number.length > 500) return 'Its number is too long.';
  if (text === '') return 'It has no text.';
  if (text.length > LONGEST_TEXT) return 'Its text is too long.';
  return used.has(sameNumber(number)) ? `There is a recommendation ${number} already.` : null;
};

/** "7.", "7)", "7 –", "R7", "Recommendation 7:". */
const NUMBERED =
  /^(?:(?:recommendation|rec\.?|r)\s*\(?(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)(?:[.):]+\s*|\s*[–—-]\s+|\s+|$)|\(?(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)(?:[.):]+(?:\s+|$)|\s*[–—-]\s+|$))/i;
/** "7 Text": only where nothing is numbered more plainly, because a broken line may begin with a figure. */
const BARELY_NUMBERED = /^(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)\s+(?=\p{L})/iu;

const readLines = (text: string, firstNumber: number): readonly Read[] => {
  const lines = text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
  const numbered = [NUMBERED, BARELY_NUMBERED].find((pattern) => lines.some((line) => pattern.test(line)));
  if (numbered === undefined) {
    return lines.map((line, at) => ({ number: String(firstNumber + at), text: withoutBullet(line) }));
  }
  const found: { number: string; text: string }[] = [];
  for (const line of lines) {
    const start = numbered.exec(line);
    const last = found.at(-1);
    if (start !== null) found.push({ number: start[1] ?? start[2] ?? '', text: line.slice(start[0].length) });
    else if (last !== undefined) last.text = tidy(`${last.text} ${line}`);
    // Words above the first number are the heading they stood under.
  }
  return found;
};

const tidy = (line: string): string => line.replace(/\s+/g, ' ').trim();

const withoutBullet = (line: string): string => line.replace(/^[•·*–—-]\s+/, '');

const readCells = (text: string): readonly Read[] =>
  rowsOfCells(text)
    .map((cells) => cells.map(tidy))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .filter((cells, at) => at > 0 || !/^(no\.?|number|ref\.?|reference|recommendation no\.?)$/i.test(cells[0] ?? ''))
    .map(([number = '', ...words]) => ({
      number: numberIn(number),
      text: words.find((word) => word !== '') ?? '',
    }));

const numberIn = (cell: string): string => {
  const start = NUMBERED.exec(cell);
  return start !== null && start[0].length === cell.length ? (start[1] ?? start[2] ?? cell) : cell;
};

/** Rows and cells as spreadsheets put them on the clipboard. */
const rowsOfCells = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const plain = /^[^\t\n]*/.exec(rest)?.[0] ?? '';
    row.push(quoted === null ? plain : (quoted[1] ?? '').replaceAll('""', '"'));
    const after = rest.slice(quoted === null ? plain.length : quoted[0].length);
    if (after.startsWith('\t')) rest = after.slice(1);
    else {
      rows.push(row);
      row = [];
      rest = after.slice(1);
    }
  }
  return rows;
};
