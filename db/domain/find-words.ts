/**
 * Words as "Find anything" sees them: without case and accents, letters and digits only (as FTS5's unicode61 does it), and how
 * well a text answers the words that were typed.
 */

/** A word of a text: as it is compared, and where it stands. */
export type PlacedWord = { readonly word: string; readonly from: number; readonly until: number };

const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** "É" is found as "e". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const placedWords = (text: string): readonly PlacedWord[] =>
  [...text.matchAll(WORD)].map((found) => ({
    word: fold(found[0]),
    from: found.index,
    until: found.index + found[0].length,
  }));

/** The words that were typed, each once, in their order; more than a dozen narrow nothing down. */
export const typedWords = (typed: string): readonly string[] =>
  [...new Set(placedWords(typed).map(({ word }) => word))].slice(0, 12);

/** A word of two letters or more finds every word that begins with it; one letter ("Baby T") finds that letter alone. */
export const isPrefix = (typed: string): boolean => typed.length > 1;

const answers = (typed: string, word: string): boolean => (isPrefix(typed) ? word.startsWith(typed) : word === typed);

/** How many of the typed words the text has. */
export const matchedWords = (text: string, typed: readonly string[]): number => {
  const words = placedWords(text).map(({ word }) => word);
  return typed.filter((one) => words.some((word) => answers(one, word))).length;
};

/** A text in parts: which of them were looked for. */
export type SnippetPart = { readonly text: string; readonly isMatch: boolean };

const longestSnippet = 160;
const wordsBefore = 6;

/** The text around the first word that was looked for, its matching words marked; the beginning where there is none. */
export const snippetOf = (text: string, typed: readonly string[], longest: number = longestSnippet): SnippetPart[] => {
  const words = placedWords(text);
  const isMatch = ({ word }: PlacedWord): boolean => typed.some((one) => answers(one, word));
  const first = words.findIndex(isMatch);
  const lead = words[Math.max(first - wordsBefore, 0)];
  const from = first <= wordsBefore || lead === undefined ? 0 : lead.from;
  const lastInside = words.findLast(({ from: at, until }) => at >= from && until <= from + longest);
  const until = text.length - from <= longest ? text.length : (lastInside?.until ?? from + longest);
  const parts: SnippetPart[] = [];
  const add = (part: string, match: boolean): void => {
    if (part !== '') parts.push({ text: part, isMatch: match });
  };
  let at = from;
  add(from > 0 ? '… ' : '', false);
  for (const word of words) {
    if (word.from < from || word.until > until || !isMatch(word)) continue;
    add(text.slice(at, word.from), false);
    add(text.slice(word.from, word.until), true);
    at = word.until;
  }
  add(text.slice(at, until), false);
  add(until < text.length ? ' …' : '', false);
  return parts;
};

/** The whole text with its matching words marked. */
export const markedText = (text: string, typed: readonly string[]): SnippetPart[] =>
  snippetOf(text, typed, Number.POSITIVE_INFINITY);

/** What was found, by field, as the index has it: one line for each value. */
export type Searched = { readonly reference: string; readonly title: string; readonly text: string };

/** A match in a reference or label counts ten times one in the text, one in a title five times. */
const WEIGHTS = { reference: 10, title: 5, text: 1 } as const;
const FIELDS = ['reference', 'title', 'text'] as const;

/** A word that only begins with what was typed counts half. */
const ofPrefix = 0.5;
const charactersAWord = 6;
const usualWords = 30;

/**
 * Okapi BM25 (k1 1.2, b 0.75, as FTS5 has it) with weighted fields. `rarity` is the weight of each typed word: log of the
 * texts there are to those that have it.
 */
export const scoreOf = (searched: Searched, typed: readonly string[], rarity: readonly number[]): number => {
  const folded = FIELDS.map((field) => quickFold(searched[field]));
  const words = folded.reduce((sum, text) => sum + text.length, 0) / charactersAWord;
  const longness = 1.2 * (0.25 + (0.75 * words) / usualWords);
  return typed.reduce((score, word, at) => {
    const often = FIELDS.reduce((sum, field, place) => sum + WEIGHTS[field] * timesIn(folded[place] ?? '', word), 0);
    return score + ((rarity[at] ?? 1) * often * 2.2) / (often + longness);
  }, 0);
};

const PLAIN = /^[\u0020-\u007e\s]*$/;
const quickFold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : fold(text));

const timesIn = (text: string, word: string): number => {
  let times = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (isInWord(text.charCodeAt(at - 1))) continue;
    if (!isInWord(text.charCodeAt(at + word.length))) times += 1;
    else if (isPrefix(word)) times += ofPrefix;
  }
  return times;
};

/** Letters and digits; beyond ASCII all but punctuation. NaN, before the first and after the last, is none. */
const isInWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f));

/** Does one of the lines say exactly what was typed? */
export const isExactly = (lines: string, typed: readonly string[]): boolean =>
  lines.split('\n').some((line) => {
    const words = typedWords(line);
    return words.length === typed.length && words.every((word, at) => word === typed[at]);
  });
