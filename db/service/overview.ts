import type { OverviewData } from '../contract/overview.ts';
import type { RegisterRow } from '../contract/publication.ts';
import { STAGE_KIND_LABELS, STAGE_KINDS, type StageKind } from '../domain/codes.ts';
import { addDays, daysBetween, earliestDay, formatDate, latestDay } from '../domain/partial-date.ts';
import { countOf, joinWords } from '../domain/plain-words.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { readCalendar } from '../store/facts.ts';
import { reviewEvents } from '../store/review-events.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { type ActionTally, earliestOf, latestOf, sumOf, tallyActions, tallyByAgency } from './action-tally.ts';
import { os, type Reader, todayOf } from './context.ts';
import { awaitedOfActions, awaitedPlans, outstandingSteps } from './outstanding.ts';
import { delaysByReason, registerRows } from './publication.ts';
import { readPublications } from './publication-readings.ts';
import { boardScheme } from './rag.ts';
import { readingOf } from './review-detail.ts';
import { COUNTED, LIVE, NOT_RELAXED } from './review-list.ts';
import { LABEL } from './review-names.ts';
import { publicationStatements } from './statements.ts';

/** With the id of what is late: the clock, review, hand-over or agency report; of overdue actions, the agency's. */
type Late = OverviewData['late'][number] & { readonly recordId: string };
type Next = OverviewData['next'][number];

/** How many late things the overview names; it counts them all. */
const LATE_SHOWN = 40;
/** How far ahead "what is next" looks. */
const NEXT_DAYS = 90;

const count = (reader: Reader, sql: string, params: Record<string, string> = {}): number =>
  reader.prepare<[Record<string, string>], { n: number }>(sql).get(params)?.n ?? 0;

export const subjectOf = (review: { readonly label: string; readonly reference: string }): string =>
  [review.label, review.reference].filter(Boolean).join(' · ');

/** What stands on the overview, and in figures of the pack, for one day. */
export const readOverview = (reader: Reader, today: string, calendar: WorkingCalendar): OverviewData => {
  const scheme = boardScheme(reader);
  const tally = tallyActions(reader, today);
  const ofLevel = (level: string | null): number =>
    sumOf(
      tally.filter((row) => row.level === level),
      'actions',
    );
  const publications = readPublications(reader, today);
  const register = registerRows(reader, today, publications);
  const late = lateThings(reader, today, calendar, tally, register);
  return {
    today,
    counts: {
      actions: sumOf(tally, 'actions'),
      openActions: sumOf(tally, 'open'),
      overdueActions: sumOf(tally, 'overdue'),
      noUpdateActions: sumOf(tally, 'noUpdate'),
      noTargetActions: sumOf(tally, 'noTarget'),
      awaitingSignOffActions: sumOf(tally, 'reportedComplete') + sumOf(tally, 'evidenceAccepted'),
      liveReviews: count(
        reader,
        `select count(*) as n from reviews r join stages g on g.id = r.stageId where r.removed is null and ${LIVE}`,
      ),
      reviews: register.length,
      dueSoonActions: sumOf(tally, 'dueSoon'),
      breachedClocks: late.filter((thing) => thing.kind === 'clock').length,
      lateReviews: reviewsWithLateClock(late),
      completeUnpublished: register.filter((row) => row.completeUnpublished).length,
    },
    late: late.slice(0, LATE_SHOWN),
    lateTotal: late.length,
    reviewsByTypeAndStage: reviewsByTypeAndStage(reader),
    delays: delaysByReason(reader, today, publications),
    publicationStatements: publicationStatements(reader, today, publications),
    actionsByRag: [
      ...scheme.levels.map((level) => ({
        level: level.code,
        label: level.label,
        tone: level.tone,
        symbol: level.symbol,
        count: ofLevel(level.code),
      })),
      { level: 'none', label: 'Not rated', tone: 'grey', symbol: '–', count: ofLevel(null) },
    ],
    actionsByAgency: actionsByAgency(tally),
    awaitingSignOff: awaitingSignOff(reader),
    next: nextThings(reader, today, register),
  };
};

const reviewsWithLateClock = (late: readonly Late[]): number =>
  new Set(late.flatMap(({ kind, link }) => (kind === 'clock' && link.place === 'review' ? [link.reviewId] : []))).size;

/** Every thing that is late, the latest first. */
export const lateThings = (
  reader: Reader,
  today: string,
  calendar: WorkingCalendar,
  tally: readonly ActionTally[] = tallyActions(reader, today),
  register: readonly RegisterRow[] = registerRows(reader, today),
): Late[] =>
  [
    ...lateClocks(reader, today, calendar, register),
    ...latePublications(register, today),
    ...lateHandOvers(reader, today),
    ...lateAgencyReports(reader, today),
    ...lateActions(tally, today),
  ].sort((a, b) => b.daysLate - a.daysLate || (a.subject < b.subject ? -1 : 1));

type LateClock = Row<'clocks'> & { readonly reference: string; readonly label: string; readonly stage: string };

const lateClocks = (
  reader: Reader,
  today: string,
  calendar: WorkingCalendar,
  register: readonly RegisterRow[],
): Late[] => {
  const delayed = new Map(register.filter((row) => row.state === 'delayed').map((row) => [row.reviewId, row.words]));
  const clocks = reader
    .prepare<[{ today: string }], LateClock>(
      `select k.*, r.reference, ${LABEL} as label, g.name as stage from clockFacts f join clocks k on k.id = f.clockId
       join reviews r on r.id = f.reviewId join stages g on g.id = r.stageId
       where f.dueOn < @today and ${NOT_RELAXED} and (f.stoppedOn is null or f.stoppedOn > @today)
         and k.removed is null and k.stopsAt not in ('taken-down', 'website-until') and r.removed is null and ${COUNTED}`,
    )
    .all({ today });
  return clocks.flatMap((clock) => {
    const reading = readingOf(clock, reviewEvents(reader, clock.reviewId), today, calendar);
    if (reading.state !== 'breached' || reading.dueOn === null) return [];
    return [
      {
        kind: 'clock' as const,
        recordId: clock.id,
        subject: subjectOf(clock),
        words: `${clock.name}: ${reading.words}`,
        why: (clock.stopsAt === 'published' && delayed.get(clock.reviewId)) || `Stage: ${clock.stage}.`,
        daysLate: daysBetween(reading.dueOn, today),
        link: { place: 'review' as const, reviewId: clock.reviewId },
      },
    ];
  });
};

const latePublications = (register: readonly RegisterRow[], today: string): Late[] =>
  register.flatMap((row): Late[] => {
    const link = { place: 'review' as const, reviewId: row.reviewId };
    if (row.reviewOverdue && row.nextReviewOn !== null) {
      const daysLate = daysBetween(latestDay(row.nextReviewOn), today);
      return [
        {
          kind: 'delay-review',
          recordId: row.reviewId,
          subject: subjectOf(row),
          words: `The review of the publication delay is ${countOf(daysLate, 'day', 'days')} late, was due ${formatDate(row.nextReviewOn)}`,
          why: row.words,
          daysLate,
          link,
        },
      ];
    }
    if (row.state !== 'planned' || row.plannedOn === null || latestDay(row.plannedOn) >= today) return [];
    const daysLate = daysBetween(latestDay(row.plannedOn), today);
    return [
      {
        kind: 'publication',
        recordId: row.reviewId,
        subject: subjectOf(row),
        words: `Publication is ${countOf(daysLate, 'day', 'days')} late, was planned for ${formatDate(row.plannedOn, row.plannedText)}`,
        why: 'No delay is recorded.',
        daysLate,
        link,
      },
    ];
  });

const lateHandOvers = (reader: Reader, today: string): Late[] =>
  reader
    .prepare<
      [{ today: string }],
      {
        id: string;
        reviewId: string;
        reference: string;
        label: string;
        body: string;
        deadline: string;
        deadlineText: string | null;
      }
    >(
      `select h.id, r.id as reviewId, r.reference, ${LABEL} as label, h.body, h.deadline, h.deadlineText from handOvers h
       join reviews r on r.id = h.reviewId where h.removed is null and r.removed is null and h.handedOverOn is null
         and h.direction = 'to' and h.deadline < @today`,
    )
    .all({ today })
    .filter((row) => latestDay(row.deadline) < today)
    .map((row) => {
      const daysLate = daysBetween(latestDay(row.deadline), today);
      return {
        kind: 'hand-over' as const,
        recordId: row.id,
        subject: subjectOf(row),
        words: `Hand-over to ${row.body} is ${countOf(daysLate, 'day', 'days')} late, was due ${formatDate(row.deadline, row.deadlineText)}`,
        why: 'It is not recorded as handed over.',
        daysLate,
        link: { place: 'review' as const, reviewId: row.reviewId },
      };
    });

const lateAgencyReports = (reader: Reader, today: string): Late[] =>
  reader
    .prepare<
      [{ today: string }],
      { id: string; reviewId: string; reference: string; label: string; agency: string; dueOn: string }
    >(
      `select p.id, r.id as reviewId, r.reference, ${LABEL} as label, g.name as agency, p.dueOn from agencyReports p
       join reviews r on r.id = p.reviewId join agencies g on g.id = p.agencyId
       where p.removed is null and r.removed is null and p.receivedOn is null and p.dueOn < @today`,
    )
    .all({ today })
    .filter((row) => latestDay(row.dueOn) < today)
    .map((row) => {
      const daysLate = daysBetween(latestDay(row.dueOn), today);
      return {
        kind: 'agency-report' as const,
        recordId: row.id,
        subject: subjectOf(row),
        words: `The report of ${row.agency} is ${countOf(daysLate, 'day', 'days')} late, was due ${formatDate(row.dueOn)}`,
        why: 'It was asked for and has not been received.',
        daysLate,
        link: { place: 'review' as const, reviewId: row.reviewId },
      };
    });

/** Overdue actions, told together for each agency: forty lines of one agency would hide the other agencies. */
const lateActions = (tally: readonly ActionTally[], today: string): Late[] =>
  [...tallyByAgency(tally)].flatMap(([agencyId, rows]) => {
    const overdue = sumOf(rows, 'overdue');
    const oldest = earliestOf(rows.map((row) => row.oldestOverdue));
    if (overdue === 0 || oldest === null) return [];
    return [
      {
        kind: 'action' as const,
        recordId: agencyId ?? '',
        subject: rows[0]?.agency ?? 'No lead agency',
        words: `${countOf(overdue, 'action', 'actions')} overdue; the oldest was due ${formatDate(oldest)}`,
        why: whyActionsAreLate({ awaiting: sumOf(rows, 'overdueAwaiting'), noUpdate: sumOf(rows, 'overdueNoUpdate') }),
        daysLate: daysBetween(oldest, today),
        link: { place: 'actions' as const, filter: { agencyId: agencyId ?? 'none', overdue: 'true' } },
      },
    ];
  });

const whyActionsAreLate = ({
  awaiting,
  noUpdate,
}: {
  readonly awaiting: number;
  readonly noUpdate: number;
}): string => {
  const parts: string[] = [];
  if (awaiting > 0) parts.push(`${awaiting} reported complete and awaiting sign-off`);
  if (noUpdate > 0) parts.push(`${noUpdate} with no update since one was asked for`);
  return parts.length === 0 ? 'Still to be done.' : `${joinWords(parts)}.`;
};

const reviewsByTypeAndStage = (reader: Reader): OverviewData['reviewsByTypeAndStage'] => {
  const rows = reader
    .prepare<[], { reviewTypeId: string; reviewType: string; shortName: string; kind: StageKind; count: number }>(
      `select t.id as reviewTypeId, t.name as reviewType, t.shortName, g.kind, count(*) as count from reviews r
       join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null group by t.id, g.kind order by t.position`,
    )
    .all();
  return [...new Map(rows.map((row) => [row.reviewTypeId, row])).values()].map(
    ({ reviewTypeId, reviewType, shortName }) => {
      const mine = rows.filter((row) => row.reviewTypeId === reviewTypeId);
      return {
        reviewTypeId,
        reviewType,
        shortName,
        total: mine.reduce((sum, row) => sum + row.count, 0),
        stages: STAGE_KINDS.map((kind) => ({
          kind,
          label: STAGE_KIND_LABELS[kind],
          count: mine.find((row) => row.kind === kind)?.count ?? 0,
        })),
      };
    },
  );
};

const actionsByAgency = (tally: readonly ActionTally[]): OverviewData['actionsByAgency'] =>
  [...tallyByAgency(tally)]
    .map(([agencyId, rows]) => ({
      agencyId,
      agency: rows[0]?.agency ?? 'No lead agency',
      open: sumOf(rows, 'open'),
      overdue: sumOf(rows, 'overdue'),
      dueSoon: sumOf(rows, 'dueSoon'),
      noUpdate: sumOf(rows, 'noUpdate'),
      awaitingSignOff: sumOf(rows, 'reportedComplete') + sumOf(rows, 'evidenceAccepted'),
      lastRequestedOn: latestOf(rows.map((row) => row.lastRequestedOn)),
    }))
    .filter((row) => row.open > 0)
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.agency < b.agency ? -1 : 1));

/** What each body is asked for next, by the board's ladder: reports from “report agreed” on, plans once there are actions, plans that answer other bodies, actions that are reported complete. */
const awaitingSignOff = (reader: Reader): OverviewData['awaitingSignOff'] => {
  type Awaited = Omit<OverviewData['awaitingSignOff'][number], 'bodyId'>;
  const bodies = new Map<string, Awaited>();
  const add = (bodyId: string, body: string, what: Exclude<keyof Awaited, 'body'>): void => {
    const row = bodies.get(bodyId) ?? { body, reports: 0, plans: 0, answeringPlans: 0, actions: 0 };
    row[what] += 1;
    bodies.set(bodyId, row);
  };
  for (const { appliesTo, step } of outstandingSteps(reader))
    add(step.bodyId, step.bodyName, appliesTo === 'report' ? 'reports' : 'plans');
  for (const { step } of awaitedPlans(reader)) add(step.bodyId, step.bodyName, 'answeringPlans');
  for (const { step } of awaitedOfActions(reader)) add(step.bodyId, step.bodyName, 'actions');
  return [...bodies].map(([bodyId, row]) => ({ bodyId, ...row }));
};

const nextThings = (reader: Reader, today: string, register: readonly RegisterRow[]): Next[] => {
  const until = addDays(today, NEXT_DAYS);
  const days = { today, until };
  const all = <T>(sql: string): T[] => reader.prepare<[Record<string, string>], T>(sql).all(days);
  const clocks = all<{ name: string; dueOn: string; reviewId: string; reference: string; label: string }>(
    `select k.name, f.dueOn, r.id as reviewId, r.reference, ${LABEL} as label from reviews r join stages g on g.id = r.stageId
     join clockFacts f on f.reviewId = r.id join clocks k on k.id = f.clockId
     where r.removed is null and k.removed is null and ${COUNTED} and f.dueOn between @today and @until
       and ${NOT_RELAXED} and (f.stoppedOn is null or f.stoppedOn > @today)`,
  ).map((row) => ({
    on: row.dueOn,
    kind: 'clock' as const,
    subject: subjectOf(row),
    words: row.name,
    link: { place: 'review' as const, reviewId: row.reviewId },
  }));
  const meetings = all<{
    meetingId: string;
    body: string;
    date: string;
    provisional: number;
    paperDeadline: string | null;
    title: string;
  }>(
    `select m.id as meetingId, b.name as body, m.date, m.provisional, m.paperDeadline, m.title from meetings m join bodies b on b.id = m.bodyId
     where m.removed is null and m.state = 'planned' and ((m.date >= substr(@today, 1, length(m.date)) and m.date <= @until) or m.paperDeadline between @today and @until)`,
  ).flatMap((row): Next[] => {
    const subject = row.title || row.body;
    const link = { place: 'meeting' as const, meetingId: row.meetingId };
    const meeting: Next = {
      on: latestDay(row.date ?? row.paperDeadline ?? until),
      kind: 'meeting',
      subject,
      words: row.provisional === 1 ? 'Meeting, provisional' : 'Meeting',
      link,
    };
    if (row.paperDeadline === null || latestDay(row.paperDeadline) < today) return [meeting];
    const papers: Next = {
      on: latestDay(row.paperDeadline),
      kind: 'paper-deadline',
      subject,
      words: 'Papers due',
      link,
    };
    return row.date === null ? [papers] : [papers, meeting];
  });
  const delays = register
    .filter((row) => row.nextReviewOn !== null && !row.reviewOverdue && earliestDay(row.nextReviewOn) <= until)
    .map((row) => ({
      on: latestDay(row.nextReviewOn ?? until),
      kind: 'delay-review' as const,
      subject: subjectOf(row),
      words: 'Review of the publication delay',
      link: { place: 'review' as const, reviewId: row.reviewId },
    }));
  const handOvers = all<{
    reviewId: string;
    reference: string;
    label: string;
    body: string;
    deadline: string;
    deadlineText: string | null;
  }>(
    `select r.id as reviewId, r.reference, ${LABEL} as label, h.body, h.deadline, h.deadlineText from handOvers h
     join reviews r on r.id = h.reviewId where h.removed is null and r.removed is null and h.handedOverOn is null and h.direction = 'to'
       and h.deadline is not null`,
  )
    .filter((row) => today <= latestDay(row.deadline) && latestDay(row.deadline) <= until)
    .map((row) => ({
      on: latestDay(row.deadline),
      kind: 'hand-over' as const,
      subject: subjectOf(row),
      words: `Hand-over to ${row.body}${row.deadlineText === null ? '' : `, ${row.deadlineText}`}`,
      link: { place: 'review' as const, reviewId: row.reviewId },
    }));
  return [...clocks, ...meetings, ...delays, ...handOvers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const calendarOf = (store: Store): WorkingCalendar => {
  const calendar = readCalendar(store.db);
  if (calendar === null) throw new Error('an open board has a nation');
  return calendar;
};

export const overview = {
  get: os.overview.get.handler(({ context: { session } }) =>
    readOverview(session.store, todayOf(session.store), calendarOf(session.store)),
  ),
};
