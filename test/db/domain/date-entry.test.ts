import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, formatDate, isPartialDate, readDateEntry } from '../../../db/domain/partial-date.ts';

const SEED = { seed: 20200508, numRuns: 300 } as const;

describe('an exact date is read however it is typed', () => {
  test.each([
    ['8 May 2020', '2020-05-08'],
    ['08 MAY 2020', '2020-05-08'],
    ['8th of May 2020', '2020-05-08'],
    ['Friday 8 May 2020', '2020-05-08'],
    ['May 8, 2020', '2020-05-08'],
    ['8/5/2020', '2020-05-08'],
    ['08.05.20', '2020-05-08'],
    ['8-5-2020', '2020-05-08'],
    ['8 may 20', '2020-05-08'],
    ['8-May-20', '2020-05-08'],
    ['2020-05-08', '2020-05-08'],
    ['2020/05/08', '2020-05-08'],
    ['29/2/2020', '2020-02-29'],
    ['1.1.99', '1999-01-01'],
    ['May 2020', '2020-05'],
    ['Sept 2019', '2019-09'],
    ['5/2020', '2020-05'],
    ['2020-05', '2020-05'],
    ['2020', '2020'],
    ['  8   May\t2020 ', '2020-05-08'],
  ])('%s', (entry, date) => {
    expect(readDateEntry(entry)).toEqual({ date, text: null });
  });
});

describe('words are kept as written beside the part that is certain', () => {
  test.each([
    ['late 2019', '2019'],
    ['autumn 2019', '2019'],
    ['Q2 2019', '2019'],
    ['sunset 2019', '2019'],
    ['about March 2018', '2018-03'],
    ['end of March 2018', '2018-03'],
    ['March or April 2018', '2018'],
    ['between March and May 2019', '2019'],
    ['about 8 May 2020', '2020-05'],
    ['week of 8/5/2020', '2020-05'],
    ['by 31 March 2020', '2020-03-31'],
    ['before 29 September 2020', '2020-09-28'],
    ['after 8 May 2020', null],
    ['before 2020', null],
    ['since March 2018', null],
    ['2018/19', null],
    ['2009/10', null],
    ['2018-19', null],
    ['2017 to 2018', null],
    ['winter 2019/20', null],
    ['January Board', null],
    ['to be confirmed', null],
    ['Monday', null],
  ])('%s', (entry, date) => {
    expect(readDateEntry(entry)).toEqual({ date, text: entry });
  });
});

describe('a date that cannot be is refused, and the message says what to type', () => {
  test.each([
    ['31 February 2020', /February 2020 has 29 days.*8 May 2020/],
    ['29/2/2021', /February 2021 has 28 days/],
    ['32/1/2020', /January 2020 has 31 days, so there is no day 32/],
    ['0 May 2020', /no day 0/],
    ['8/13/2020', /no month 13.*day first/],
    ['about 31 February 2020', /February 2020 has 29 days/],
    ['Monday 8 May 2020', /8 May 2020 is a Friday/],
    ['8 Febuary 2020', /“Febuary” is not the name of a month/],
    ['8 May', /Add the year/],
    ['May 20', /Add the year/],
    ['8/5', /8 May 2020/],
    ['20200508', /8 May 2020/],
    ['1/1/1850', /1900 to 2100/],
    ['x'.repeat(201), /at most 200 characters/],
  ])('%s', (entry, message) => {
    expect(readDateEntry(entry)).toEqual({ error: expect.stringMatching(message) });
  });
});

test('nothing typed is no date and no words', () => {
  expect(readDateEntry('   ')).toEqual({ date: null, text: null });
});

test('whatever is typed is read or refused, never thrown at, and a date that comes out is one', () => {
  const fragments = fc.constantFrom(
    '8',
    '31',
    '2020',
    '20',
    'May',
    'Feb',
    'late',
    'before',
    'by',
    '/',
    '-',
    '.',
    ' ',
    ',',
    'of',
    'Monday',
    '–',
  );
  const entries = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(entries, (entry) => {
      const reading = readDateEntry(entry);
      if ('error' in reading) expect(reading.error).not.toBe('');
      else if (reading.date !== null) expect(isPartialDate(reading.date)).toBe(true);
    }),
    SEED,
  );
});

test('a full date as the product writes it is read back as the same date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 73_000 }), (offset) => {
      const date = addDays('1900-01-01', offset);
      expect(readDateEntry(formatDate(date))).toEqual({ date, text: null });
      expect(readDateEntry(formatDate(date.slice(0, 7)))).toEqual({ date: date.slice(0, 7), text: null });
    }),
    SEED,
  );
});
