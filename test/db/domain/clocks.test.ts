import { describe, expect, test } from 'vitest';
import { type ClockEvent, type ClockQuestion, type ClockRule, readClock } from '../../../db/domain/clocks.ts';
import type { EventKind } from '../../../db/domain/codes.ts';
import { createWorkingCalendar } from '../../../db/domain/working-days.ts';

const calendar = createWorkingCalendar({ division: 'england-and-wales', closures: [] });

const rapidReview: ClockRule = {
  name: 'Complete within 15 working days',
  runsFrom: 'notified',
  stopsAt: 'completed',
  length: 15,
  unit: 'working-days',
  direction: 'after',
  dayZero: 'next-day-is-day-1',
  fixedDate: null,
  source: 'Working Together',
  confirmed: true,
};
const publication: ClockRule = {
  ...rapidReview,
  runsFrom: 'initiated',
  stopsAt: 'published',
  length: 6,
  unit: 'months',
};
const copies: ClockRule = {
  ...rapidReview,
  runsFrom: 'published',
  stopsAt: 'copies-sent-before-publication',
  length: 7,
  direction: 'before',
};
const website: ClockRule = { ...rapidReview, runsFrom: 'published', stopsAt: 'taken-down', length: 1, unit: 'years' };
const handOver: ClockRule = {
  ...rapidReview,
  runsFrom: 'initiated',
  stopsAt: 'handed-over',
  length: 0,
  unit: 'fixed-date',
  direction: 'before',
  fixedDate: '2020-09-29',
};

const on = (kind: EventKind, date: string | null, text: string | null = null): ClockEvent => ({ kind, date, text });

const read = (rule: ClockRule, events: readonly ClockEvent[], today: string, more: Partial<ClockQuestion> = {}) =>
  readClock({ rule, events, today, calendar, override: null, relaxation: null, ...more });

const notified = on('notified', '2022-05-20');

describe('a working-day clock says its state in words', () => {
  test.each([
    [
      'before its first event',
      [],
      '2022-06-01',
      'waiting',
      'Waiting for: notification (15 working days from notification)',
    ],
    [
      'while it runs',
      [notified],
      '2022-06-08',
      'running',
      'Due Tuesday 14 June 2022, 4 working days left (15 working days from notification)',
    ],
    [
      'on its last day',
      [notified],
      '2022-06-14',
      'running',
      'Due today, Tuesday 14 June 2022 (15 working days from notification)',
    ],
    [
      'once it is past',
      [notified],
      '2022-06-30',
      'breached',
      '12 working days late, was due Tuesday 14 June 2022 (15 working days from notification)',
    ],
    [
      'one working day past',
      [notified],
      '2022-06-15',
      'breached',
      '1 working day late, was due Tuesday 14 June 2022 (15 working days from notification)',
    ],
    [
      'met early',
      [notified, on('completed', '2022-06-10')],
      '2022-07-01',
      'met',
      'Met on Friday 10 June 2022, 2 working days early (15 working days from notification)',
    ],
    [
      'met early in a month',
      [notified, on('completed', '2022-05')],
      '2022-07-01',
      'met',
      'Met in May 2022, at least 8 working days early (15 working days from notification)',
    ],
    [
      'met on the day',
      [notified, on('completed', '2022-06-14')],
      '2022-07-01',
      'met',
      'Met on Tuesday 14 June 2022, on the day it was due (15 working days from notification)',
    ],
    [
      'met late',
      [notified, on('completed', '2022-06-16')],
      '2022-07-01',
      'met-late',
      'Met 2 working days late on Thursday 16 June 2022, was due Tuesday 14 June 2022 (15 working days from notification)',
    ],
    [
      'met late on a day not known exactly',
      [notified, on('completed', '2022-07')],
      '2022-09-01',
      'met-late',
      'Met up to 33 working days late in July 2022, was due Tuesday 14 June 2022 (15 working days from notification)',
    ],
  ] as const)('%s', (_, events, today, state, words) => {
    expect(read(rapidReview, events, today)).toMatchObject({ state, words });
  });

  test('and the due date passes over the holidays on its way', () => {
    const reading = read(rapidReview, [on('notified', '2020-04-16')], '2020-05-26');
    expect(reading.holidaysCrossed).toEqual([]);
    expect(read(rapidReview, [on('notified', '2020-04-20')], '2020-05-26').holidaysCrossed).toEqual([
      { date: '2020-05-08', name: 'Bank holiday' },
    ]);
    expect(reading.words).toBe('11 working days late, was due Thursday 7 May 2020 (15 working days from notification)');
  });
});

test('a reading carries the figures behind its words', () => {
  expect(read(rapidReview, [notified], '2022-06-30')).toMatchObject({
    runsFromDate: '2022-05-20',
    dayZeroWords: 'The first day after notification is day 1.',
    computedDueOn: '2022-06-14',
    dueOn: '2022-06-14',
    overridden: false,
    dueWeekday: 'Tuesday',
    stoppedOn: null,
    countedIn: 'working-days',
    used: 27,
    length: 15,
    unit: 'working-days',
    remaining: null,
    late: 12,
    imprecise: false,
    holidaysCrossed: [
      { date: '2022-06-02', name: 'Bank holiday' },
      { date: '2022-06-03', name: 'Bank holiday' },
    ],
    tableVersion: calendar.tableVersion,
  });
});

test('days used and remaining add up to the length, by either rule for day zero', () => {
  const next = read(rapidReview, [notified], '2022-06-08');
  expect([next.used, next.remaining]).toEqual([11, 4]);
  const same = read({ ...rapidReview, dayZero: 'event-day-is-day-1' }, [notified], '2022-06-08');
  expect([same.used, same.remaining, same.dueOn]).toEqual([12, 3, '2022-06-13']);
  expect(same.dayZeroWords).toBe('The day of notification is day 1.');
});

describe('a month clock', () => {
  test.each([
    ['ends on the same day number', '2022-01-10', '2022-07-10', 'Sunday'],
    ['or on the last day of the month', '2021-08-31', '2022-02-28', 'Monday'],
    ['and stays on a weekend, with the weekday shown', '2022-02-20', '2022-08-20', 'Saturday'],
  ] as const)('%s', (_, from, dueOn, dueWeekday) => {
    expect(read(publication, [on('initiated', from)], '2022-03-01')).toMatchObject({
      dueOn,
      dueWeekday,
      holidaysCrossed: [],
    });
  });

  test('counts its lateness in calendar days', () => {
    const reading = read(publication, [on('initiated', '2022-01-10')], '2022-07-20');
    expect(reading).toMatchObject({ state: 'breached', late: 10, countedIn: 'calendar-days' });
    expect(reading.words).toBe('10 days late, was due Sunday 10 July 2022 (6 months from initiation)');
  });
});

describe('a clock that runs from an event not known to the day', () => {
  test('counts from the latest day it can mean, and says so', () => {
    const reading = read(rapidReview, [on('notified', '2022-05')], '2022-06-20');
    expect(reading).toMatchObject({ imprecise: true, runsFromDate: '2022-05', dueOn: '2022-06-23' });
    expect(reading.words).toBe(
      'Due about Thursday 23 June 2022, 3 working days left (15 working days from notification). The date of notification is recorded only as “May 2022”, so its latest day is used',
    );
  });

  test('keeps waiting when there are only words', () => {
    const reading = read(rapidReview, [on('notified', null, 'in the spring')], '2022-06-20');
    expect(reading).toMatchObject({ state: 'waiting', dueOn: null });
    expect(reading.words).toBe(
      'Waiting for the date of: notification, recorded only as “in the spring” (15 working days from notification)',
    );
  });
});

describe('the board can override and relax', () => {
  test('an override shows its reason beside what was worked out', () => {
    const reading = read(rapidReview, [notified], '2022-06-16', {
      override: { dueOn: '2022-06-20', reason: 'Agreed with the Panel.' },
    });
    expect(reading).toMatchObject({
      state: 'running',
      overridden: true,
      dueOn: '2022-06-20',
      computedDueOn: '2022-06-14',
    });
    expect(reading.words).toBe(
      'Due Monday 20 June 2022, 2 working days left (15 working days from notification). Due date set by hand: Agreed with the Panel; worked out as Tuesday 14 June 2022',
    );
  });

  test('an override gives a due date to a clock without its event', () => {
    const override = { dueOn: '2022-06-20', reason: 'Set by the board' };
    expect(read(rapidReview, [], '2022-06-16', { override })).toMatchObject({ state: 'running', computedDueOn: null });
  });

  test('past a Friday set by hand, Saturday is late without a working day gone by', () => {
    const override = { dueOn: '2022-06-17', reason: 'Set by the board' };
    const reading = read(rapidReview, [notified], '2022-06-18', { override });
    expect(reading).toMatchObject({ state: 'breached', late: 0 });
    expect(reading.words).toMatch(/^Less than 1 working day late, was due Friday 17 June 2022/);
  });

  test('a relaxed clock is late without being in breach', () => {
    const reading = read(rapidReview, [notified], '2022-06-30', {
      relaxation: { reason: 'National relaxation', until: null },
    });
    expect(reading.state).toBe('relaxed');
    expect(reading.words).toMatch(
      /^Relaxed \(National relaxation\): 12 working days late, was due Tuesday 14 June 2022/,
    );
  });

  test('a relaxation that has run out leaves the clock in breach', () => {
    const relaxation = { reason: 'National relaxation', until: '2022-06-20' };
    expect(read(rapidReview, [notified], '2022-06-20', { relaxation }).state).toBe('relaxed');
    expect(read(rapidReview, [notified], '2022-06-21', { relaxation }).state).toBe('breached');
  });

  test('a relaxed clock that was met in time anyway is met', () => {
    const relaxation = { reason: 'National relaxation', until: null };
    expect(read(rapidReview, [notified, on('completed', '2022-06-10')], '2022-06-30', { relaxation }).state).toBe(
      'met',
    );
  });
});

describe('a clock that counts back from an event', () => {
  test('uses the planned date until there is a real one', () => {
    const planned = on('publication-planned', '2022-06-14');
    expect(read(copies, [planned], '2022-05-20').words).toBe(
      'Due Wednesday 1 June 2022, 8 working days left (at least 7 working days before publication)',
    );
    expect(read(copies, [planned, on('published', '2022-06-21')], '2022-07-01').dueOn).toBe('2022-06-10');
  });

  test('is met late when the copies went with less time than that', () => {
    const events = [on('published', '2022-06-21'), on('copies-sent-before-publication', '2022-06-14')];
    expect(read(copies, events, '2022-07-01')).toMatchObject({ state: 'met-late', late: 2 });
  });
});

describe('a least time is kept, and keeping it longer is never late', () => {
  const published = on('published', '2022-05-20');
  test.each([
    [
      'running',
      [published],
      '2022-07-01',
      'running',
      /^To be kept until Saturday 20 May 2023, 323 days left \(at least 1 year/,
    ],
    ['over', [published], '2023-07-01', 'met', /^Kept for the whole time/],
    ['ended after it', [published, on('taken-down', '2023-06-01')], '2023-07-01', 'met', /^Kept for the whole time/],
    [
      'ended too soon',
      [published, on('taken-down', '2023-05-10')],
      '2023-07-01',
      'breached',
      /^Ended 10 days too soon on Wednesday/,
    ],
  ] as const)('%s', (_, events, today, state, words) => {
    expect(read(website, events, today)).toMatchObject({ state, words: expect.stringMatching(words) });
  });
});

describe('a fixed date', () => {
  test('“before 29 September 2020” is due on the 28th, whatever the events', () => {
    const reading = read(handOver, [], '2020-09-01');
    expect(reading).toMatchObject({ state: 'running', dueOn: '2020-09-28', used: null });
    expect(reading.words).toBe('Due Monday 28 September 2020, 27 days left (fixed: before 29 September 2020)');
  });

  test('“by 29 January 2020” is due on the day itself', () => {
    const rule = { ...handOver, direction: 'after', fixedDate: '2020-01-29' } as const;
    expect(read(rule, [], '2020-01-29').words).toBe('Due today, Wednesday 29 January 2020 (fixed: by 29 January 2020)');
  });

  test('a review finished in time needs no hand-over, and the clock says what stopped it', () => {
    const reading = read(handOver, [on('completed', '2020-09-20')], '2021-01-01');
    expect(reading.state).toBe('met');
    expect(reading.words).toMatch(/Stopped by completion$/);
  });
});

test('a decision either way stops a decision clock', () => {
  const decision: ClockRule = { ...rapidReview, stopsAt: 'decided-to-proceed', length: 1, unit: 'months' };
  const reading = read(decision, [notified, on('decided-not-to-proceed', '2022-06-01')], '2022-07-01');
  expect(reading.state).toBe('met');
  expect(reading.words).toMatch(/Stopped by the decision not to proceed$/);
});

test('an event dated after today does not stop a clock', () => {
  expect(read(rapidReview, [notified, on('completed', '2022-06-10')], '2022-06-08').state).toBe('running');
});

test('the earliest event of a kind counts', () => {
  expect(read(rapidReview, [on('notified', '2022-06-01'), notified], '2022-06-08').runsFromDate).toBe('2022-05-20');
});

test('a due date outside the bank holiday table is asked for, not guessed', () => {
  const reading = read(rapidReview, [on('notified', '2035-05-18')], '2035-06-01');
  expect(reading).toMatchObject({ state: 'waiting', dueOn: null });
  expect(reading.words).toMatch(/2006 to 2030 only.*Set the due date by hand\.$/);
});
