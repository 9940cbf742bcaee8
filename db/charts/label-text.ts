import { arialWidth } from './arial.ts';
import type { ChartSeries } from './model.ts';

/** Room for typefaces that run wider than Arial, as the one on screen does. */
const SLACK = 1.09;

export const textWidth = (text: string, size: number, bold = false): number => arialWidth(text, bold) * size * SLACK;

/** At most `most` lines that fit into `width`; the last ends in "…" where the text is longer, and the table has it whole. */
export const fitted = (text: string, width: number, size: number, most: number): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1 || line === '')
      return [...lines, cut(words.slice(index).join(' '), line, width, size)];
    lines.push(line);
    line = word;
    if (textWidth(word, size) > width) return [...lines, cut(words.slice(index).join(' '), '', width, size)];
  }
  return line === '' ? lines : [...lines, line];
};

/** What fits of `line` and the rest of the words, with "…" where letters are left out. */
const cut = (rest: string, line: string, width: number, size: number): string => {
  const whole = line === '' ? rest : `${line} ${rest}`;
  if (textWidth(whole, size) <= width) return whole;
  const letters = Array.from(whole);
  let length = letters.length;
  while (length > 0 && textWidth(`${letters.slice(0, length).join('')}…`, size) > width) length -= 1;
  return `${letters.slice(0, length).join('').trimEnd()}…`;
};

/** "1,200": grouped by hand, because a pack has the same bytes on every machine. */
export const figure = (value: number): string => {
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** "▲ Overdue", or the bare name. */
export const seriesName = ({ symbol, label }: ChartSeries): string => (symbol === null ? label : `${symbol} ${label}`);
