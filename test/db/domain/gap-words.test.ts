import { expect, it } from 'vitest';
import { gapWords } from '../../../db/domain/gap-words.ts';

it.each([
  [
    'Changes 18 to 21 of Laptop B are missing; 22 to 30 are kept until they come.',
    { laptop: 'Laptop B', first: 18, last: 21, why: 'missing', behind: { first: 22, last: 30 } },
  ],
  [
    'Change 18 of Laptop B is missing; 19 is kept until it comes.',
    { laptop: 'Laptop B', first: 18, last: 18, why: 'missing', behind: { first: 19, last: 19 } },
  ],
  ['Change 18 of Laptop B is missing.', { laptop: 'Laptop B', first: 18, last: 18, why: 'missing', behind: null }],
  [
    'Changes 1 to 17 of Laptop B were not written for this laptop; any laptop that holds them will write them again.',
    { laptop: 'Laptop B', first: 1, last: 17, why: 'not-for-us', behind: null },
  ],
  [
    'Changes 1 to 4 of a laptop that is not known here yet are missing.',
    { laptop: null, first: 1, last: 4, why: 'missing', behind: null },
  ],
] as const)('%s', (words, gap) => {
  expect(gapWords(gap)).toBe(words);
});
