/**
 * Words that could tell whose review it was, found in words that are to be published. Whole words only: a label "Eve" is not in
 * "evening". What is accepted: "A" and "I" alone are English words, so such a label is found only behind "child", "baby" and the
 * like, and a label "Child A" in "the child–a boy"; a day without its year is not looked for; a name that nobody recorded as a label
 * cannot be known.
 */
import { formatDate } from './date-words.ts';
import { dayPattern, initialsPattern, isCapitals, plainText, wordPattern } from './identifying-patterns.ts';

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

export const joinIdentifyingWords = (one: IdentifyingWords, other: IdentifyingWords): IdentifyingWords => ({
  labels: [...one.labels, ...other.labels],
  references: [...new Set([...one.references, ...other.references])],
  days: [...new Set([...one.days, ...other.days])],
});

export const identifyingWordsIn = (text: string, words: IdentifyingWords): readonly FoundWords[] => {
  const plain = plainText(decoded(text));
  const readings = [...new Set([plain, plain.replaceAll(RUN_TOGETHER, ' ')])];
  const seen = { lower: plain.toLowerCase(), joined: joined(plain) };
  return patternsOf(words)
    .filter(({ mayBeIn, pattern }) => mayBeIn(seen) && readings.some((reading) => pattern().test(reading)))
    .map(({ found }) => found);
};

/** A text, to see at a glance what it cannot hold: in small letters, and letters and digits only. */
type Seen = { readonly lower: string; readonly joined: string };

/** Thousands of patterns would take seconds to compile: each is, once, when a text may hold it. */
type Pattern = {
  readonly found: FoundWords;
  readonly mayBeIn: (text: Seen) => boolean;
  readonly pattern: () => RegExp;
};

const patternsFrom = ({ labels, references, days }: IdentifyingWords): readonly Pattern[] => {
  const all: Pattern[] = [
    ...labels.map(({ label, isInitials }) => ({
      found: { kind: isInitials ? ('initials' as const) : ('label' as const), words: label },
      mayBeIn: isInitials || isCapitals(label) ? lettersMayBeIn(label) : wordsMayBeIn(label),
      pattern: once(() => (isInitials ? initialsPattern(label) : wordPattern(label))),
    })),
    ...references.map((reference) => ({
      found: { kind: 'reference' as const, words: reference },
      mayBeIn: isCapitals(reference) ? lettersMayBeIn(reference) : wordsMayBeIn(reference),
      pattern: once(() => wordPattern(reference)),
    })),
    ...days.map((day) => ({
      found: { kind: 'incident-date' as const, words: formatDate(day) },
      mayBeIn: ({ lower }: Seen) => lower.includes(day.slice(2, 4)) && lower.includes(String(Number(day.slice(8)))),
      pattern: once(() => dayPattern(day)),
    })),
  ];
  return [...new Map(all.map((one) => [`${one.found.kind} ${one.found.words}`, one])).values()];
};

const once = (make: () => RegExp): (() => RegExp) => {
  let made: RegExp | null = null;
  return () => (made ??= make());
};

const joined = (plain: string): string => plain.replaceAll(/[^\p{L}\p{N}]+/gu, '');

const lettersMayBeIn = (initials: string): Pattern['mayBeIn'] => {
  const letters = joined(plainText(initials));
  return (text) => text.joined.includes(letters);
};

/** Each word by itself, of "family" only what "families" has too; single letters are anywhere. */
const wordsMayBeIn = (words: string): Pattern['mayBeIn'] => {
  const runs = (
    plainText(words)
      .toLowerCase()
      .match(/\p{L}{2,}|\p{N}+/gu) ?? []
  ).map((run) => run.replace(/y$/, ''));
  return ({ lower }) => runs.every((run) => lower.includes(run));
};

/** Made once: many texts are looked through for the same words. */
const known = new WeakMap<IdentifyingWords, readonly Pattern[]>();

const patternsOf = (words: IdentifyingWords): readonly Pattern[] => {
  const patterns = known.get(words) ?? patternsFrom(words);
  known.set(words, patterns);
  return patterns;
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

/** The same of a case that the text is not about: what kind of words they are, and not whose. */
export const foundOfAnotherCase = ({ kind }: FoundWords): string => {
  switch (kind) {
    case 'label':
      return 'It holds a label of another case.';
    case 'initials':
      return 'It holds initials of another case.';
    case 'reference':
      return 'It holds a reference of another case, which is not public.';
    case 'incident-date':
      return 'It holds the day of an incident of another case.';
  }
};

/** An address holds "child%20a". */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });

/** Where "OverviewOfChildA" and "2020BabyT" begin another word. */
const RUN_TOGETHER = /(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})/gu;
