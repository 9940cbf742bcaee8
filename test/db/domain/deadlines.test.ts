import { describe, expect, test } from 'vitest';
import { readForecast } from '../../../db/domain/clock-forecast.ts';
import {
  DEADLINE_KIND_LABELS,
  DEADLINE_KINDS,
  daysLateOf,
  deadlineDateWords,
  deadlineWords,
  distanceWords,
  isOnADay,
} from '../../../db/domain/deadlines.ts';

const TODAY = '2026-11-23';

test('every kind of deadline has a name and words', () => {
  for (const kind of DEADLINE_KINDS) {
    expect(DEADLINE_KIND_LABELS[kind]).toMatch(/^[A-Z]/);
    expect(deadlineWords({ kind, what: 'what it says' })).not.toBe('');
  }
});

test.each([
  ['a day', '2027-03-08', null, true, 'on 8 March 2027'],
  ['a month', '2027-03', null, false, 'in March 2027'],
  ['a year', '2027', null, false, 'in 2027'],
  ['a day that words qualify', '2027-03-08', 'about 8 March 2027', false, '“about 8 March 2027”'],
  ['words alone', null, 'once the Executive agrees', false, '“once the Executive agrees”'],
])('%s is said as exactly as it is known', (_, date, text, onADay, words) => {
  expect(isOnADay(date, text)).toBe(onADay);
  expect(deadlineDateWords(date, text)).toBe(words);
});

describe('lateness', () => {
  test.each([
    ['yesterday', 'action', '2026-11-22', 1, '1 day late'],
    ['today', 'action', TODAY, null, 'today'],
    ['in two days', 'action', '2026-11-25', null, 'in 2 days'],
    ['this month, which is not over', 'action', '2026-11', null, ''],
    ['last month', 'action', '2026-10', 23, '23 days late'],
    ['last year', 'hand-over', '2025', 327, '327 days late'],
    ['a meeting in the past', 'meeting', '2026-11-01', null, '1 November 2026'],
    ['a year on the website that is over', 'website-until', '2026-01-01', null, '1 January 2026'],
  ] as const)('of what was due %s', (_, kind, date, late, words) => {
    expect(daysLateOf(kind, date, TODAY)).toBe(late);
    expect(distanceWords(kind, date, null, TODAY)).toBe(words);
  });
});

describe('a forecast beside a due date of 10 January 2027', () => {
  test.each([
    ['on the day', '2027-01-10', null, false, 'Forecast 10 January 2027, in time'],
    ['after it', '2027-01-12', null, true, 'Forecast 12 January 2027, 2 days after it is due'],
    ['in a later month', '2027-02', null, true, 'Forecast February 2027, at least 22 days after it is due'],
    ['in its month', '2027-01', null, false, 'Forecast January 2027, which may be after it is due on 10 January 2027'],
    ['in words', null, 'after the trial', false, 'Forecast: “after the trial”'],
    [
      'in the past',
      '2026-11-01',
      null,
      false,
      'Forecast 1 November 2026, in time; that has passed, give another forecast',
    ],
  ])('%s', (_, date, text, isLate, words) => {
    expect(readForecast({ date, text }, '2027-01-10', TODAY)).toMatchObject({ isLate, words });
  });

  test('is nothing where none is given', () => {
    expect(readForecast({ date: null, text: null }, '2027-01-10', TODAY)).toBeNull();
    expect(readForecast({ date: '2027-02', text: null }, null, TODAY)?.words).toBe('Forecast February 2027');
  });
});
