import { describe, expect, it } from 'vitest';
import { identifyingWordsIn, type IdentifyingWords } from '../../../db/domain/identifying-words.ts';

const WORDS: IdentifyingWords = {
  labels: [
    { label: 'AM', isInitials: true },
    { label: 'Child A', isInitials: false },
    { label: 'Eve', isInitials: false },
    { label: 'A', isInitials: false },
    { label: 'J', isInitials: false },
    { label: 'Baby T', isInitials: false },
    { label: 'Family L', isInitials: false },
    { label: 'Adult S', isInitials: false },
    { label: 'Twin: B', isInitials: false },
    { label: 'BJ', isInitials: false },
  ],
  references: ['SCR-2019/1', 'LCSPR 2025/02', 'SPR 2021C'],
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
  ['Baby_T', ['Baby T'], 'a label with an underscore is found'],
  ['baby-t-overview', ['Baby T'], 'a label in a file name is found'],
  ['BabyT', ['Baby T'], 'a label without a space is found'],
  ['Family‑L', ['Family L'], 'a label with a hyphen that does not break is found'],
  ['Child “A”', ['Child A', 'A'], 'a letter in quotation marks is found'],
  ['Child (A)', ['Child A', 'A'], 'a letter in brackets is found'],
  ['Child - A', ['Child A', 'A'], 'a letter behind a dash is found'],
  ['child-a-overview', ['Child A', 'A'], 'a label in small letters with hyphens is found'],
  ['baby-j-overview', ['J'], 'a letter behind “baby” in small letters is found'],
  ['the case of A-M', ['AM'], 'initials with a hyphen are found'],
  ['two adults and an adult’s home, ADULTS', [], 'a plural or possessive is no label'],
  ['heard the child. A year later', [], 'a sentence that begins behind a child is no label'],
  ['a child, a boy', [], 'an article behind a comma is no label'],
  ['a child (a boy) – a child – a boy', [], 'an article behind a bracket or a dash is no label'],
  ['Child: A', ['Child A', 'A'], 'a letter behind a colon is found'],
  ['Child: A was seen', ['Child A', 'A'], 'a letter behind a colon that does something is found'],
  ['Child: “A”’s family', ['Child A', 'A'], 'a letter in quotation marks behind a colon is found'],
  ['The voice of the child: A guide', [], 'an article behind a colon is no label'],
  ['the child: a guide', [], 'an article in small letters behind a colon is no label'],
  ['The child: A-level results', [], 'an A level is no label'],
  ['child–a', ['Child A'], 'a label in small letters with a dash is found'],
  ['baby–t overview', ['Baby T'], 'a label in small letters with a dash is found, whatever its letter'],
  ['person–i', [], 'no label of the board is none'],
  ['Baby, T', ['Baby T'], 'a letter that is no word is found behind any sign'],
  ['Baby. T was', ['Baby T'], 'a letter that is no word is found in the next sentence'],
  ['saw the child a year later', [], 'a length of time behind a child is no label'],
  ['saw the child a few weeks before', [], 'some weeks behind a child are no label'],
  ['child a was seen', ['Child A'], 'a label in small letters is found'],
  ['child a yearned', ['Child A'], 'a longer word is no length of time'],
  ['Ba\u00adby\u200b T', ['Baby T'], 'what is not seen hides no label'],
  ['Ève was', ['Eve'], 'a label is found with accents'],
  ['Children A and B were', ['Child A', 'A'], 'a label is found in a list'],
  ['Children B, C and A were', ['Child A'], 'the last label of a list is found'],
  ['Families K & L', ['Family L'], 'a label is found in a list of families'],
  ['gave the children a chance', [], 'an article behind children is no label'],
  ['https://example.org/babyt.pdf', ['Baby T'], 'a label in small letters run together is found'],
  ['childa-overview', ['Child A'], 'a label run together in a file name is found'],
  ['the case of B.J.', ['J', 'BJ'], 'a label of capitals is found with full stops'],
  ['https://example.org/child%20a.pdf', ['Child A'], 'a label in an address is found'],
  ['https://example.org/Family%E2%80%93L', ['Family L'], 'a dash in an address is read'],
  ['100% of 5%zz', [], 'a percentage is no address'],
  ['OverviewOfChildA.pdf', ['Child A', 'A'], 'a label within words run together is found'],
  ['2020BabyT', ['Baby T'], 'a label behind a year is found'],
  ['a PhJ', [], 'a capital at the end of a word is no label'],
  ['babyteeth and familyless', [], 'a longer word is no label'],
  ['SCR–2019–1', ['SCR-2019/1'], 'a reference with other dashes is found'],
  ['scr20191', [], 'two numbers run together are another reference'],
  ['LCSPR-2025-02', ['LCSPR 2025/02'], 'a reference with hyphens is found'],
  ['see SPR-2021C', ['SPR 2021C'], 'a reference that ends in a letter is found'],
  ['about Twin: B', ['Twin: B'], 'a label is found as it is recorded, whatever stands in it'],
  ['8-May-2020', ['8 May 2020'], 'a day in words with hyphens is found'],
  ['8‑May‑2020', ['8 May 2020'], 'a day with hyphens that do not break is found'],
  ['2020/05/08', ['8 May 2020'], 'a day by numbers with strokes is found'],
  ['overview_8_5_2020', ['8 May 2020'], 'a day in a file name is found'],
  ['2020/05/081', [], 'a longer number is no day'],
  ['overview-20200508.docx', ['8 May 2020'], 'a day by numbers run together is found'],
  ['on 08052020', ['8 May 2020'], 'a day by numbers run together, the day first, is found'],
  ['08May2020', ['8 May 2020'], 'a day in words run together is found'],
  ['at 2020-05-08T10:30:00Z and 20200508T1030', ['8 May 2020'], 'a day with its time is found'],
  ['call 202005081', [], 'a longer number run together is no day'],
  ['in 202005', [], 'a month run together is not the day'],
  ['on 8 and 9 May 2020', ['8 May 2020'], 'the first of two days is found'],
  ['from the 8th–10th of May 2020', ['8 May 2020'], 'the first day of several is found'],
  ['from 1 to 18 May 2020', [], 'other days of several are others'],
  ['in May 2020', [], 'a month is not the day'],
  ['on 18 May 2020', [], 'another day is another'],
];

/** What somebody may put between the words of a label or a reference; behind "child", small letters need to be joined to it. */
const SEPARATORS = [
  ' ',
  '  ',
  '-',
  '_',
  '–',
  '/',
  '.',
  ':',
  '\u2011',
  '\u00a0',
  '\u200b ',
  ' - ',
  ' – ',
  ' “',
  ' (',
  ' ‘',
  ': ',
];
const JOINED = SEPARATORS.filter(
  (separator) => (!/\s./.test(separator) && !separator.endsWith(' ')) || separator === ' ',
);

describe('words that could tell whose review it was', () => {
  it.each(ROWS)('“%s” holds %j: %s', (text, found) => {
    expect(identifyingWordsIn(text, WORDS).map(({ words }) => words)).toEqual(found);
  });

  it.each(['Child A', 'Baby T', 'Adult S', 'Family L', 'Mother I'])(
    'hold the label “%s” however its words are separated',
    (label) => {
      const words: IdentifyingWords = { labels: [{ label, isInitials: false }], references: [], days: [] };
      const holds = (text: string): boolean => identifyingWordsIn(text, words).length === 1;
      const [name = '', letter = ''] = label.split(' ');
      const missed = [
        ...SEPARATORS.map((separator) => `${name}${separator}${letter}`),
        ...SEPARATORS.map((separator) => `${name.toUpperCase()}${separator}${letter}`),
        ...JOINED.map((separator) => `${name}${separator}${letter}`.toLowerCase()),
      ].filter((text) => ![text, `about ${text}, seen`, `(${text})`, `${text}’s family`].every(holds));
      expect(missed).toEqual([]);
      const ordinary = [
        `the ${name}s`,
        `${name}’s home`,
        `${name} and others`,
        `${name}${letter.toLowerCase()}bc`,
        `${name} ${letter}b`,
      ];
      expect(ordinary.filter(holds)).toEqual([]);
    },
  );
});
