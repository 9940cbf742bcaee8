import type { Deadline, DeadlineLink } from '../contract/deadlines.ts';
import { BODY_KIND_LABELS, type BodyKind, EVENT_KIND_LABELS, type EventKind } from '../domain/codes.ts';
import { readForecast } from '../domain/clock-forecast.ts';
import {
  DEADLINE_KIND_LABELS,
  DEADLINE_KINDS,
  type DeadlineKind,
  daysLateOf,
  deadlineWords,
  isOnADay,
  NEVER_LATE,
} from '../domain/deadlines.ts';
import { calendarToIcs } from '../domain/ics.ts';
import { addDays } from '../domain/partial-date.ts';
import { badInput, os, type Reader, todayOf } from './context.ts';
import { DEADLINE_SOURCES, latestDaySql } from './deadline-sources.ts';
import { NOT_RELAXED } from './review-list.ts';
import { LABEL } from './review-names.ts';

type Params = Record<string, string | number>;
type Which = 'dated' | 'late' | 'in-words';

export type DeadlineQuery = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly DeadlineKind[] | undefined;
};

/** Before and after every day that can be recorded. */
const [FIRST_DAY, LAST_DAY] = ['0000-01-01', '9999-12-31'];

/** The union of the kinds that are asked for, each cut to the span by its own condition so that its indexes serve. */
const unionOf = (kinds: readonly DeadlineKind[], which: Which): string =>
  kinds
    .filter((kind) => which !== 'late' || !NEVER_LATE.has(kind))
    .flatMap((kind) => {
      const {
        id,
        date,
        text = 'null',
        day = latestDaySql(`(${date})`),
        from,
        of,
        countsAsLate = '1',
      } = DEADLINE_SOURCES[kind];
      if (which === 'in-words' && text === 'null') return [];
      const span =
        which === 'in-words'
          ? `${DEADLINE_SOURCES[kind].day ?? date} is null and ${text} is not null`
          : `${day} between @from and @until`;
      const late = `(${countsAsLate}) and ${day} < @today`;
      return [
        `select '${kind}' as kind, ${DEADLINE_KINDS.indexOf(kind)} as rank, ${id} as id, ${date} as date, ${text} as text, ${day} as day, ${late} as isLate,
           ${of.reviewId ?? 'null'} as reviewId, ${of.actionId ?? 'null'} as actionId, ${of.meetingId ?? 'null'} as meetingId, ${of.themeId ?? 'null'} as themeId
         from ${from} and ${span}${which === 'late' ? ` and ${countsAsLate}` : ''}`,
      ];
    })
    .join('\n union all ');

/** Nothing, in the shape of the union. */
const NONE = `select '' as kind, 0 as rank, '' as id, null as date, null as text, null as day, 0 as isLate, null as reviewId, null as actionId,
  null as meetingId, null as themeId where 0`;

const dueOf = (kinds: readonly DeadlineKind[] | undefined, which: Which): string =>
  unionOf(kinds === undefined || kinds.length === 0 ? DEADLINE_KINDS : kinds, which) || NONE;

/** Where the date names no day: a month, a year, or words that qualify it. */
const NOT_ON_A_DAY = `(length(due.date) < 10 or coalesce(due.text, '') <> '')`;

const spanParams = ({ from, until }: DeadlineQuery, which: Which, today: string): Params => ({
  today,
  ...(which === 'in-words'
    ? {}
    : {
        from: from ?? FIRST_DAY,
        until: which === 'late' ? earlierOf(until ?? LAST_DAY, addDays(today, -1)) : (until ?? LAST_DAY),
      }),
});

const earlierOf = (a: string, b: string): string => (a < b ? a : b);

type Found = {
  readonly kind: DeadlineKind;
  readonly id: string;
  readonly date: string | null;
  readonly text: string | null;
  readonly day: string | null;
  readonly isLate: number;
  readonly reviewId: string | null;
  readonly actionId: string | null;
  readonly meetingId: string | null;
  readonly themeId: string | null;
  readonly what: string | null;
  readonly reference: string | null;
  readonly label: string | null;
  readonly origin: string | null;
  readonly number: string | null;
  readonly theme: string | null;
  readonly relaxed: number | null;
  readonly forecast: string | null;
  readonly forecastText: string | null;
};

const WHAT = `case due.kind ${DEADLINE_KINDS.map((kind) => `when '${kind}' then ${DEADLINE_SOURCES[kind].what}`).join(' ')} end as what`;

/** When the event that stops the clock is expected; a planned publication is one. */
const forecastOfClock = (field: 'forecast' | 'forecastText', planned: 'plannedOn' | 'plannedText'): string =>
  `case due.kind when 'clock' then coalesce(
     (select m.${field} from clocks k join milestones m on m.reviewId = k.reviewId and m.kind = k.stopsAt
        where k.id = due.id and m.removed is null and m.date is null order by m.forecast limit 1),
     (select p.${planned} from clocks k join publications p on p.reviewId = k.reviewId where k.id = due.id and k.stopsAt = 'published' and p.removed is null limit 1)) end`;

/** What is read for the rows that are shown, and for no other. */
const FILLED_OUT = `due.kind, due.id, due.date, due.text, due.day, due.isLate, due.reviewId, due.actionId, due.meetingId, due.themeId, ${WHAT},
  r.reference, ${LABEL} as label, a.number, t.name as theme,
  coalesce(x.reference, (select b.name from meetings n join bodies b on b.id = n.bodyId where n.id = a.meetingId)) as origin,
  case due.kind when 'clock' then (select f.relaxed and ${NOT_RELAXED} = 0 from clockFacts f join clocks k on k.id = f.clockId where k.id = due.id) end as relaxed,
  ${forecastOfClock('forecast', 'plannedOn')} as forecast, ${forecastOfClock('forecastText', 'plannedText')} as forecastText`;

const WITH_THEIRS = `left join actions a on a.id = due.actionId left join recommendations c on c.id = a.recommendationId
  left join externalReports x on x.id = c.externalReportId left join reviews r on r.id = coalesce(due.reviewId, c.reviewId)
  left join themes t on t.id = due.themeId`;

/** Late ones first within a day; then as the kinds stand in their list. */
const IN_ORDER = 'due.day, due.isLate desc, due.rank, due.id';

export const listDeadlines = (
  reader: Reader,
  today: string,
  query: DeadlineQuery & {
    readonly which: Which;
    readonly onADay?: boolean;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly rows: Deadline[]; readonly total: number } => {
  const all = dueOf(query.kinds, query.which);
  const due = query.onADay ? `select * from (${all}) due where not ${NOT_ON_A_DAY}` : all;
  const params = spanParams(query, query.which, today);
  const found = reader
    .prepare<[Params], Found & { readonly total: number }>(
      `with everything as materialized (${due}),
         due as materialized (select * from everything due order by ${IN_ORDER} limit @limit offset @offset)
       select ${FILLED_OUT}, (select count(*) from everything) as total from due ${WITH_THEIRS} order by ${IN_ORDER}`,
    )
    .all({ ...params, limit: query.limit, offset: query.offset });
  const rows = found.map(({ total: _, ...row }) => toDeadline(row, today));
  const [first] = found;
  if (first !== undefined || query.offset === 0) return { rows, total: first?.total ?? 0 };
  const total = reader.prepare<[Params], { n: number }>(`select count(*) as n from (${due})`).get(params)?.n ?? 0;
  return { rows, total };
};

type OnItsDay = Found & { readonly dayTotal: number; readonly dayLate: number };

export type DeadlineDays = {
  readonly days: { day: string; total: number; late: number; rows: Deadline[] }[];
  readonly notOnADay: { rows: Deadline[]; total: number };
};

/** How many of those that are not known to the day a calendar names. */
const NOT_ON_A_DAY_SHOWN = 100;

/** The days of a span with how many are due on each and the first of them. A year stands beside each of its months. */
export const deadlineDays = (
  reader: Reader,
  today: string,
  query: Required<Pick<DeadlineQuery, 'from' | 'until'>> & Pick<DeadlineQuery, 'kinds'> & { readonly perDay: number },
): DeadlineDays => {
  const due = dueOf(query.kinds, 'dated');
  const params = spanParams(query, 'dated', today);
  const found = reader
    .prepare<[Params], OnItsDay>(
      `with due as materialized (
         select * from (select due.*, row_number() over (partition by due.day order by due.isLate desc, due.rank, due.id) as at,
           count(*) over (partition by due.day) as dayTotal, sum(due.isLate) over (partition by due.day) as dayLate
           from (${due}) due where not ${NOT_ON_A_DAY}) where at <= @perDay)
       select ${FILLED_OUT}, due.dayTotal, due.dayLate from due ${WITH_THEIRS} order by ${IN_ORDER}`,
    )
    .all({ ...params, perDay: query.perDay });
  const days = new Map<string, DeadlineDays['days'][number]>();
  for (const { dayTotal, dayLate, ...row } of found) {
    const day = row.day ?? '';
    const of = days.get(day) ?? { day, total: dayTotal, late: dayLate, rows: [] };
    of.rows.push(toDeadline(row, today));
    days.set(day, of);
  }
  return { days: [...days.values()], notOnADay: notOnADay(reader, today, query) };
};

const notOnADay = (
  reader: Reader,
  today: string,
  query: Required<Pick<DeadlineQuery, 'from' | 'until'>> & Pick<DeadlineQuery, 'kinds'>,
): DeadlineDays['notOnADay'] => {
  const due = dueOf(query.kinds, 'dated');
  const lastOfYear = `${query.until.slice(0, 4)}-12-31`;
  const params = spanParams({ ...query, until: lastOfYear }, 'dated', today);
  const which = `${NOT_ON_A_DAY} and (due.day <= @last or due.date in (substr(@from, 1, 4), substr(@last, 1, 4)))`;
  const rows = reader
    .prepare<[Params], Found>(
      `with due as materialized (select * from (${due}) due where ${which} order by ${IN_ORDER} limit ${NOT_ON_A_DAY_SHOWN})
       select ${FILLED_OUT} from due ${WITH_THEIRS} order by ${IN_ORDER}`,
    )
    .all({ ...params, last: query.until });
  const total =
    rows.length < NOT_ON_A_DAY_SHOWN
      ? rows.length
      : (reader
          .prepare<[Params], { n: number }>(`select count(*) as n from (${due}) due where ${which}`)
          .get({ ...params, last: query.until })?.n ?? rows.length);
  return { rows: rows.map((row) => toDeadline(row, today)), total };
};

const toDeadline = (row: Found, today: string): Deadline => ({
  key: `${row.kind}/${row.id}`,
  kind: row.kind,
  date: row.date,
  text: row.text === '' ? null : row.text,
  day: row.day,
  daysLate: row.isLate === 1 ? daysLateOf(row.kind, row.day, today) : null,
  subject: subjectOf(row),
  words: deadlineWords({ kind: row.kind, what: row.what ?? '' }),
  note: noteOf(row, today),
  link: linkOf(row),
});

const subjectOf = ({ label, reference, origin, number, theme, actionId }: Found): string => {
  const of = [label, reference ?? origin].filter(Boolean).join(' · ');
  return [of, actionId === null ? '' : `action ${number ?? ''}`.trim(), of === '' && actionId === null ? theme : '']
    .filter(Boolean)
    .join(' · ');
};

const noteOf = ({ kind, relaxed, day, forecast, forecastText }: Found, today: string): string => {
  if (kind !== 'clock') return '';
  const expected = readForecast({ date: forecast, text: forecastText }, day, today);
  return [relaxed === 1 ? 'Relaxed' : '', expected?.words ?? ''].filter(Boolean).join('. ');
};

/** The section of the review's page that holds the record. */
const SECTIONS: Partial<Readonly<Record<DeadlineKind, string>>> = {
  clock: 'clocks',
  forecast: 'dates',
  'agency-report': 'agency-reports',
  'delay-review': 'publication',
  'delay-end': 'publication',
  publication: 'publication',
  'website-until': 'publication',
  'hand-over': 'hand-over',
  'impact-check': 'learning',
};

const linkOf = ({ kind, reviewId, actionId, meetingId, themeId }: Found): DeadlineLink => {
  if (actionId !== null) return { place: 'action', actionId };
  if (reviewId !== null) return { place: 'review', reviewId, section: SECTIONS[kind] ?? 'summary' };
  if (meetingId !== null) return { place: 'meeting', meetingId };
  return themeId === null ? { place: 'none' } : { place: 'theme', themeId };
};

type CalendarRow = Pick<Found, 'kind' | 'id' | 'date' | 'text'> & {
  readonly reference: string | null;
  readonly number: string | null;
  readonly eventKind: string | null;
  readonly bodyKind: string | null;
};

/** Only codes and references are read: what cannot be said is not at hand. */
const REFERENCES_ONLY = `due.kind, due.id, due.date, due.text, coalesce(r.reference, x.reference) as reference, a.number,
  case due.kind when 'clock' then (select k.stopsAt from clocks k where k.id = due.id)
    when 'forecast' then (select m.kind from milestones m where m.id = due.id) end as eventKind,
  (select b.kind from meetings n join bodies b on b.id = n.bodyId where n.id = due.meetingId) as bodyKind`;

export const deadlineCalendar = (
  reader: Reader,
  today: string,
  query: DeadlineQuery,
): { readonly fileName: string; readonly text: string; readonly entries: number; readonly leftOut: number } => {
  const rows = reader
    .prepare<[Params], CalendarRow>(
      `select ${REFERENCES_ONLY} from (${dueOf(query.kinds, 'dated')}) due ${WITH_THEIRS} order by ${IN_ORDER}`,
    )
    .all(spanParams(query, 'dated', today));
  const onADay = rows.filter(({ date, text }) => isOnADay(date, text));
  const text = calendarToIcs({
    dataAsAt: today,
    entries: onADay.map((row) => ({
      uid: `${row.kind}-${row.id}@case-review-tracker`,
      on: row.date ?? today,
      summary: summaryOf(row),
    })),
  });
  return { fileName: `Deadlines ${today}.ics`, text, entries: onADay.length, leftOut: rows.length - onADay.length };
};

/** "Clock, report agreed: LCSPR 2025/02"; "Action target: SCR 2019/02, action 3.1"; "Meeting of a sub-group". */
const summaryOf = ({ kind, reference, number, eventKind, bodyKind }: CalendarRow): string => {
  const what = DEADLINE_KIND_LABELS[kind];
  const body = bodyKind === null ? '' : `, ${BODY_KIND_LABELS[bodyKind as BodyKind].toLowerCase()}`;
  const event = eventKind === null ? '' : `, ${EVENT_KIND_LABELS[eventKind as EventKind].toLowerCase()}`;
  const of = [reference, number === null ? null : `action ${number}`].filter((part) => part !== null && part !== '');
  return `${what}${event}${body}${of.length === 0 ? '' : `: ${of.join(', ')}`}`;
};

const refuseBackwards = ({ from, until }: DeadlineQuery): void => {
  if (from !== undefined && until !== undefined && until < from) badInput('The last day is before the first.');
};

export const deadlines = {
  list: os.deadlines.list.handler(({ input, context: { session } }) => {
    refuseBackwards(input);
    return listDeadlines(session.store, todayOf(session.store), input);
  }),
  days: os.deadlines.days.handler(({ input, context: { session } }) => {
    refuseBackwards(input);
    return deadlineDays(session.store, todayOf(session.store), input);
  }),
  calendarFile: os.deadlines.calendarFile.handler(({ input, context: { session } }) => {
    refuseBackwards(input);
    return deadlineCalendar(session.store, todayOf(session.store), input);
  }),
};
