/**
 * The dates of a body's meetings over some months, from the rule of its calendar. A meeting is proposed on working days only:
 * one that falls on a bank holiday or a closure goes to the next working day, and the proposal says so. A rule that names no
 * day proposes the month alone: a day is never invented. What is known already is said and not proposed again.
 *
 * Papers are due a number of working days before the meeting.
 */
import { addDays, addMonths, type CivilDate, daysBetween, daysInMonth, WEEKDAYS, weekdayOf } from './civil-days.ts';
import { formatDate, formatDateWithWeekday } from './date-words.ts';
import type { DayOfMonth, MeetingRule, MonthlyRule } from './meeting-rule.ts';
import type { PartialDate } from './partial-date.ts';
import type { WorkingCalendar } from './working-days.ts';

export type CalendarQuestion = {
  readonly rule: MeetingRule;
  /** YYYY-MM, the first of `months` months. */
  readonly fromMonth: string;
  readonly months: number;
  /** Nothing is proposed before it. */
  readonly notBefore: CivilDate;
  readonly calendar: WorkingCalendar;
  /** Working days before the meeting; null when the body sets none. */
  readonly paperDeadlineDays: number | null;
  /** Dates of this body's meetings that are known: planned or held. */
  readonly known: readonly PartialDate[];
  /** Dates of the board's meetings, for a rule that leaves their months out. */
  readonly boardDates: readonly PartialDate[];
};

export type ProposedMeeting = {
  readonly date: PartialDate;
  readonly paperDeadline: CivilDate | null;
  /** What a person should know before accepting it: "Good Friday, 26 March 2027, is not a working day: moved to …". */
  readonly note: string;
};

export type CalendarProposal = {
  readonly meetings: readonly ProposedMeeting[];
  /** Meetings that the rule would give and that are not proposed, each with the reason. */
  readonly leftOut: readonly string[];
  /** Why nothing can be proposed, or what is missing. */
  readonly problem: string | null;
};

export const proposeMeetings = (question: CalendarQuestion): CalendarProposal =>
  question.rule.every === 'weeks' ? everyWeeks(question, question.rule) : everyMonths(question, question.rule);

/** The last day for papers. Null for a date without its day, without a number of days, or outside the table of bank holidays. */
export const paperDeadlineFor = (
  calendar: WorkingCalendar,
  date: PartialDate | null,
  days: number | null,
): CivilDate | null => {
  if (date === null || date.length !== 10 || days === null) return null;
  const deadline = calendar.addWorkingDays(date, -days, 'next-day-is-day-1');
  return 'date' in deadline ? deadline.date : null;
};

const lastDayOf = ({ fromMonth, months }: CalendarQuestion): CivilDate =>
  addDays(addMonths(`${fromMonth}-01`, months), -1);

const everyWeeks = (question: CalendarQuestion, rule: Extract<MeetingRule, { every: 'weeks' }>): CalendarProposal => {
  const step = rule.weeks * 7;
  const latestKnown = question.known
    .filter((date) => date.length === 10)
    .toSorted()
    .at(-1);
  const anchor = rule.from ?? latestKnown ?? null;
  if (anchor === null) {
    return {
      meetings: [],
      leftOut: [],
      problem: 'The rule counts weeks but not from when. Add a first day to it, such as “from 12 January 2027”.',
    };
  }
  const first = `${question.fromMonth}-01`;
  const gap = daysBetween(anchor, first);
  // A rule with a first day of its own has no meeting before it.
  const start = gap <= 0 && rule.from !== null ? anchor : addDays(anchor, Math.ceil(gap / step) * step);
  const days: CivilDate[] = [];
  for (let day = start; day <= lastDayOf(question); day = addDays(day, step)) days.push(day);
  return proposal(
    question,
    days,
    (day, known) => known.length === 10 && Math.abs(daysBetween(day, known)) < Math.min(7, step / 2),
  );
};

const everyMonths = (question: CalendarQuestion, rule: MonthlyRule): CalendarProposal => {
  const leftOut: string[] = [];
  const months = Array.from({ length: question.months }, (_, at) =>
    addMonths(`${question.fromMonth}-01`, at).slice(0, 7),
  )
    .filter((month) => meetsIn(month, question, rule))
    .filter((month) => {
      const why = exceptionOf(month, question, rule);
      if (why !== null) leftOut.push(why);
      return why === null;
    });
  const dates = months.map((month) => (rule.day === null ? month : dayIn(month, rule.day)));
  const proposed = proposal(question, dates, (date, known) => known.slice(0, 7) === date.slice(0, 7));
  const noBoard =
    rule.exceptBoardMonths && question.boardDates.every((date) => !isWithin(date, question))
      ? 'No meeting of the board is known in these months, so no month was left out for it. Plan the board’s meetings first.'
      : null;
  return { ...proposed, leftOut: [...leftOut, ...proposed.leftOut], problem: noBoard };
};

const isWithin = (date: PartialDate, question: CalendarQuestion): boolean =>
  date.slice(0, 7) >= question.fromMonth && date.slice(0, 7) <= lastDayOf(question).slice(0, 7);

/** Counted from the month that the rule names, else from the body's latest meeting, else from the first month asked for. */
const meetsIn = (month: string, { known, fromMonth }: CalendarQuestion, rule: MonthlyRule): boolean => {
  const latest = known
    .filter((date) => date.length >= 7)
    .toSorted()
    .at(-1);
  const named = rule.fromMonth === null ? null : `${fromMonth.slice(0, 4)}-${String(rule.fromMonth).padStart(2, '0')}`;
  return monthsApart(month, named ?? latest ?? fromMonth) % rule.months === 0;
};

const monthsApart = (a: PartialDate, b: PartialDate): number =>
  Math.abs((Number(a.slice(0, 4)) - Number(b.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(b.slice(5, 7)));

const exceptionOf = (month: string, { boardDates }: CalendarQuestion, rule: MonthlyRule): string | null => {
  if (rule.exceptMonths.includes(Number(month.slice(5)))) return `${formatDate(month)} is left out by the rule.`;
  const board = rule.exceptBoardMonths ? boardDates.find((date) => date.slice(0, 7) === month) : undefined;
  return board === undefined
    ? null
    : `${formatDate(month)} is left out: the board meets ${board.length === 10 ? `on ${formatDate(board)}` : 'in that month'}.`;
};

const dayIn = (month: string, { week, weekday }: DayOfMonth): CivilDate => {
  const wanted = WEEKDAYS.indexOf(weekday);
  if (week === 'last') {
    const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;
    return addDays(last, -((WEEKDAYS.indexOf(weekdayOf(last)) - wanted + 7) % 7));
  }
  const first = `${month}-01`;
  const offset = (wanted - WEEKDAYS.indexOf(weekdayOf(first)) + 7) % 7;
  return addDays(first, offset + 7 * ['first', 'second', 'third', 'fourth'].indexOf(week));
};

const proposal = (
  question: CalendarQuestion,
  dates: readonly PartialDate[],
  isSame: (date: PartialDate, known: PartialDate) => boolean,
): CalendarProposal => {
  const meetings: ProposedMeeting[] = [];
  const leftOut: string[] = [];
  for (const date of dates) {
    if ((date.length === 7 ? `${date}-31` : date) < question.notBefore) continue;
    const known = question.known.find((other) => isSame(date, other));
    if (known === undefined) meetings.push(toWorkingDay(question, date));
    else leftOut.push(`${formatDate(known)} is known already.`);
  }
  return { meetings, leftOut, problem: null };
};

const toWorkingDay = ({ calendar, paperDeadlineDays }: CalendarQuestion, date: PartialDate): ProposedMeeting => {
  if (date.length !== 10) return { date, paperDeadline: null, note: 'The rule names no day.' };
  const isWorking = calendar.isWorkingDay(date);
  const moved = isWorking === false ? calendar.addWorkingDays(date, 1, 'next-day-is-day-1') : { date };
  const day = 'date' in moved ? moved.date : date;
  const note =
    isWorking === null
      ? `The bank holidays of ${date.slice(0, 4)} are not known yet.`
      : isWorking
        ? ''
        : `${formatDateWithWeekday(date)} is not a working day${nameOf(calendar, date)}: moved to ${formatDateWithWeekday(day)}.`;
  return { date: day, paperDeadline: paperDeadlineFor(calendar, day, paperDeadlineDays), note };
};

const nameOf = (calendar: WorkingCalendar, date: CivilDate): string => {
  const [named] = calendar.nonWorkingDaysCrossed(addDays(date, -1), date);
  return named === undefined ? '' : ` (${named.name.toLowerCase()})`;
};
