import { describe, expect, test } from 'vitest';
import {
  annualStatement,
  countOf,
  delayReasonsWords,
  joinWords,
  nilReturn,
  numberInWords,
  reviewStatement,
  statementsInShort,
} from '../../../db/domain/statements.ts';

const seriousCaseReview = { singular: 'serious case review', plural: 'serious case reviews' };
const learningReview = { singular: 'multi-agency learning review', plural: 'multi-agency learning reviews' };

describe('statements where room is short', () => {
  const underWay = (of: typeof seriousCaseReview, count: number) =>
    ({ kind: 'under-way', of, count, expected: null }) as const;

  test('say in one sentence of which types there is none', () => {
    const rapidReview = { singular: 'rapid review', plural: 'rapid reviews' };
    expect(
      statementsInShort([
        underWay(seriousCaseReview, 0),
        underWay(learningReview, 2),
        underWay(rapidReview, 0),
        { kind: 'outside-area', count: 1 },
      ]),
    ).toEqual([
      '2 multi-agency learning reviews are under way.',
      'No serious case review or rapid review is under way.',
      'The board is involved in 1 review led by another area.',
    ]);
  });

  test('leave a single nil as it is', () => {
    expect(statementsInShort([underWay(seriousCaseReview, 0)])).toEqual(['No serious case review is under way.']);
  });
});

describe('statements about reviews', () => {
  test.each([
    [
      {
        kind: 'complete-and-unpublished',
        of: seriousCaseReview,
        count: 3,
        reasons: [{ reason: 'criminal-proceedings', reviews: 3 }],
      },
      '3 serious case reviews are complete; publication is delayed by ongoing criminal proceedings.',
    ],
    [
      {
        kind: 'complete-and-unpublished',
        of: seriousCaseReview,
        count: 1,
        reasons: [{ reason: 'inquest', reviews: 1 }],
      },
      '1 serious case review is complete; publication is delayed by an inquest.',
    ],
    [
      {
        kind: 'complete-and-unpublished',
        of: seriousCaseReview,
        count: 3,
        reasons: [
          { reason: 'criminal-proceedings', reviews: 2 },
          { reason: 'inquest', reviews: 1 },
        ],
      },
      '3 serious case reviews are complete; publication is delayed by ongoing criminal proceedings (2 of 3) and an inquest (1 of 3).',
    ],
    [
      { kind: 'complete-and-unpublished', of: seriousCaseReview, count: 2, reasons: [] },
      '2 serious case reviews are complete; publication has not taken place and no delay is recorded.',
    ],
    [
      { kind: 'complete-and-unpublished', of: seriousCaseReview, count: 0, reasons: [] },
      'No serious case review is complete and unpublished.',
    ],
    [
      { kind: 'under-way', of: learningReview, count: 1, expected: { date: '2019', text: 'late 2019' } },
      '1 multi-agency learning review is under way and not expected to be complete until late 2019.',
    ],
    [
      { kind: 'under-way', of: learningReview, count: 2, expected: null },
      '2 multi-agency learning reviews are under way.',
    ],
    [
      { kind: 'under-way', of: learningReview, count: 0, expected: null },
      'No multi-agency learning review is under way.',
    ],
    [
      { kind: 'published', of: seriousCaseReview, count: 0, period: '2018/19' },
      'No serious case review was published in 2018/19.',
    ],
    [
      { kind: 'published', of: seriousCaseReview, count: 2, period: '2018/19' },
      '2 serious case reviews were published in 2018/19.',
    ],
    [{ kind: 'not-to-be-published', of: seriousCaseReview, count: 1 }, '1 serious case review is not to be published.'],
    [{ kind: 'outside-area', count: 0 }, 'The board is not involved in any review outside its area.'],
    [{ kind: 'outside-area', count: 1 }, 'The board is involved in 1 review led by another area.'],
    [
      {
        kind: 'to-be-handed-over',
        of: seriousCaseReview,
        count: 3,
        to: 'the new joint partnership',
        by: 'before 29 September 2020',
      },
      '3 serious case reviews are to be handed over to the new joint partnership for finalisation before 29 September 2020.',
    ],
  ] as const)('%j', (statement, words) => {
    expect(reviewStatement(statement)).toBe(words);
  });
});

test('words are joined with commas and “and”', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test('a count takes the singular for one and the plural for none', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'review', 'reviews'))).toEqual(['0 reviews', '1 review', '2 reviews']);
});

test('reasons for delay are said once each', () => {
  expect(delayReasonsWords(['inquest', 'criminal-proceedings', 'inquest'])).toBe(
    'an inquest and ongoing criminal proceedings',
  );
});

test('an empty part of a report is a statement', () => {
  expect(nilReturn('actions')).toBe('No actions were recorded.');
});

describe('statements about a year', () => {
  const completed = {
    kind: 'completed-in-year',
    of: seriousCaseReview,
    count: 2,
    published: 0,
    notToBePublished: 0,
    reasons: [{ reason: 'criminal-proceedings', reviews: 2 }],
    unclear: 0,
  } as const;
  test.each([
    [
      completed,
      'Two serious case reviews were completed in the year and not published because of ongoing criminal proceedings.',
    ],
    [
      { ...completed, count: 1, reasons: [] },
      'One serious case review was completed in the year and not published; no reason for it is recorded.',
    ],
    [{ ...completed, published: 2 }, 'Two serious case reviews were completed in the year and published.'],
    [
      { ...completed, notToBePublished: 2 },
      'Two serious case reviews were completed in the year and are not to be published.',
    ],
    [
      { ...completed, count: 4, published: 1, notToBePublished: 1 },
      'Four serious case reviews were completed in the year: one was published, two were not published because of ongoing criminal proceedings and one is not to be published.',
    ],
    [
      {
        ...completed,
        count: 12,
        reasons: [
          { reason: 'criminal-proceedings', reviews: 11 },
          { reason: 'inquest', reviews: 3 },
        ],
      },
      '12 serious case reviews were completed in the year and not published because of ongoing criminal proceedings (11 of 12) and an inquest (3 of 12).',
    ],
    [{ ...completed, count: 0 }, 'No serious case review was completed in the year.'],
    [
      { ...completed, count: 0, unclear: 1 },
      'No serious case review is known to have been completed in the year; the date of one does not say.',
    ],
    [
      { kind: 'published-in-year', of: seriousCaseReview, count: 0, unclear: 2 },
      'No serious case review is known to have been published in the year; the dates of two do not say.',
    ],
    [
      { kind: 'none-in-year', of: seriousCaseReview, count: 0, unclear: 3 },
      'No serious case review is known to have been begun, completed, published or in progress in the year; the dates of three do not say.',
    ],
    [
      { kind: 'unpublished-from-earlier', of: learningReview, count: 1, reasons: [{ reason: 'inquest', reviews: 1 }] },
      'One multi-agency learning review completed in an earlier year was not published by the end of the year because of an inquest.',
    ],
    [
      { kind: 'in-progress-at-end', of: learningReview, count: 0, end: '31 March 2026' },
      'No multi-agency learning review was in progress on 31 March 2026.',
    ],
    [{ kind: 'led-elsewhere-in-year', count: 2 }, 'The board took part in two reviews led by another area.'],
    [{ kind: 'led-elsewhere-in-year', count: 0 }, 'The board took part in no review led by another area.'],
    [{ kind: 'converted-in-year', count: 2 }, 'Two reviews were converted into ones of another type in the year.'],
  ] as const)('%o', (statement, words) => {
    expect(annualStatement(statement)).toBe(words);
  });

  test('numbers to ten are words', () => {
    expect([0, 1, 10, 11].map(numberInWords)).toEqual(['no', 'one', 'ten', '11']);
  });
});
