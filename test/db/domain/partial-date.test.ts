import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  comparePartialDates,
  daysBetween,
  earliestDay,
  formatDate,
  formatDateWithWeekday,
  inDateOrder,
  isCivilDate,
  isPartialDate,
  latestDay,
  onOrInDate,
  precisionOf,
  weekdayOf,
} from '../../../db/domain/partial-date.ts';

test.each(['2020', '2020-05', '2020-05-08', '2020-02-29'])('%s is a partial date', (value) => {
  expect(isPartialDate(value)).toBe(true);
});

test.each([
  '',
  '20',
  '2020-13',
  '2020-00',
  '2021-02-29',
  '2020-02-30',
  '2020-5-8',
  '0000',
  '2020-05-08T00:00',
  'late 2019',
])('“%s” is not a partial date', (value) => {
  expect(isPartialDate(value)).toBe(false);
});

test('only a whole and real day is a civil date', () => {
  expect(isCivilDate('2020-02-29')).toBe(true);
  expect(['2020', '2020-02', '2020-02-30', '1900-02-29', '2020-04-31'].map(isCivilDate)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('a date is written no more precisely than it is known', () => {
  test.each([
    ['2020-05-08', null, '8 May 2020'],
    ['2020-05', null, 'May 2020'],
    ['2020', null, '2020'],
    ['2019', 'late 2019', 'late 2019'],
    [null, 'January Board', 'January Board'],
    [null, null, ''],
  ])('%s and %s', (date, text, words) => {
    expect(formatDate(date, text)).toBe(words);
  });

  test('a weekday is given to whole dates only', () => {
    expect(formatDateWithWeekday('2020-05-08')).toBe('Friday 8 May 2020');
    expect(formatDateWithWeekday('2020-05')).toBe('May 2020');
    expect(formatDateWithWeekday('2020-09-28', 'before 29 September 2020')).toBe('before 29 September 2020');
    expect(formatDateWithWeekday(null)).toBe('');
  });

  test('a day is “on”, a month or a year is “in”', () => {
    expect([onOrInDate('2020-05-08'), onOrInDate('2020-05'), onOrInDate('2020')]).toEqual([
      'on 8 May 2020',
      'in May 2020',
      'in 2020',
    ]);
  });
});

test('a partial date spans its first to its last day', () => {
  expect([earliestDay('2020'), latestDay('2020')]).toEqual(['2020-01-01', '2020-12-31']);
  expect([earliestDay('2020-02'), latestDay('2020-02')]).toEqual(['2020-02-01', '2020-02-29']);
  expect([earliestDay('2020-05-08'), latestDay('2020-05-08')]).toEqual(['2020-05-08', '2020-05-08']);
  expect(['2020', '2020-05', '2020-05-08'].map(precisionOf)).toEqual(['year', 'month', 'day']);
});

test('partial dates sort by their first day, the less precise before the more precise, and no date last', () => {
  const sorted = ['2020-05-08', null, '2020-01-01', '2019-12', '2020', '2020-05'].toSorted(comparePartialDates);
  expect(sorted).toEqual(['2019-12', '2020', '2020-01-01', '2020-05', '2020-05-08', null]);
});

test('in date order, undated items come first and equal dates keep their order', () => {
  const items = [
    { id: 'b', on: '2020' },
    { id: 'c', on: '2020' },
    { id: 'a', on: null },
  ];
  expect(inDateOrder(items, ({ on }) => on).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('days are calendar days, through leap years and clock changes', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysBetween('2020-03-28', '2020-03-30')).toBe(2);
  expect(daysBetween('2020-05-08', '2020-05-01')).toBe(-7);
  expect(addDays('2019-12-31', 1)).toBe('2020-01-01');
  expect(weekdayOf('2022-05-20')).toBe('Friday');
});

test('a month later is the same day number, or the last day of the month', () => {
  expect(addMonths('2020-01-08', 1)).toBe('2020-02-08');
  expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
  expect(addMonths('2021-08-31', 6)).toBe('2022-02-28');
  expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
});
