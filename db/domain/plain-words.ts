/** "a, b and c". */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** "1 review", "3 reviews", "0 reviews". */
export const countOf = (count: number, singular: string, plural: string): string =>
  `${count} ${count === 1 ? singular : plural}`;

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A body's name in a sentence: “the Executive group”. */
export const withThe = (name: string): string => (/^the\s/i.test(name) ? name : `the ${name}`);
