/**
 * How hard a board's passphrase is to guess, judged by what is left of its length once the guessable parts are shrunk: common
 * words, the board's own words, runs such as "abcd" or "1111", years and repeats. Accepted gap: with a short list of
 * words it cannot see a well-known phrase; the key derivation (scrypt) is what makes each guess slow.
 */
export const LEAST_PASSPHRASE_LENGTH = 12;

export type PassphraseScore = 0 | 1 | 2 | 3 | 4;
export type PassphraseStrength = {
  readonly score: PassphraseScore;
  readonly acceptable: boolean;
  readonly label: 'Too weak' | 'Weak' | 'Fair' | 'Strong' | 'Very strong';
  /** What to do, or that nothing need be done. */
  readonly words: string;
};

const LABELS = ['Too weak', 'Weak', 'Fair', 'Strong', 'Very strong'] as const;
const FAIR: PassphraseScore = 2;

/** `ownWords`: the board's name and the like, which a guesser tries first. */
export const passphraseStrength = (passphrase: string, ownWords: readonly string[] = []): PassphraseStrength => {
  const length = Array.from(passphrase).length;
  const own = ownWords.flatMap((words) => words.toLowerCase().split(/\s+/)).filter((word) => word.length > 3);
  const score = length < LEAST_PASSPHRASE_LENGTH ? Math.min(1, scoreOf(passphrase, own)) : scoreOf(passphrase, own);
  const acceptable = length >= LEAST_PASSPHRASE_LENGTH && score >= FAIR;
  return {
    score: score as PassphraseScore,
    acceptable,
    label: LABELS[score] ?? 'Too weak',
    words: advice(passphrase, length, score, own),
  };
};

const scoreOf = (passphrase: string, own: readonly string[]): number => {
  const left = unguessableLength(passphrase, own);
  if (left < 6) return 0;
  if (left < 10) return 1;
  if (left < 15) return 2;
  return left < 20 ? 3 : 4;
};

const unguessableLength = (passphrase: string, own: readonly string[]): number => {
  const text = withoutWords(passphrase.slice(0, LONGEST_JUDGED).toLowerCase(), [...COMMON_WORDS, ...own]);
  const shrunk = withoutRuns(text.replace(YEAR, SHRUNK).replace(REPEATED, '$1'));
  return Math.min(shrunk.length, new Set(shrunk).size * 2);
};

/** More than this much adds nothing to the judgement, and keeps it instant whatever is pasted. */
const LONGEST_JUDGED = 128;
/** Stands for a part that counts as one character, however long it was. */
const SHRUNK = '\u0001';
const YEAR = /(?:19|20)\d\d/g;
const REPEATED = /(.{2,}?)\1+/g;

/** Each word shrunk, longest first, also where it is disguised. */
const withoutWords = (text: string, words: readonly string[]): string => {
  let rest = text;
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    for (let at = undisguised(rest).indexOf(word); at >= 0; at = undisguised(rest).indexOf(word)) {
      rest = rest.slice(0, at) + SHRUNK + rest.slice(at + word.length);
    }
  }
  return rest;
};

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '!': 'i',
  '1': 'i',
};

/** "p4ssw0rd" is guessed as soon as "password". Keeps every character in its place. */
const undisguised = (text: string): string =>
  text.replace(/[@430$!1]/g, (character) => DISGUISES[character] ?? character);

/** Characters that only repeat or follow the one before them, in the order of letters and figures, add nothing. */
const withoutRuns = (text: string): string =>
  Array.from(text)
    .filter((character, index, all) => {
      const [first, second] = [all[index - 2], all[index - 1]];
      if (first === undefined || second === undefined) return true;
      return !followsOn(first, second, character);
    })
    .join('');

const followsOn = (first: string, second: string, third: string): boolean => {
  const step = second.charCodeAt(0) - first.charCodeAt(0);
  return Math.abs(step) <= 1 && third.charCodeAt(0) - second.charCodeAt(0) === step;
};

const advice = (passphrase: string, length: number, score: number, own: readonly string[]): string => {
  if (length === 0)
    return `Use at least ${LEAST_PASSPHRASE_LENGTH} characters. Four unrelated words are strong and easy to remember.`;
  if (length < LEAST_PASSPHRASE_LENGTH) {
    const more = LEAST_PASSPHRASE_LENGTH - length;
    return `Add ${more} more ${more === 1 ? 'character' : 'characters'}: another unrelated word will do.`;
  }
  if (score >= 4) return 'This passphrase is very hard to guess.';
  if (score === 3) return 'This passphrase is hard to guess.';
  const text = undisguised(passphrase.toLowerCase());
  if (own.some((word) => text.includes(word)))
    return 'Leave out the name of the board: it is the first thing tried. Use unrelated words instead.';
  if (COMMON_WORDS.some((word) => text.includes(word)))
    return 'It contains words that are tried first. Use unrelated words instead.';
  return score === FAIR
    ? 'Add another unrelated word to make it strong.'
    : 'It repeats or follows a pattern. Use four unrelated words instead.';
};

const COMMON_WORDS = [
  'password',
  'passphrase',
  'passwort',
  'letmein',
  'welcome',
  'admin',
  'administrator',
  'login',
  'secret',
  'changeme',
  'default',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdf',
  'zxcvbnm',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'liverpool',
  'arsenal',
  'chelsea',
  'princess',
  'sunshine',
  'master',
  'hello',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'february',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'friday',
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'safeguarding',
  'children',
  'child',
  'board',
  'partnership',
  'council',
  'review',
  'tracker',
  'case',
  'serious',
  'manager',
  'office',
  'computer',
  'laptop',
  'test',
] as const;
