import { arialWidth } from '../charts/arial.ts';

/** A column's width is counted in digits; an em is this many of them. */
export const DIGITS_TO_AN_EM = 1.8;

/** Lines of words: without merged cells, text longer than its cell runs over the empty ones beside it and must end with them. */
export const wrapped = (text: string, letters: number): readonly string[] =>
  text.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > letters) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });

/**
 * Counts the lines a text takes in a wrapping cell of one column; rather one too many than one too few. In a broad column a
 * letter a digit's width leaves enough over for the ragged ends of lines; in a narrow one each new text is measured, once.
 */
export const lineCounter = (width: number): ((text: string) => number) => {
  const measured = new Map<string, number>();
  const count = (text: string): number => {
    if (text.includes('\n') || text.includes('\r')) {
      return text.split(/\r\n?|\n/).reduce((sum, line) => sum + count(line), 0);
    }
    if (text.length <= width * 0.8) return 1;
    if (width >= BROAD) return Math.ceil(text.length / width);
    const lines = measured.get(text) ?? measuredLines(text, (width - 1) / DIGITS_TO_AN_EM);
    measured.set(text, lines);
    return lines;
  };
  return count;
};

/** In points: what spreadsheets give a line of 12-point Arial. */
const LINE = 15;

/** In points. A spreadsheet draws no row taller than 409. */
export const rowHeight = (lines: number): number => Math.min(409, lines * LINE + 1);

const BROAD = 26;
const SPACE = 0.28;

const measuredLines = (paragraph: string, room: number): number => {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = arialWidth(word);
    if (used > 0 && used + SPACE + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) lines += Math.ceil(width / room) - 1;
    used = used === 0 ? width % room : used + SPACE + width;
  }
  return lines;
};
