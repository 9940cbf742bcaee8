import type { REVIEW_SORTS, ReviewFilter, ReviewRow, TimelineRow } from '../contract/reviews.ts';
import { STAGE_KINDS } from '../domain/codes.ts';
import { BEGINNINGS_IN_SQL } from '../domain/review-beginnings.ts';
import { earliestDay, formatDate, latestDay } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';
import { reviewEvents } from '../store/review-events.ts';
import { outstandingSteps } from './outstanding.ts';
import { LABEL } from './review-names.ts';
import { readPublications, type ReviewPublication } from './publication-readings.ts';
import { FILED_UNDER, reviewsFiledUnder } from './theme-links.ts';

export type ReviewSort = { readonly by: (typeof REVIEW_SORTS)[number]; readonly descending: boolean };
export type Params = Record<string, string | number>;

/** Stages in which the review itself is still being done. */
export const LIVE = `g.kind in ('referral', 'deciding', 'in-progress', 'report-agreed')`;

/** A clock `k` with its facts `f` that runs as its rule says: a relaxation may end on a day. */
export const NOT_RELAXED = `(f.relaxed = 0 or k.relaxedUntil < @today)`;

/** A clock of `r` that is neither stopped nor relaxed; the website year is not a deadline that one can be late for. */
export const RUNNING_CLOCK = `from clockFacts f join clocks k on k.id = f.clockId
  where f.reviewId = r.id and f.dueOn is not null and ${NOT_RELAXED} and (f.stoppedOn is null or f.stoppedOn > @today)
    and k.removed is null and k.stopsAt not in ('taken-down', 'website-until')`;

export const FROM = `from reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId`;

const STARTED = `(select min(m.date) from milestones m where m.reviewId = r.id and m.removed is null and m.kind in ${BEGINNINGS_IN_SQL})`;
/** Clocks count until a review is closed (complete is not published), and where this board leads or joins. */
export const COUNTED = `r.lead <> 'led-elsewhere' and g.kind in ('referral', 'deciding', 'in-progress', 'report-agreed', 'complete')`;
export const NEXT_DUE = `(select min(f.dueOn) ${RUNNING_CLOCK} and ${COUNTED})`;
export const OPEN_ACTIONS = `(select count(*) from actions a where a.reviewId = r.id and a.removed is null and a.state in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted'))`;
export const OVERDUE_ACTIONS = `(select count(*) from actions a where a.reviewId = r.id and a.removed is null and a.targetDay < @today and a.state in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted'))`;
/** Late only counts where the board can still do something about it. */
export const LATE = `coalesce(${NEXT_DUE} < @today, 0)`;

const SORTS: Record<ReviewSort['by'], string> = {
  reference: 'r.reference',
  label: LABEL,
  type: 't.position',
  stage: `case g.kind ${STAGE_KINDS.map((kind, at) => `when '${kind}' then ${at}`).join(' ')} end`,
  due: NEXT_DUE,
  started: STARTED,
  actions: OPEN_ACTIONS,
  overdue: OVERDUE_ACTIONS,
};

/** A day to look again that is not known to the day has come when its month or year begins. */
const RETENTION_DUE = `(r.retentionReviewOn <= @today
  or exists (select 1 from cases k where k.id = r.caseId and k.retentionReviewOn <= @today))`;
const ON_HOLD = `(r.legalHold = 1 or exists (select 1 from cases k where k.id = r.caseId and k.legalHold = 1))`;

export const reviewConditions = (filter: ReviewFilter): { readonly where: string; readonly params: Params } => {
  const all = ['r.removed is null'];
  const params: Params = {};
  const anyOf = (expression: string, name: string, values: readonly string[] | undefined): void => {
    if (values === undefined || values.length === 0) return;
    all.push(`${expression} in (${values.map((_, at) => `@${name}${at}`).join(', ')})`);
    values.forEach((value, at) => {
      params[`${name}${at}`] = value;
    });
  };
  const find = filter.find?.trim();
  if (find) {
    all.push(`(r.reference like @find escape '\\' or r.title like @find escape '\\'
      or exists (select 1 from labels l where l.caseId = r.caseId and l.removed is null and l.label like @find escape '\\'))`);
    params.find = `%${find.replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  }
  anyOf('r.reviewTypeId', 'type', filter.reviewTypeId);
  anyOf('g.kind', 'stage', filter.stageKind);
  anyOf('r.lead', 'lead', filter.lead);
  if (filter.live !== undefined) all.push(filter.live ? LIVE : `not ${LIVE}`);
  if (filter.late) all.push(LATE);
  if (filter.retentionDue) all.push(RETENTION_DUE);
  if (filter.legalHold) all.push(ON_HOLD);
  if (filter.converted) all.push('r.convertedFromReviewId is not null');
  if (filter.themeId !== undefined) {
    all.push(`r.id in ${reviewsFiledUnder(FILED_UNDER)}`);
    params.themeId = filter.themeId;
  }
  if (filter.delayReasonId !== undefined) {
    all.push(`exists (select 1 from publicationDelays d join publicationDelayReasons l on l.publicationDelayId = d.id
      where d.reviewId = r.id and d.removed is null and d.endedOn is null and l.removed is null and l.delayReasonId = @delayReasonId)`);
    params.delayReasonId = filter.delayReasonId;
  }
  return { where: `where ${all.join(' and ')}`, params };
};

type StoredRow = Omit<ReviewRow, 'publication' | 'late'> & { readonly late: number };

const ROW = `select r.id, r.reference, r.title, ${LABEL} as label, r.reviewTypeId, t.name as reviewType, t.shortName as typeShortName,
  g.name as stage, g.kind as stageKind, r.lead, r.ownerPost, ${STARTED} as startedOn,
  (select k.name ${RUNNING_CLOCK} and ${COUNTED} order by f.dueOn, k.position limit 1) as nextClock, ${NEXT_DUE} as nextDueOn, ${LATE} as late,
  (select count(*) from actions a where a.reviewId = r.id and a.removed is null) as actions,
  ${OPEN_ACTIONS} as openActions, ${OVERDUE_ACTIONS} as overdueActions`;

type ListQuery = {
  readonly filter: ReviewFilter;
  readonly sort?: ReviewSort | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** The ids that the filter finds, in order. What is read by a rule of the domain filters here, not in SQL. */
export const findReviewIds = (
  reader: Reader,
  today: string,
  { filter, sort }: Pick<ListQuery, 'filter' | 'sort'>,
): readonly string[] => {
  const { where, params } = reviewConditions(filter);
  const key = SORTS[sort?.by ?? 'due'];
  const ids = reader
    .prepare<[Params], { id: string }>(
      `select r.id, ${key} as sortKey ${FROM} ${where} order by sortKey is null, sortKey${sort?.descending ? ' desc' : ''}, r.reference, r.id`,
    )
    .all({ today, ...params })
    .map((row) => row.id);
  return filterByRules(reader, today, filter, filterByLadder(reader, filter, ids));
};

/** The reviews that a filter's conditions leave which no SQL can read; null where it has none such. */
export const idsByRules = (reader: Reader, today: string, filter: ReviewFilter): readonly string[] | null => {
  const { awaitingReportOf, awaitingPlanOf, publication, completeUnpublished } = filter;
  const hasRules =
    awaitingReportOf !== undefined ||
    awaitingPlanOf !== undefined ||
    completeUnpublished === true ||
    (publication?.length ?? 0) > 0;
  return hasRules ? findReviewIds(reader, today, { filter }) : null;
};

/** Whom a report or a plan waits for is read by the ladder's rule. */
const filterByLadder = (reader: Reader, filter: ReviewFilter, ids: readonly string[]): readonly string[] => {
  const { awaitingReportOf, awaitingPlanOf } = filter;
  if (awaitingReportOf === undefined && awaitingPlanOf === undefined) return ids;
  const awaited = outstandingSteps(reader).filter(
    ({ appliesTo, step }) => step.bodyId === (appliesTo === 'report' ? awaitingReportOf : awaitingPlanOf),
  );
  const waiting = new Set(awaited.map(({ reviewId }) => reviewId));
  return ids.filter((id) => waiting.has(id));
};

/** Where publication stands is read by its rule. */
const filterByRules = (
  reader: Reader,
  today: string,
  filter: ReviewFilter,
  ids: readonly string[],
): readonly string[] => {
  if (!filter.publication?.length && !filter.completeUnpublished) return ids;
  const publications = readPublications(reader, today);
  return ids.filter((id) => {
    const reading = publications.get(id)?.reading;
    if (reading === undefined) return false;
    if (filter.completeUnpublished && !reading.completeAndUnpublished) return false;
    return !filter.publication?.length || filter.publication.includes(reading.state);
  });
};

export const countReviews = (reader: Reader): number =>
  reader.prepare<[], { n: number }>('select count(*) as n from reviews where removed is null').get()?.n ?? 0;

const toRow = (row: StoredRow, publication: ReviewPublication | undefined): ReviewRow => ({
  ...row,
  late: row.late === 1,
  publication: publication?.reading.state ?? 'not-yet-decided',
});

export const listReviews = (
  reader: Reader,
  today: string,
  query: ListQuery,
): { rows: ReviewRow[]; total: number; of: number } => {
  const ids = findReviewIds(reader, today, query);
  const page = ids.slice(query.offset, query.offset + query.limit);
  return { rows: reviewRows(reader, today, page), total: ids.length, of: countReviews(reader) };
};

/** The rows of these reviews, in this order. */
export const reviewRows = (reader: Reader, today: string, ids: readonly string[]): ReviewRow[] => {
  const row = reader.prepare<[Params], StoredRow>(`${ROW} ${FROM} where r.id = @id`);
  const publications = ids.length > 20 ? readPublications(reader, today) : null;
  return ids.flatMap((id) => {
    const found = row.get({ id, today });
    const publication = (publications ?? readPublications(reader, today, id)).get(id);
    return found === undefined ? [] : [toRow(found, publication)];
  });
};

/** Every review that the filter finds. */
export const allReviews = (reader: Reader, today: string, filter: ReviewFilter, sort?: ReviewSort): ReviewRow[] =>
  reviewRows(reader, today, findReviewIds(reader, today, { filter, sort }));

/** An event that stands both as a milestone and as a record is drawn once. */
const datedEvents = (reader: Reader, reviewId: string): TimelineRow['events'] => {
  const drawn = new Map<string, TimelineRow['events'][number]>();
  for (const { kind, date, text } of reviewEvents(reader, reviewId)) {
    if (date === null) continue;
    const on = latestDay(date);
    drawn.set(`${kind} ${on}`, {
      kind,
      on,
      text: formatDate(date, text),
      imprecise: date.length < 10 || text !== null,
    });
  }
  return [...drawn.values()];
};

type TimelineBase = Omit<TimelineRow, 'from' | 'until' | 'events' | 'clocks' | 'delays'> & { readonly counted: number };

export const timelineReviews = (
  reader: Reader,
  today: string,
  query: { readonly filter: ReviewFilter; readonly offset: number; readonly limit: number },
): { rows: TimelineRow[]; total: number; of: number } => {
  const ids = findReviewIds(reader, today, { filter: query.filter, sort: { by: 'started', descending: true } });
  const rows = timelineOf(reader, today, ids.slice(query.offset, query.offset + query.limit));
  return { rows, total: ids.length, of: countReviews(reader) };
};

/** The dated events, clocks and delays of these reviews, in their order. */
export const timelineOf = (reader: Reader, today: string, ids: readonly string[]): TimelineRow[] => {
  const base = reader.prepare<[string], TimelineBase>(
    `select r.id, r.reference, ${LABEL} as label, t.shortName as typeShortName, g.name as stage, g.kind as stageKind, ${COUNTED} as counted ${FROM} where r.id = ?`,
  );
  const clocks = reader.prepare<
    [string],
    {
      name: string;
      startedOn: string;
      dueOn: string;
      stoppedOn: string | null;
      relaxed: number;
      relaxedUntil: string | null;
    }
  >(
    `select k.name, f.startedOn, f.dueOn, f.stoppedOn, f.relaxed, k.relaxedUntil from clockFacts f join clocks k on k.id = f.clockId
     where f.reviewId = ? and f.startedOn is not null and f.dueOn is not null and k.stopsAt <> 'taken-down' order by f.dueOn`,
  );
  return ids.flatMap((id) => {
    const found = base.get(id);
    if (found === undefined) return [];
    const { counted, ...review } = found;
    const publication = readPublications(reader, today, id).get(id);
    const dated = datedEvents(reader, id);
    const spans = clocks.all(id).map((clock) => {
      const stopped = clock.stoppedOn !== null && clock.stoppedOn <= today ? latestDay(clock.stoppedOn) : null;
      const relaxed = clock.relaxed === 1 && (clock.relaxedUntil === null || (stopped ?? today) <= clock.relaxedUntil);
      return {
        name: clock.name,
        from: latestDay(clock.startedOn),
        due: clock.dueOn,
        stopped,
        late: !relaxed && (stopped !== null || counted === 1) && (stopped ?? today) > clock.dueOn,
      };
    });
    const delays = (publication?.delays ?? []).flatMap((delay) =>
      delay.since === null
        ? []
        : [
            {
              reason: delay.reasons.map((reason) => reason.name).join(', '),
              from: earliestDay(delay.since),
              until: delay.endedOn === null ? null : latestDay(delay.endedOn),
            },
          ],
    );
    const days = [
      ...dated.map((event) => event.on),
      ...spans.flatMap((span) => [span.from, span.due, span.late ? (span.stopped ?? today) : span.due]),
      ...delays.flatMap((delay) => [delay.from, delay.until ?? today]),
    ].sort();
    return [{ ...review, from: days[0] ?? null, until: days.at(-1) ?? null, events: dated, clocks: spans, delays }];
  });
};
