/**
 * Reads a clock: from dated events to a due date, a state, and the words that say both. Partnerships share no idea of when a
 * review starts and ends, so a reading always carries what it ran from, how it counted and where its length comes from.
 *
 * - An event that is not known to the day counts from the latest day it can mean, and the reading says "about".
 * - An event dated after today is a forecast: it can start a clock, it cannot stop one.
 * - The earliest event of a kind counts. Some events also stop a clock that waits for another (ALSO_STOPPED_BY).
 * - A state is 'waiting' exactly when there is no due date.
 */
import { type CivilDate, daysBetween, isCivilDate, weekdayOf, type Weekday } from './civil-days.ts';
import { type ClockRule, dayZeroWords, dueDate, isLeastTime } from './clock-rule.ts';
import { clockWords } from './clock-words.ts';
import type { ClockState, ClockUnit, EventKind } from './codes.ts';
import { comparePartialDates, earliestDay, latestDay, type PartialDate } from './partial-date.ts';
import type { NonWorkingDay, WorkingCalendar } from './working-days.ts';

export { type ClockRule, clockRuleWords, dayZeroWords, dueDate, isLeastTime } from './clock-rule.ts';

export type ClockEvent = { readonly kind: EventKind; readonly date: PartialDate | null; readonly text: string | null };
export type ClockOverride = { readonly dueOn: CivilDate; readonly reason: string };
/** `until` null: relaxed for as long as it runs. */
export type ClockRelaxation = { readonly reason: string; readonly until: CivilDate | null };

export type ClockQuestion = {
  readonly rule: ClockRule;
  readonly events: readonly ClockEvent[];
  readonly override: ClockOverride | null;
  readonly relaxation: ClockRelaxation | null;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
};

export type ClockReading = {
  readonly state: ClockState;
  /** As recorded, no more precise than it is known; write it with `runsFromText`. */
  readonly runsFromDate: PartialDate | null;
  readonly runsFromText: string | null;
  readonly dayZeroWords: string;
  readonly computedDueOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly overridden: boolean;
  readonly dueWeekday: Weekday | null;
  readonly stoppedOn: PartialDate | null;
  readonly stoppedText: string | null;
  /** The unit of used, remaining and late: working days for a working-day clock, else calendar days. */
  readonly countedIn: 'working-days' | 'calendar-days';
  /** Days from the event to the stop, or to today. Null before it runs, for a clock that counts back, and for a fixed date. */
  readonly used: number | null;
  readonly length: number;
  readonly unit: ClockUnit;
  /** Days left to the due date; null once it has stopped or passed. */
  readonly remaining: number | null;
  /** Days past the due date, null when it is not late; for a least time, days short of it. */
  readonly late: number | null;
  readonly imprecise: boolean;
  readonly holidaysCrossed: readonly NonWorkingDay[];
  readonly tableVersion: string;
  readonly words: string;
};

/** Events that answer a clock as well as the one it names: a decision either way is a decision, and finished work needs no hand-over. */
export const ALSO_STOPPED_BY: Readonly<Partial<Record<EventKind, readonly EventKind[]>>> = {
  'decided-to-proceed': ['decided-not-to-proceed'],
  'handed-over': ['completed', 'closed'],
};

export const readClock = (question: ClockQuestion): ClockReading => {
  const { rule, events, override, today, calendar } = question;
  const from = startOf(rule, events);
  const fromDay = from?.date ? latestDay(from.date) : null;
  const computed = dueDate(rule, fromDay, calendar);
  const computedDueOn = computed !== null && 'date' in computed ? computed.date : null;
  const dueOn = override?.dueOn ?? computedDueOn;
  const stop = earliest(events, [rule.stopsAt, ...(ALSO_STOPPED_BY[rule.stopsAt] ?? [])], today);
  const stopDay = stop?.date ? soonerOf(latestDay(stop.date), today) : null;
  const state = stateOf(question, dueOn, stopDay);
  const between = counter(rule, calendar);
  const endDay = stopDay ?? today;
  const span = countedSpan(rule, fromDay, dueOn);
  const reading = {
    state,
    runsFromDate: from?.date ?? null,
    runsFromText: from?.text ?? null,
    dayZeroWords: dayZeroWords(rule),
    computedDueOn,
    dueOn,
    overridden: override !== null,
    dueWeekday: dueOn === null ? null : weekdayOf(dueOn),
    stoppedOn: stop?.date ?? null,
    stoppedText: stop?.text ?? null,
    countedIn: rule.unit === 'working-days' ? ('working-days' as const) : ('calendar-days' as const),
    used: daysUsed(question, fromDay, endDay),
    length: rule.length,
    unit: rule.unit,
    remaining: dueOn !== null && stopDay === null && today <= dueOn ? between(today, dueOn) : null,
    late: daysLate(rule, dueOn, stopDay, today, between),
    imprecise: isImprecise(from),
    holidaysCrossed: span === null ? [] : calendar.nonWorkingDaysCrossed(...span),
    tableVersion: calendar.tableVersion,
  };
  const early = dueOn !== null && stopDay !== null && stopDay < dueOn ? between(stopDay, dueOn) : null;
  const whyNot = computed !== null && 'outOfRange' in computed ? computed.outOfRange : null;
  return { ...reading, words: clockWords({ ...question, reading, stop, early, whyNot }) };
};

/** "Copies 7 working days before publication" runs from the planned date until there is a real one. */
const startOf = (rule: ClockRule, events: readonly ClockEvent[]): ClockEvent | null => {
  const actual = earliest(events, [rule.runsFrom], null);
  const plannedStandsIn = rule.direction === 'before' && rule.runsFrom === 'published' && !actual?.date;
  return plannedStandsIn ? (earliest(events, ['publication-planned'], null) ?? actual) : actual;
};

/** The earliest dated event of these kinds, or one that has only words; `happenedBy` leaves out forecasts. */
const earliest = (
  events: readonly ClockEvent[],
  kinds: readonly EventKind[],
  happenedBy: CivilDate | null,
): ClockEvent | null => {
  const candidates = events.filter(
    ({ kind, date }) =>
      kinds.includes(kind) && (happenedBy === null || (date !== null && earliestDay(date) <= happenedBy)),
  );
  return [...candidates].sort((a, b) => comparePartialDates(a.date, b.date))[0] ?? null;
};

const stateOf = (
  { rule, relaxation, today }: ClockQuestion,
  dueOn: CivilDate | null,
  stopDay: CivilDate | null,
): ClockState => {
  if (dueOn === null) return 'waiting';
  if (isLeastTime(rule)) return leastTimeState(dueOn, stopDay, today);
  if (stopDay !== null && stopDay <= dueOn) return 'met';
  const relaxed = relaxation !== null && (relaxation.until === null || (stopDay ?? today) <= relaxation.until);
  if (relaxed) return 'relaxed';
  if (stopDay !== null) return 'met-late';
  return today > dueOn ? 'breached' : 'running';
};

const leastTimeState = (dueOn: CivilDate, stopDay: CivilDate | null, today: CivilDate): ClockState => {
  if (stopDay !== null) return stopDay < dueOn ? 'breached' : 'met';
  return today < dueOn ? 'running' : 'met';
};

type Counter = (from: CivilDate, to: CivilDate) => number | null;

const counter =
  (rule: ClockRule, calendar: WorkingCalendar): Counter =>
  (from, to) => {
    if (rule.unit !== 'working-days') return daysBetween(from, to);
    const counted = calendar.workingDaysBetween(from, to);
    return 'days' in counted ? counted.days : null;
  };

const daysUsed = ({ rule, calendar }: ClockQuestion, fromDay: CivilDate | null, endDay: CivilDate): number | null => {
  if (fromDay === null || rule.direction === 'before' || rule.unit === 'fixed-date') return null;
  if (endDay < fromDay) return 0;
  const days = counter(rule, calendar)(fromDay, endDay);
  const eventDayCounts = rule.unit !== 'working-days' || calendar.isWorkingDay(fromDay) === true;
  return days !== null && rule.dayZero === 'event-day-is-day-1' && eventDayCounts ? days + 1 : days;
};

const daysLate = (
  rule: ClockRule,
  dueOn: CivilDate | null,
  stopDay: CivilDate | null,
  today: CivilDate,
  between: Counter,
): number | null => {
  if (dueOn === null) return null;
  if (isLeastTime(rule)) return stopDay !== null && stopDay < dueOn ? between(stopDay, dueOn) : null;
  const end = stopDay ?? today;
  return end > dueOn ? between(dueOn, end) : null;
};

/** The stretch whose holidays moved the due date; only working-day clocks have one. */
const countedSpan = (
  rule: ClockRule,
  fromDay: CivilDate | null,
  dueOn: CivilDate | null,
): [CivilDate, CivilDate] | null => {
  if (rule.unit !== 'working-days' || fromDay === null || dueOn === null) return null;
  return fromDay <= dueOn ? [fromDay, dueOn] : [dueOn, fromDay];
};

const isImprecise = (event: ClockEvent | null): boolean =>
  event !== null && event.date !== null && (!isCivilDate(event.date) || Boolean(event.text));

const soonerOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
