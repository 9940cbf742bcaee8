import { type CivilDate, isCivilDate } from './civil-days.ts';
import { type ClockRule, clockRuleWords, isLeastTime } from './clock-rule.ts';
import type { ClockEvent, ClockOverride, ClockReading, ClockRelaxation } from './clocks.ts';
import { formatDate, formatDateWithWeekday } from './date-words.ts';
import { EVENT_PHRASES } from './event-words.ts';
import { capitalised, countOf } from './plain-words.ts';

type Told = {
  readonly rule: ClockRule;
  readonly reading: Omit<ClockReading, 'words'>;
  readonly today: CivilDate;
  readonly override: ClockOverride | null;
  readonly relaxation: ClockRelaxation | null;
  readonly stop: ClockEvent | null;
  /** Days between stop and due date when it stopped early. */
  readonly early: number | null;
  /** Why no due date can be worked out, when the event is known. */
  readonly whyNot: string | null;
};

/** Lateness first, then the due date with its weekday, then what the clock counts, then what qualifies it. */
export const clockWords = (told: Told): string => {
  const { rule, reading } = told;
  if (reading.state === 'waiting') return waitingWords(told);
  const outcome = isLeastTime(rule) ? leastTimeOutcome(told) : outcomeWords(told);
  return [`${outcome} (${clockRuleWords(rule)})`, ...qualifications(told)].join('. ');
};

const outcomeWords = (told: Told): string => {
  const { reading, relaxation } = told;
  const due = about(told, formatDateWithWeekday(reading.dueOn));
  switch (reading.state) {
    case 'met':
      return `Met ${stopped(told)}, ${told.early === null ? 'on the day it was due' : early(told)}`;
    case 'met-late':
      return `Met ${lateness(told)} ${stopped(told)}, was due ${due}`;
    case 'breached':
      return `${capitalised(lateness(told))}, was due ${due}`;
    case 'relaxed':
      return `Relaxed${relaxation === null ? '' : ` (${withoutFullStop(relaxation.reason)})`}: ${relaxedOutcome(told, due)}`;
    case 'running':
    case 'waiting':
      return reading.dueOn === told.today ? `Due today, ${due}` : `Due ${due}, ${days(told, reading.remaining)} left`;
  }
};

const relaxedOutcome = (told: Told, due: string): string => {
  if (told.reading.stoppedOn !== null) return `met ${lateness(told)} ${stopped(told)}, was due ${due}`;
  return told.reading.late === null ? `due ${due}` : `${lateness(told)}, was due ${due}`;
};

const leastTimeOutcome = (told: Told): string => {
  const { reading } = told;
  const due = about(told, formatDateWithWeekday(reading.dueOn));
  if (reading.state === 'breached')
    return `Ended ${days(told, reading.late)} too soon ${stopped(told)}, was to be kept until ${due}`;
  if (reading.state === 'met') return `Kept for the whole time, which ended ${due}`;
  return `To be kept until ${due}, ${days(told, reading.remaining)} left`;
};

const waitingWords = ({ rule, reading, whyNot }: Told): string => {
  if (whyNot !== null) return `No due date. ${whyNot} Set the due date by hand.`;
  if (rule.unit === 'fixed-date') return 'No due date: the fixed date is not set';
  const written = reading.runsFromText ? `, recorded only as “${reading.runsFromText}”` : '';
  const words = reading.runsFromText
    ? `Waiting for the date of: ${EVENT_PHRASES[rule.runsFrom]}`
    : `Waiting for: ${EVENT_PHRASES[rule.runsFrom]}`;
  return `${words}${written} (${clockRuleWords(rule)})`;
};

const qualifications = ({ rule, reading, override, relaxation, stop }: Told): readonly string[] => {
  const notes: string[] = [];
  if (stop !== null && stop.kind !== rule.stopsAt) notes.push(`Stopped by ${EVENT_PHRASES[stop.kind]}`);
  if (override !== null) {
    const computed =
      reading.computedDueOn === null ? '' : `; worked out as ${formatDateWithWeekday(reading.computedDueOn)}`;
    notes.push(`Due date set by hand: ${withoutFullStop(override.reason)}${computed}`);
  } else if (reading.imprecise) {
    const recorded = formatDate(reading.runsFromDate, reading.runsFromText);
    notes.push(
      `The date of ${EVENT_PHRASES[rule.runsFrom]} is recorded only as “${recorded}”, so its latest day is used`,
    );
  }
  if (relaxation?.until && reading.state === 'relaxed') notes.push(`Relaxed until ${formatDate(relaxation.until)}`);
  return notes;
};

/** "on Friday 8 May 2020"; "in May 2020"; words as written in quotation marks. */
const stopped = ({ reading }: Told): string => {
  if (reading.stoppedText) return `(“${reading.stoppedText}”)`;
  return `${stoppedOnADay(reading) ? 'on' : 'in'} ${formatDateWithWeekday(reading.stoppedOn)}`;
};

const stoppedOnADay = ({ stoppedOn, stoppedText }: Told['reading']): boolean =>
  stoppedOn !== null && isCivilDate(stoppedOn) && !stoppedText;

const about = ({ reading }: Told, words: string): string =>
  reading.imprecise && !reading.overridden ? `about ${words}` : words;

/** A date not known to the day counts from its last day: it may have been earlier. */
const early = (told: Told): string => {
  if (told.early === 0) return 'less than 1 working day early';
  return `${stoppedOnADay(told.reading) ? '' : 'at least '}${days(told, told.early)} early`;
};

/** A due date set on the last working day before a weekend is past on Saturday without a working day having gone by. */
const lateness = (told: Told): string => {
  const { late } = told.reading;
  if (late === null) return 'late';
  if (late === 0) return 'less than 1 working day late';
  const upTo = told.reading.stoppedOn !== null && !stoppedOnADay(told.reading) ? 'up to ' : '';
  return `${upTo}${days(told, late)} late`;
};

const days = ({ reading }: Told, count: number | null): string => {
  if (count === null) return 'some days';
  return reading.countedIn === 'working-days'
    ? countOf(count, 'working day', 'working days')
    : countOf(count, 'day', 'days');
};

const withoutFullStop = (words: string): string => words.trim().replace(/\.$/, '');
