import { expect, it } from 'vitest';
import { boundsInWords, boundsProblems, wordsToBounds } from '../../../../renderer/features/settings/rag-bounds.ts';

const level = (label: string, words: string) => {
  const bounds = wordsToBounds(words);
  if (bounds === null) throw new Error(`not bounds: ${words}`);
  return { label, ...bounds };
};

it.each([
  'more than 5 and up to and including 15',
  'from 5 and less than 15.5',
  'less than 0',
  'more than 15',
  'up to and including -5',
])('“%s” is read as it is written', (words) => {
  const bounds = wordsToBounds(words);
  expect(bounds && boundsInWords(bounds)).toBe(words);
});

it('no words bound nothing, and capitals and spaces do not matter', () => {
  expect(boundsInWords(level('', ''))).toBeNull();
  expect(boundsInWords(level('', ' More than  5 '))).toBe('more than 5');
});

it.each([
  '5 to 15',
  'more than five',
  'more than 15 and up to and including 5',
  'from 5 and less than 5',
  'less than 5 and from 1',
])('“%s” is not taken', (words) => {
  expect(wordsToBounds(words)).toBeNull();
});

it('says what lies in no level or in two', () => {
  const green = level('Green', 'up to and including 5');
  const amber = level('Amber', 'more than 5 and up to and including 15');
  const red = level('Red', 'more than 15');
  expect(boundsProblems([red, amber, green, level('Chosen', '')])).toEqual([]);
  expect(boundsProblems([level('Green', 'less than 5'), amber, red])).toEqual(['No level has exactly 5.']);
  expect(boundsProblems([level('Green', 'less than 8'), amber, red])).toEqual(['Green and Amber overlap.']);
  expect(boundsProblems([level('Green', 'less than 3'), amber])).toEqual([
    'No level has figures between 3 and 5.',
    'No level has figures above 15.',
  ]);
  expect(boundsProblems([amber, red])).toEqual(['No level has figures below 5.']);
});
