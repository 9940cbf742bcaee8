import { describe, expect, test } from 'vitest';
import { countOf, delayReasonsWords, joinWords, nilReturn, reviewStatement } from '../../../db/domain/statements.ts';

const seriousCaseReview = { singular: 'serious case review', plural: 'serious case reviews' };
const learningReview = { singular: 'multi-agency learning review', plural: 'multi-agency learning reviews' };

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
