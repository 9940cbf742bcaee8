import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../db/domain/partial-date.ts';
import { createWorkingCalendar, divisionOf } from '../../../db/domain/working-days.ts';

const SEED = { seed: 20220614, numRuns: 300 } as const;
const england = createWorkingCalendar({ division: 'england-and-wales', closures: [] });
const scotland = createWorkingCalendar({ division: 'scotland', closures: [] });
const northernIreland = createWorkingCalendar({ division: 'northern-ireland', closures: [] });

describe('working days counted forward and back', () => {
  test.each([
    ['15 from Friday 20 May 2022 cross the jubilee holidays', '2022-05-20', 15, 'next-day-is-day-1', '2022-06-14'],
    ['the day of the event as day 1 ends a day sooner', '2022-05-20', 15, 'event-day-is-day-1', '2022-06-13'],
    ['a Saturday cannot be day 1, so Monday is, by either rule', '2022-05-21', 1, 'event-day-is-day-1', '2022-05-23'],
    ['the next day rule from a Saturday', '2022-05-21', 1, 'next-day-is-day-1', '2022-05-23'],
    ['7 before Tuesday 14 June 2022', '2022-06-14', -7, 'next-day-is-day-1', '2022-06-01'],
    ['1 before a Monday is Friday', '2022-05-23', -1, 'next-day-is-day-1', '2022-05-20'],
    ['none is the day itself', '2022-05-21', 0, 'next-day-is-day-1', '2022-05-21'],
  ] as const)('%s', (_, from, days, dayZero, date) => {
    expect(england.addWorkingDays(from, days, dayZero)).toEqual({ date });
  });
});

test('each division has its own holidays', () => {
  expect([england, scotland, northernIreland].map((calendar) => calendar.isWorkingDay('2022-01-04'))).toEqual([
    true,
    false,
    true,
  ]);
  expect([england, scotland, northernIreland].map((calendar) => calendar.isWorkingDay('2022-07-12'))).toEqual([
    true,
    true,
    false,
  ]);
  expect(['england', 'wales', 'scotland', 'northern-ireland'].map((nation) => divisionOf(nation as 'england'))).toEqual(
    ['england-and-wales', 'england-and-wales', 'scotland', 'northern-ireland'],
  );
});

test('working days between two days leave out the first and count the last', () => {
  expect(england.workingDaysBetween('2022-05-20', '2022-06-14')).toEqual({ days: 15 });
  expect(england.workingDaysBetween('2022-06-14', '2022-05-20')).toEqual({ days: -15 });
  expect(england.workingDaysBetween('2022-05-20', '2022-05-22')).toEqual({ days: 0 });
});

test('the holidays and closures crossed are named, weekends are not', () => {
  const closed = createWorkingCalendar({
    division: 'england-and-wales',
    closures: [
      { date: '2022-05-27', name: 'Council closure' },
      { date: '2022-05-28', name: 'Weekend works' },
      { date: '2022-06-02', name: 'Already a holiday' },
    ],
  });
  expect(closed.addWorkingDays('2022-05-20', 15, 'next-day-is-day-1')).toEqual({ date: '2022-06-15' });
  expect(closed.nonWorkingDaysCrossed('2022-05-20', '2022-06-14')).toEqual([
    { date: '2022-05-27', name: 'Council closure' },
    { date: '2022-06-02', name: 'Bank holiday' },
    { date: '2022-06-03', name: 'Bank holiday' },
  ]);
});

test('the version of the table changes with its days, and only with them', () => {
  const closures = [{ date: '2022-05-27', name: 'Council closure' }];
  const closed = createWorkingCalendar({ division: 'england-and-wales', closures });
  const renamed = createWorkingCalendar({
    division: 'england-and-wales',
    closures: [{ date: '2022-05-27', name: 'Closed' }],
  });
  expect(closed.tableVersion).not.toBe(england.tableVersion);
  expect(renamed.tableVersion).toBe(closed.tableVersion);
  expect(england.tableVersion).toMatch(/^england-and-wales 2006–2030 [0-9a-f]{8}$/);
});

test('a year by rule, or outside the table, is provisional', () => {
  expect([2006, 2011, 2012, 2028, 2029, 2031].map(england.provisional)).toEqual([true, true, false, false, true, true]);
});

test('a count that would leave the table is answered in words', () => {
  const words = { outOfRange: expect.stringContaining('2006 to 2030') };
  expect(england.addWorkingDays('2030-12-20', 15, 'next-day-is-day-1')).toEqual(words);
  expect(england.addWorkingDays('2006-01-03', -5, 'next-day-is-day-1')).toEqual(words);
  expect(england.addWorkingDays('2005-12-30', 1, 'next-day-is-day-1')).toEqual(words);
  expect(england.workingDaysBetween('2005-12-30', '2006-02-01')).toEqual(words);
  expect(england.isWorkingDay('2031-01-02')).toBeNull();
  expect(england.isWorkingDay('2031-01-04')).toBe(false);
});

const day = fc.integer({ min: 0, max: 8700 }).map((offset) => addDays('2006-01-01', offset));
const length = fc.integer({ min: 1, max: 60 });
const dateOf = (result: ReturnType<typeof england.addWorkingDays>): string =>
  'date' in result ? result.date : 'outside the table';

test('a later start or a longer length never ends sooner, and always ends on a working day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), length, (from, later, days) => {
      const end = dateOf(england.addWorkingDays(from, days, 'next-day-is-day-1'));
      expect(england.isWorkingDay(end)).toBe(true);
      expect(['Saturday', 'Sunday']).not.toContain(weekdayOf(end));
      expect(dateOf(england.addWorkingDays(addDays(from, later), days, 'next-day-is-day-1')) >= end).toBe(true);
      expect(dateOf(england.addWorkingDays(from, days + 1, 'next-day-is-day-1')) > end).toBe(true);
      expect(england.workingDaysBetween(from, end)).toEqual({ days });
    }),
    SEED,
  );
});
