import { describe, expect, test } from 'vitest';
import { actWords } from '../../../../renderer/features/actions/acts/act-words.ts';
import { latenessWords } from '../../../../renderer/features/actions/action-words.ts';
import { nextActionNumber } from '../../../../renderer/features/actions/next-action-number.ts';

describe('what became of an act on several actions', () => {
  const refused = (number: string) => ({ id: number, number, why: 'It already has this target.' });

  test('one action says only what was done', () => {
    expect(actWords('Changed the target of action 4.2', 1, [])).toBe('Changed the target of action 4.2');
  });

  test('what was left alone is counted and named with its reason', () => {
    expect(actWords('Changed the target of 13 actions', 12, [refused('4.2')])).toBe(
      'Changed the target of 13 actions: 12 changed, 1 left alone: 4.2 (It already has this target.)',
    );
  });

  test('more than two are counted rather than named', () => {
    const words = actWords('Moved 1,004 actions', 1000, ['1', '2', '3', '4'].map(refused));
    expect(words).toContain('1,000 changed, 4 left alone');
    expect(words).toContain('and 2 more');
  });
});

describe('lateness in words', () => {
  const onTime = {
    daysLate: null,
    noUpdate: false,
    lastRequestedOn: null,
    targetDay: '2026-05-08',
    state: 'in-progress',
  } as const;

  test.each([
    ['late by one day', { ...onTime, daysLate: 1 }, '1 day late'],
    [
      'late comes before no update',
      { ...onTime, daysLate: 12, noUpdate: true, lastRequestedOn: '2026-03-03' },
      '12 days late',
    ],
    [
      'no update names the day of asking',
      { ...onTime, noUpdate: true, lastRequestedOn: '2026-03-03' },
      'No update since asked on 3 March 2026',
    ],
    ['open without a target', { ...onTime, targetDay: null }, 'No target date'],
    ['signed off without a target is not late', { ...onTime, targetDay: null, state: 'signed-off' }, ''],
    ['on time', onTime, ''],
  ] as const)('%s', (_, row, expected) => {
    expect(latenessWords(row)).toBe(expected);
  });
});

describe('the number offered for a new action', () => {
  const plan = {
    recommendations: [{ id: 'r4', number: '4' }],
    actions: [
      { number: '4.1', recommendationId: 'r4' },
      { number: '4.3', recommendationId: 'r4' },
      { number: '1', recommendationId: null },
    ],
  } as never;

  test('follows those of its recommendation and skips one that is taken', () => {
    expect(nextActionNumber(plan, 'r4')).toBe('4.4');
  });

  test('without a recommendation it is a whole number', () => {
    expect(nextActionNumber(plan, null)).toBe('2');
  });
});
