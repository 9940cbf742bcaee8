import { describe, expect, it } from 'vitest';
import { type CalendarQuestion, paperDeadlineFor, proposeMeetings } from '../../../db/domain/meeting-calendar.ts';
import { type MeetingRule, meetingRuleWords, readMeetingRule } from '../../../db/domain/meeting-rule.ts';
import { createWorkingCalendar } from '../../../db/domain/working-days.ts';

const monthly = {
  every: 'months',
  months: 1,
  fromMonth: null,
  day: null,
  exceptBoardMonths: false,
  exceptMonths: [],
} as const;

describe('the words of a calendar rule', () => {
  it.each<[string, MeetingRule]>([
    ['monthly', monthly],
    ['Monthly on the second Tuesday', { ...monthly, day: { week: 'second', weekday: 'Tuesday' } }],
    ['monthly except in months with a board', { ...monthly, exceptBoardMonths: true }],
    ['Monthly, except months with a board meeting', { ...monthly, exceptBoardMonths: true }],
    ['quarterly', { ...monthly, months: 3 }],
    ['four times a year', { ...monthly, months: 3 }],
    ['every two months', { ...monthly, months: 2 }],
    ['every other month', { ...monthly, months: 2 }],
    ['every second month, third Thursday', { ...monthly, months: 2, day: { week: 'third', weekday: 'Thursday' } }],
    [
      'Quarterly from March on the last Friday',
      { ...monthly, months: 3, fromMonth: 3, day: { week: 'last', weekday: 'Friday' } },
    ],
    ['monthly except in August and December', { ...monthly, exceptMonths: [8, 12] }],
    ['every six weeks from 12 January 2027', { every: 'weeks', weeks: 6, from: '2027-01-12' }],
    ['fortnightly', { every: 'weeks', weeks: 2, from: null }],
  ])('“%s” is understood', (words, rule) => {
    expect(readMeetingRule(words)).toEqual(rule);
    expect(readMeetingRule(meetingRuleWords(rule))).toEqual(rule);
  });

  it.each([
    '',
    'as and when needed',
    'monthly on the fifth Tuesday',
    'monthly unless the chair is away',
    'every 0 months',
    'five times a year',
    'every six weeks from the spring',
    'monthly on the second Tuesday on the third Tuesday',
  ])('“%s” stays as written', (words) => expect(readMeetingRule(words)).toBeNull());
});

const calendar = createWorkingCalendar({
  division: 'england-and-wales',
  closures: [{ date: '2027-07-13', name: 'County closure day' }],
});

const asked = (words: string, more: Partial<CalendarQuestion> = {}) => {
  const rule = readMeetingRule(words);
  if (rule === null) throw new Error(`“${words}” is not understood`);
  return proposeMeetings({
    rule,
    fromMonth: '2027-01',
    months: 12,
    notBefore: '2026-11-23',
    calendar,
    paperDeadlineDays: 5,
    known: [],
    boardDates: [],
    ...more,
  });
};
const datesOf = (proposal: ReturnType<typeof asked>) => proposal.meetings.map(({ date }) => date);

describe('a year of meetings from the rule', () => {
  it('gives the same weekday of each month, with papers due five working days before', () => {
    const { meetings, leftOut, problem } = asked('monthly on the second Tuesday');
    expect(meetings).toHaveLength(12);
    expect(meetings[0]).toEqual({ date: '2027-01-12', paperDeadline: '2027-01-05', note: '' });
    expect([leftOut, problem]).toEqual([[], null]);
  });

  it('goes past a closure and a bank holiday to the next working day, and says so', () => {
    expect(asked('monthly on the second Tuesday').meetings[6]).toEqual({
      date: '2027-07-14',
      paperDeadline: '2027-07-06',
      note: 'Tuesday 13 July 2027 is not a working day (county closure day): moved to Wednesday 14 July 2027.',
    });
    const easter = asked('monthly on the last Friday').meetings[2];
    expect(easter?.date).toBe('2027-03-30');
    expect(easter?.note).toContain('Friday 26 March 2027 is not a working day (bank holiday)');
  });

  it('moves papers before a bank holiday by the working days of the nation', () => {
    expect(paperDeadlineFor(calendar, '2027-03-30', 5)).toBe('2027-03-19');
    const scotland = createWorkingCalendar({ division: 'scotland', closures: [] });
    expect(paperDeadlineFor(scotland, '2027-03-30', 5)).toBe('2027-03-22');
    expect(paperDeadlineFor(calendar, '2027-03', 5)).toBeNull();
    expect(paperDeadlineFor(calendar, '2027-03-30', null)).toBeNull();
  });

  it('counts quarters from the month that the rule names, from the latest meeting, or from the first month asked for', () => {
    const months = (proposal: ReturnType<typeof asked>) => datesOf(proposal).map((date) => date.slice(5, 7));
    expect(months(asked('quarterly from March on the first Monday'))).toEqual(['03', '06', '09', '12']);
    expect(months(asked('quarterly', { known: ['2026-11-10'] }))).toEqual(['02', '05', '08', '11']);
    expect(months(asked('quarterly'))).toEqual(['01', '04', '07', '10']);
  });

  it('proposes the month alone where the rule names no day', () => {
    expect(asked('quarterly').meetings[0]).toEqual({
      date: '2027-01',
      paperDeadline: null,
      note: 'The rule names no day.',
    });
  });

  it('leaves out the months with a board, and says when no board is known', () => {
    const words = 'monthly on the second Tuesday except in months with a board';
    const proposal = asked(words, { boardDates: ['2027-03-18', '2027-09'] });
    expect(datesOf(proposal).map((date) => date.slice(0, 7))).not.toContain('2027-03');
    expect(proposal.leftOut).toEqual([
      'March 2027 is left out: the board meets on 18 March 2027.',
      'September 2027 is left out: the board meets in that month.',
    ]);
    expect(asked(words).problem).toContain('No meeting of the board is known in these months');
  });

  it('does not propose again what is known, nor anything before today', () => {
    const proposal = asked('monthly on the second Tuesday', { known: ['2027-02-11'], notBefore: '2027-04-01' });
    expect(datesOf(proposal)[0]).toBe('2027-04-13');
    expect(asked('monthly on the second Tuesday', { known: ['2027-02-11'] }).leftOut).toEqual([
      '11 February 2027 is known already.',
    ]);
  });

  it('counts weeks from the first day of the rule or from the latest meeting, and asks for one where there is neither', () => {
    expect(datesOf(asked('every six weeks from 12 January 2027')).slice(0, 3)).toEqual([
      '2027-01-12',
      '2027-02-23',
      '2027-04-06',
    ]);
    expect(datesOf(asked('every six weeks', { known: ['2026-12-08'] }))[0]).toBe('2027-01-19');
    expect(asked('every six weeks').problem).toContain('from 12 January 2027');
    expect(datesOf(asked('every six weeks from 12 January 2028'))).toEqual([]);
  });

  it('says where the bank holidays of a year are not known yet', () => {
    const { meetings } = asked('monthly on the second Tuesday', { fromMonth: '2031-01' });
    expect(meetings[0]).toEqual({
      date: '2031-01-14',
      paperDeadline: null,
      note: 'The bank holidays of 2031 are not known yet.',
    });
  });
});
