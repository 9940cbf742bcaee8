import { expect, test } from 'vitest';
import { isStatedMeasure, measuresFor, readStated } from '../../../db/domain/stated-figures.ts';

test.each([
  ['the same', { stated: 14, unit: 'actions', measure: 'actions' }, 14, false, '14 actions', ''],
  [
    'fewer',
    { stated: 14, unit: 'actions', measure: 'actions' },
    13,
    true,
    '13 actions: differs from the 14 stated',
    '1 fewer than stated',
  ],
  [
    'a higher share',
    { stated: 31, unit: '%', measure: 'actions' },
    33.5,
    true,
    '33.5%: differs from the 31% stated',
    '2.5 more than stated',
  ],
  ['nothing to compare with', { stated: 4, unit: '', measure: null }, null, false, 'Not counted by the register', ''],
  [
    'a count that this version has not',
    { stated: 4, unit: '', measure: 'unknown' },
    null,
    false,
    'Not counted by the register',
    '',
  ],
  ['words alone', { stated: null, unit: '', measure: null }, null, false, 'In words only', ''],
  ['words beside a count', { stated: null, unit: 'reviews', measure: 'reviews' }, 3, false, '3 reviews', ''],
])('a stated figure beside %s', (_, figure, computed, differs, words, difference) => {
  expect(readStated(figure, computed)).toEqual({ differs, words, difference });
});

test('a figure about the board stands beside counts of the board only', () => {
  const board = measuresFor('board').map(({ measure }) => measure);
  expect(board).toContain('actions');
  expect(board).not.toContain('actions-of-the-review');
  expect(measuresFor('review').length).toBeGreaterThan(board.length);
  expect(isStatedMeasure('toString')).toBe(false);
});
