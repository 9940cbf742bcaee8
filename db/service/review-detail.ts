import type { ClockReadingRow, ReviewDetail } from '../contract/reviews.ts';
import { readForecast } from '../domain/clock-forecast.ts';
import { clockRuleWords, readClock } from '../domain/clocks.ts';
import type { EventKind } from '../domain/codes.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { clockToRule } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import { type ReviewEvent, reviewEvents } from '../store/review-events.ts';
import type { Row } from '../store/tables.ts';
import { waitsSql } from '../store/waiting-decisions.ts';
import { handedOverReviews } from '../store/protected-reviews.ts';
import { actionsWhere } from './action-list.ts';
import type { Reader } from './context.ts';
import { approvalsWhere, ladderSteps, ladderWords, readLadderOf } from './ladder.ts';
import { historyBeforeName } from './hand-over-document.ts';
import { delayRow, readPublications } from './publication-readings.ts';

/** One review with all that belongs to it. Fails with not-found. */
export const readReview = (reader: Reader, today: string, calendar: WorkingCalendar, id: string): ReviewDetail => {
  const one = <T>(sql: string, value: string): T | undefined => reader.prepare<[string], T>(sql).get(value);
  const many = <T>(sql: string, value: string = id): T[] => reader.prepare<[string], T>(sql).all(value);
  const own = <T>(table: string, order: string): T[] =>
    many<T>(`select * from ${table} where reviewId = ? and removed is null order by ${order}, id`);

  const review = one<Row<'reviews'>>('select * from reviews where id = ?', id);
  if (review === undefined) throw new Failure('not-found', { what: 'review', id });
  const caseRow = one<Row<'cases'>>('select * from cases where id = ?', review.caseId) as Row<'cases'>;
  const milestones = own<Row<'milestones'>>('milestones', 'coalesce(date, forecast) is null, coalesce(date, forecast)');
  const publication = readPublications(reader, today, id).get(id);
  const approvals = approvalsWhere(reader, 'p.reviewId = ?', id);
  const responses = many<Row<'recommendationResponses'> & { agency: string }>(
    `select s.*, g.name as agency from recommendationResponses s join agencies g on g.id = s.agencyId
     join recommendations c on c.id = s.recommendationId where c.reviewId = ? and s.removed is null order by g.name, s.id`,
  );
  const recommendationThemes = many<{ recommendationId: string; themeId: string }>(
    `select h.recommendationId, h.themeId from recommendationThemes h join recommendations c on c.id = h.recommendationId
     where c.reviewId = ? and h.removed is null order by h.id`,
  );
  const events = reviewEvents(reader, id);
  const uncounted = whyNotCounted(reader, review);
  const detail = {
    review,
    case: caseRow,
    siblings: reader
      .prepare<[string, string], ReviewDetail['siblings'][number]>(
        `select r.id, r.reference, t.name as type, g.name as stage, g.kind as stageKind, r.convertedFromReviewId
         from reviews r join reviewTypes t on t.id = r.reviewTypeId
         join stages g on g.id = r.stageId where r.caseId = ? and r.id <> ? and r.removed is null order by r.reference`,
      )
      .all(review.caseId, id),
    handedOver: handedOverSince(reader, id),
    hasHistoryBefore:
      one<{ id: string }>('select id from settings where name = ? and removed is null', historyBeforeName(id)) !==
      undefined,
    subjects: many('select * from subjects where caseId = ? and removed is null order by position, id', review.caseId),
    labels: many('select * from labels where caseId = ? and removed is null order by position, id', review.caseId),
    milestones,
    clocks: own<Row<'clocks'>>('clocks', 'position')
      .map((clock) => readingOf(clock, events, today, calendar))
      .map((reading) => ({
        ...reading,
        forecast:
          reading.stoppedOn === null ? forecastOf(reading, milestones, publication?.record ?? null, today) : null,
      }))
      .map((reading) => (uncounted === null ? reading : noLongerCounted(reading, uncounted))),
    agencyReports: many(
      `select p.*, g.name as agency from agencyReports p join agencies g on g.id = p.agencyId
       where p.reviewId = ? and p.removed is null order by g.name, p.id`,
    ),
    evaluations: own('evaluations', 'date is null desc, date'),
    handOvers: own('handOvers', 'deadline'),
    proceedDecisions: many<Row<'proceedDecisions'> & { waits: number }>(
      `select p.*, ${waitsSql('p')} as waits from proceedDecisions p where p.reviewId = ? and p.removed is null order by p.decidedOn, p.id`,
    ).map((row) => ({ ...row, waits: row.waits === 1 })),
    familyContacts: own('familyContacts', 'date is null, date'),
    accuracyRounds: own('accuracyRounds', 'round, sentOn'),
    boardResponses: own('boardResponses', 'agreedOn'),
    reviewBodies: own('reviewBodies', 'role, name'),
    notes: own('notes', 'date is null, date desc'),
    publication: {
      state: publication?.reading.state ?? 'not-yet-decided',
      words: publication?.reading.words ?? '',
      daysDelayed: publication?.reading.daysDelayed ?? null,
      record: publication?.record ?? null,
      decisions: [...(publication?.decisions ?? [])],
      delays: (publication?.delays ?? []).map((delay) => delayRow(publication as never, delay)),
    },
    recommendations: own<Row<'recommendations'>>('recommendations', 'position').map((recommendation) => ({
      ...recommendation,
      responses: responses.filter((response) => response.recommendationId === recommendation.id),
      themeIds: recommendationThemes
        .filter((link) => link.recommendationId === recommendation.id)
        .map((link) => link.themeId),
    })),
    actions: actionsWhere(reader, today, 'a.reviewId = @reviewId', { reviewId: id }),
    approvals: approvals.map((approval) => ({ ...approval, conditions: [...approval.conditions] })),
    ladders: (['report', 'plan'] as const).map((appliesTo) =>
      ladderWords(appliesTo, readLadderOf(ladderSteps(reader, appliesTo), appliesTo, approvals)),
    ),
    themes: many(
      `select h.*, t.name from reviewThemes h join themes t on t.id = h.themeId
       where h.reviewId = ? and h.removed is null order by t.position, h.id`,
    ),
    learningProducts: own('learningProducts', 'issuedOn'),
    impactChecks: own('impactChecks', 'coalesce(checkedOn, plannedOn)'),
    statedFigures: own('statedFigures', 'position'),
    operations: one<{ n: number }>('select count(distinct operation) as n from changes where rowId = ?', id)?.n ?? 0,
  };
  return detail as unknown as ReviewDetail;
};

/** As the event's own forecast says; a planned publication is one too. */
const forecastOf = (
  { stopsAt, dueOn }: ClockReadingRow,
  milestones: readonly Row<'milestones'>[],
  record: Row<'publications'> | null,
  today: string,
): ClockReadingRow['forecast'] => {
  const expected = milestones.find(
    ({ kind, date, forecast, forecastText }) =>
      kind === stopsAt && date === null && (forecast !== null || forecastText !== null),
  );
  if (expected !== undefined)
    return readForecast({ date: expected.forecast, text: expected.forecastText }, dueOn, today);
  return stopsAt === 'published' && record !== null
    ? readForecast({ date: record.plannedOn, text: record.plannedText }, dueOn, today)
    : null;
};

/** To whom and since when the review is handed over and read-only here, or null. */
const handedOverSince = (reader: Reader, id: string): ReviewDetail['handedOver'] => {
  if (!handedOverReviews(reader).some((review) => review.id === id)) return null;
  const row = reader
    .prepare<[string], NonNullable<ReviewDetail['handedOver']>>(
      `select body, handedOverOn as "on", acceptedOn from handOvers
       where reviewId = ? and direction = 'to' and handedOverOn is not null and removed is null order by handedOverOn desc limit 1`,
    )
    .get(id);
  return row ?? null;
};

/** Why no clock of this review counts any more, where none does. */
const whyNotCounted = (reader: Reader, review: Row<'reviews'>): string | null => {
  if (review.lead === 'led-elsewhere') return 'Another area leads this review, so its clocks are not counted here';
  const stage = reader.prepare<[string], Row<'stages'>>('select * from stages where id = ?').get(review.stageId);
  const isOver = stage !== undefined && ['closed', 'not-proceeding', 'handed-over'].includes(stage.kind);
  return isOver ? `Not counted any more: the review is at “${stage.name}”` : null;
};

/** A clock that was met or met late keeps its reading; one that still ran is at rest. */
const noLongerCounted = (reading: ClockReadingRow, why: string): ClockReadingRow =>
  reading.stoppedOn !== null
    ? reading
    : { ...reading, state: 'waiting', late: null, remaining: null, forecast: null, words: why };

/** A clock with everything beside its due date: event, rule, source, day zero, holidays crossed, edition of the table. */
export const readingOf = (
  clock: Row<'clocks'>,
  events: readonly ReviewEvent[],
  today: string,
  calendar: WorkingCalendar,
): ClockReadingRow => {
  const question = { ...clockToRule(clock), events, today, calendar };
  const reading = readClock(question);
  return {
    id: clock.id,
    name: clock.name,
    state: reading.state,
    words: reading.words,
    runsFrom: clock.runsFrom as EventKind,
    stopsAt: clock.stopsAt as EventKind,
    runsFromDate: reading.runsFromDate,
    dueOn: reading.dueOn,
    computedDueOn: reading.computedDueOn,
    overridden: reading.overridden,
    stoppedOn: reading.stoppedOn,
    used: reading.used,
    remaining: reading.remaining,
    late: reading.late,
    rule: clockRuleWords(question.rule),
    dayZero: reading.dayZeroWords,
    source: clock.source,
    confirmed: clock.confirmed === 1,
    holidaysCrossed: [...reading.holidaysCrossed],
    tableVersion: reading.tableVersion,
    startedWithTable: clock.tableVersion,
    forecast: null,
    clock: clock as ClockReadingRow['clock'],
  };
};
