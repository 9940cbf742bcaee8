/**
 * Words that could tell whose review it was, found in words that are to be published. Whole words only: a label "Eve" is not in
 * "evening". What is accepted: "A" and "I" alone are English words, so such a label is found only behind "child", "baby" and the like;
 * a name that nobody recorded as a label cannot be known.
 */
import { formatDate } from './date-words.ts';

export type IdentifyingWords = {
  readonly labels: readonly { readonly label: string; readonly isInitials: boolean }[];
  readonly references: readonly string[];
  /** Days of incidents, YYYY-MM-DD. */
  readonly days: readonly string[];
};

export type FoundWords = {
  readonly kind: 'label' | 'initials' | 'reference' | 'incident-date';
  /** As it is recorded; a day as "8 May 2020". */
  readonly words: string;
};

/** Marking of a pack that anyone may read, unless somebody says otherwise. */
export const PUBLIC_MARKING = 'OFFICIAL';

export const identifyingWordsIn = (text: string, words: IdentifyingWords): readonly FoundWords[] => {
  const plain = plainText(text);
  const found: FoundWords[] = [
    ...words.labels
      .filter(({ label, isInitials }) => (isInitials ? initialsPattern(label) : wordPattern(label)).test(plain))
      .map(({ label, isInitials }) => ({ kind: isInitials ? 'initials' : 'label', words: label }) as const),
    ...words.references
      .filter((reference) => wordPattern(reference).test(plain))
      .map((reference) => ({ kind: 'reference', words: reference }) as const),
    ...words.days
      .filter((day) => dayPattern(day).test(plain))
      .map((day) => ({ kind: 'incident-date', words: formatDate(day) }) as const),
  ];
  return [...new Map(found.map((one) => [`${one.kind} ${one.words}`, one])).values()];
};

/** "It holds the label “Child A”." */
export const foundSentence = ({ kind, words }: FoundWords): string => {
  switch (kind) {
    case 'label':
      return `It holds the label “${words}”.`;
    case 'initials':
      return `It holds the initials “${words}”.`;
    case 'reference':
      return `It holds the reference “${words}”, which is not public.`;
    case 'incident-date':
      return `It holds the day of the incident, ${words}.`;
  }
};

const plainText = (text: string): string => text.normalize('NFKC').replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ');

const NOTHING = /(?!)/;
const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
const whole = (pattern: string, flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, flags);

/** Short words in capitals ("AM", "J") count only in capitals; longer ones however they are written. */
const wordPattern = (words: string): RegExp => {
  const plain = plainText(words).trim();
  if (plain === '') return NOTHING;
  if (/^\p{L}$/u.test(plain)) return lettersBehindPattern(plain);
  return whole(escaped(plain).replaceAll(' ', String.raw`\s+`), /^\p{Lu}{2,3}$/u.test(plain) ? 'u' : 'iu');
};

const lettersBehindPattern = (letter: string): RegExp =>
  'AI'.includes(letter)
    ? new RegExp(
        String.raw`(?:[Cc]hild|[Cc]hildren|[Bb]aby|[Bb]abies|[Ff]amily|[Aa]dult|[Pp]erson|[Ss]ibling)\s+${letter}(?![\p{L}\p{N}])`,
        'u',
      )
    : whole(escaped(letter), 'u');

/** "AM" also as "A.M." or "A M". */
const initialsPattern = (initials: string): RegExp => {
  const letters = Array.from(plainText(initials)).filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (letters.length === 0) return NOTHING;
  if (letters.length === 1) return lettersBehindPattern(letters[0] ?? '');
  return whole(letters.map(escaped).join(String.raw`\.?\s?`), 'u');
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day however it is usually written in English: 2020-05-08, 8 May 2020, Friday 8th of May, 2020, May 8, 2020, 8/5/20. */
const dayPattern = (day: string): RegExp => {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const named = `${name}|${name.slice(0, name === 'September' ? 4 : 3)}\\.?|${name.slice(0, 3)}\\.?`;
  const inMonth = String.raw`0?${Number(date)}(?:st|nd|rd|th)?`;
  const years = String.raw`(?:${year}|'?${year.slice(2)})`;
  return whole(
    [
      String.raw`${year}-${month}-${date}`,
      String.raw`${inMonth}\s+(?:of\s+)?(?:${named}),?\s+${years}`,
      String.raw`(?:${named})\s+${inMonth},?\s+${years}`,
      String.raw`0?${Number(date)}[/.\-]0?${Number(month)}[/.\-]${years}`,
    ].join('|'),
    'iu',
  );
};
