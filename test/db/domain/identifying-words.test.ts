import { describe, expect, it } from 'vitest';
import { identifyingWordsIn, type IdentifyingWords } from '../../../db/domain/identifying-words.ts';

const WORDS: IdentifyingWords = {
  labels: [
    { label: 'AM', isInitials: true },
    { label: 'Child A', isInitials: false },
    { label: 'Eve', isInitials: false },
    { label: 'A', isInitials: false },
    { label: 'J', isInitials: false },
  ],
  references: ['SCR-2019/1'],
  days: ['2020-05-08'],
};

const ROWS: readonly (readonly [text: string, found: readonly string[], name: string])[] = [
  ['the case of AM', ['AM'], 'initials are found'],
  ['the case of A.M. and others', ['AM'], 'initials with full stops are found'],
  ['before 9 am', [], 'initials in small letters are another word'],
  ['TEAM', [], 'initials inside a word are no initials'],
  ['learning from child  a', ['Child A'], 'a label is found however it is written'],
  ['Child A’s family', ['Child A', 'A'], 'a label with a possessive is found'],
  ['this evening', [], 'a label inside a word is none'],
  ['EVE was', ['Eve'], 'a label in capitals is found'],
  ['A year of reviews', [], 'the article is no label'],
  ['Baby A was', ['A'], 'a letter behind “baby” is a label'],
  ['J was seen', ['J'], 'a letter that is no word is a label'],
  ['see scr-2019/1.', ['SCR-2019/1'], 'a reference is found'],
  ['see SCR-2019/12', [], 'a longer reference is another'],
  ['on 2020-05-08', ['8 May 2020'], 'a day by numbers is found'],
  ['on Friday 8th of May 2020', ['8 May 2020'], 'a day in words is found'],
  ['on May 8, 2020', ['8 May 2020'], 'a day the American way is found'],
  ['on 08/05/20', ['8 May 2020'], 'a day with strokes is found'],
  ['in May 2020', [], 'a month is not the day'],
  ['on 18 May 2020', [], 'another day is another'],
];

describe('words that could tell whose review it was', () => {
  it.each(ROWS)('“%s” holds %j: %s', (text, found) => {
    expect(identifyingWordsIn(text, WORDS).map(({ words }) => words)).toEqual(found);
  });
});
