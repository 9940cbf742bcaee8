/** How labels, initials, references and days may be written, as patterns: what is a false alarm and what is none, a table test says. */

/** Without accents, and without what is not seen: soft hyphens, spaces of no width. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, ' ');

export const isCapitals = (words: string): boolean => /^\p{Lu}{2,3}$/u.test(plainText(words).trim());

const NOTHING = /(?!)/;
const escaped = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
const whole = (pattern: string, flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, flags);

/** Anything, or nothing, may stand between two words of a label or reference: "Baby_T", "SCR–2019–2", "BabyT". */
const GAP = String.raw`[^\p{L}\p{N}]*`;

/** Short words in capitals ("BJ", also "B.J.") count only in capitals; longer ones however they are written. */
export const wordPattern = (words: string): RegExp => {
  const plain = plainText(words).trim();
  if (plain === '') return NOTHING;
  if (/^\p{L}$/u.test(plain)) return letterPattern(plain);
  if (isCapitals(plain)) return initialsPattern(plain);
  const runs = (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map(runBehind).join('');
  const asRecorded = /[^\p{L}\p{N} ]/u.test(plain) ? anyCase(escaped(plain)).replaceAll(' ', String.raw`\s+`) : '';
  return whole([asRecorded, runs, listedPattern(plain)].filter(Boolean).join('|'), 'u');
};

/** In place of the flag: some letters in a pattern count only in capitals. */
const anyCase = (words: string): string =>
  words.replaceAll(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** "2019/1" is not "20191". */
const runBehind = (run: string, at: number, runs: readonly string[]): string => {
  if (at === 0) return anyCase(run);
  if (/^\p{L}$/u.test(run) && /^\p{L}{2,}$/u.test(runs[at - 1] ?? ''))
    return `(?:${spacedLetter(run)}|${letterBehind(run, true)}${joinedLetter(run, runs[at - 1] ?? '')})`;
  const isBetweenNumbers = /\p{N}$/u.test(runs[at - 1] ?? '') && /^\p{N}/u.test(run);
  return `${isBetweenNumbers ? String.raw`[^\p{L}\p{N}]+` : GAP}${anyCase(run)}`;
};

/** "A" and "I" alone are English words too. */
const isWord = (letter: string): boolean => 'AI'.includes(letter.toUpperCase());

const LENGTHS = String.raw`\s+(?:(?:few|couple\s+of|good|whole|full)\s+)?(?:moment|while|minute|hour|day|night|week|fortnight|month|term|year|decade|lot|bit|little)s?(?!\p{L})`;

/** "child a", not "saw the child a year later". */
const spacedLetter = (letter: string): string =>
  isWord(letter)
    ? String.raw`\s+(?:${letter.toUpperCase()}|${letter.toLowerCase()}(?!${LENGTHS}))`
    : String.raw`\s+${anyCase(letter)}`;

/** "babyt.pdf": no word of its own, as "adults" would be. */
const joinedLetter = (letter: string, word: string): string =>
  /^(?:child|baby|family|adult|sibling|mother|father)$/i.test(word) && letter.toUpperCase() !== 'S'
    ? `|${anyCase(letter)}`
    : '';

/** "Children B and A" holds "Child A"; "the adults a chance" holds nothing. */
const listedPattern = (label: string): string => {
  const [, word = '', letter = ''] = /^(\p{L}{2,}) (\p{L})$/u.exec(label) ?? [];
  if (word === '') return '';
  const words = /^child$/i.test(word) ? 'child|children' : `${word}|${word}s|${word.replace(/y$/i, 'ies')}`;
  const others = String.raw`(?:\p{Lu}(?:\s*,(?:\s*and\s)?\s*|\s+(?:and|or)\s+|\s*[/&+]\s*))*`;
  return String.raw`(?:${anyCase(words)})\s+${others}${letter.toUpperCase()}`;
};

/** "Hearing the child: A guide" goes on with a word; so does "Child: A was seen". */
const GOES_ON = String.raw`[\s\-\u2010]+(?!(?:was|is|had|has|and|who|died|lived)(?!\p{L}))\p{L}`;

/**
 * One letter behind a word, by more than spaces: "child-a" and "child_a" in either case; in capitals "ChildA", "Child “A”", "Child: A"
 * and "Child – A". Not "child’s", "adults", "the child (a boy)", "the child. A year later" or "the voice of the child: A guide".
 * `isLabel`: the board has the two for a label, so that "child–a" is hardly "the child–a boy".
 */
const letterBehind = (letter: string, isLabel: boolean): string => {
  const capital = letter.toUpperCase();
  const dashes = isWord(letter) ? (isLabel ? '—' : '–—') : '';
  const joined = String.raw`[^\p{L}\p{N}\s'${dashes}]+${anyCase(letter)}`;
  const apart = isWord(letter)
    ? String.raw`[^\p{L}\p{N}.,;:!?'][^\p{L}\p{N}.,;:!?]*${capital}|[^\p{L}\p{N}.,;!?']*:[^\p{L}\p{N}.,;!?]*${capital}(?!${GOES_ON})`
    : String.raw`[^\p{L}\p{N}'][^\p{L}\p{N}]*${capital}`;
  return String.raw`(?:${joined}|(?<=\p{Ll})${capital}|${apart})`;
};

const letterPattern = (letter: string): RegExp => {
  const behind = String.raw`(?:${anyCase('child|children|baby|babies|family|adult|person|sibling')})${letterBehind(letter, false)}(?![\p{L}\p{N}])`;
  const alone = isWord(letter) ? '' : String.raw`|(?<![\p{L}\p{N}])${letter}(?![\p{L}\p{N}])`;
  return new RegExp(`${behind}${alone}`, 'u');
};

/** "AM" also as "A.M.", "A M" or "A-M". */
export const initialsPattern = (initials: string): RegExp => {
  const letters = Array.from(plainText(initials)).filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (letters.length === 0) return NOTHING;
  if (letters.length === 1) return letterPattern(letters[0] ?? '');
  return whole(letters.join(String.raw`[./_\-\u2010]?\s?`), 'u');
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** What stands between day, month and year; a hyphen that does not break is a plain one (U+2010) once normalised. */
const DAY_GAP = String.raw`[\s./_\-–\u2010]+`;
/** Where letters meet digits, nothing may stand. */
const NAMED_GAP = String.raw`[\s./_\-–\u2010]*`;

/** "T10:30:00Z", "T103000Z". */
const TIME = String.raw`(?:T\d{2,6}Z?)?`;

/** A day however it is usually written in English: 2020-05-08, 20200508, 08052020, 2020/5/8, 8 May 2020, 8-May-2020, 08May2020, Friday 8th of May, 2020, 8 and 9 May 2020, May 8, 2020, 8/5/20. */
export const dayPattern = (day: string): RegExp => {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const named = `${name}|${name.slice(0, name === 'September' ? 4 : 3)}\\.?|${name.slice(0, 3)}\\.?`;
  const inMonth = String.raw`0?${Number(date)}(?:st|nd|rd|th)?`;
  const more = String.raw`(?:(?:\s*[-–/,&\u2010]\s*|\s+(?:to|and|or)\s+)\d{1,2}(?:st|nd|rd|th)?)*`;
  const years = String.raw`(?:${year}|'?${year.slice(2)})`;
  return whole(
    [
      String.raw`${year}${DAY_GAP}0?${Number(month)}${DAY_GAP}0?${Number(date)}${TIME}`,
      `${year}${month}${date}${TIME}`,
      `${date}${month}${year}`,
      String.raw`${inMonth}${more}${NAMED_GAP}(?:of\s+)?(?:${named}),?${NAMED_GAP}${years}`,
      String.raw`(?:${named})${DAY_GAP}${inMonth},?${DAY_GAP}${years}`,
      String.raw`0?${Number(date)}${DAY_GAP}0?${Number(month)}${DAY_GAP}${years}`,
    ].join('|'),
    'iu',
  );
};
