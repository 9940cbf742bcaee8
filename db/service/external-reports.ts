import type { AnsweredReport } from '../contract/external-reports.ts';
import { comparePartialDates, earliestDay, formatDate, latestDay } from '../domain/partial-date.ts';
import { countOf } from '../domain/plain-words.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import { actionsWhere } from './action-list.ts';
import { os, type Reader, todayOf } from './context.ts';
import { type ApprovalRecord, approvalsWhere, ladderSteps, ladderWords, readLadderOf } from './ladder.ts';
import { OPEN } from './rag.ts';

/** Its own recommendations, and the actions of its plan that count: those set aside answer nothing. */
const RECOMMENDED = 'from recommendations c where c.externalReportId = x.id and c.removed is null';
const COUNTED = `a.removed is null and a.state not in ('superseded', 'rejected', 'outside-our-oversight')`;
/** The cross join holds the order: from the report's few recommendations to their actions, never through all actions. */
const PLANNED = `from recommendations c cross join actions a on a.recommendationId = c.id
  where c.externalReportId = x.id and c.removed is null and ${COUNTED}`;
const ASKED = `from recommendations c cross join recommendationResponses s on s.recommendationId = c.id
  where c.externalReportId = x.id and c.removed is null and s.removed is null`;

const REPORTS = `select x.*,
  (select count(*) ${RECOMMENDED}) as held,
  (select count(*) ${RECOMMENDED} and c.alreadyInPlace = 1) as alreadyInPlace,
  (select count(*) ${RECOMMENDED} and c.alreadyInPlace = 0
     and not exists (select 1 from actions a where a.recommendationId = c.id and ${COUNTED})) as unanswered,
  (select count(*) ${PLANNED}) as actions,
  (select count(*) ${PLANNED} and a.state in ('signed-off', 'embedded')) as complete,
  (select count(*) ${PLANNED} and ${OPEN} and a.targetDay < @today) as overdue,
  (select count(*) ${ASKED}) as asked,
  (select count(*) ${ASKED} and s.response = 'accepted') as accepted,
  (select count(*) ${ASKED} and s.response = 'partly-accepted') as partlyAccepted,
  (select count(*) ${ASKED} and s.response = 'rejected') as rejected,
  (select count(*) ${ASKED} and s.response is null) as notAnswered
  from externalReports x`;

type Responses = AnsweredReport['responses'];
type Counted = Row<'externalReports'> & Responses & Pick<AnsweredReport, 'held' | 'actions'>;

/** A report that asks nothing of the board has no plan to agree. */
const asksSomething = ({ held, recommendationCount }: Pick<Counted, 'held' | 'recommendationCount'>): boolean =>
  held > 0 || (recommendationCount ?? 0) > 0;

const withPlan = (reader: Reader, row: Counted, given: readonly ApprovalRecord[]) => {
  const { asked, accepted, partlyAccepted, rejected, notAnswered, ...report } = row;
  const ladder = readLadderOf(ladderSteps(reader, 'plan'), 'plan', given);
  const isAsked = asksSomething(row);
  return {
    ladder,
    report: {
      ...report,
      responses: { asked, accepted, partlyAccepted, rejected, notAnswered },
      plan: isAsked ? ladder.words : '',
      planIsAgreed: isAsked && ladder.complete,
    },
  };
};

/** The reports that the board answers, the latest received first. */
export const listAnsweredReports = (reader: Reader, today: string): AnsweredReport[] =>
  reader
    .prepare<[{ today: string }], Counted>(
      `${REPORTS} where x.removed is null order by coalesce(x.receivedOn, x.publishedOn) is null, coalesce(x.receivedOn, x.publishedOn) desc, x.reference, x.id`,
    )
    .all({ today })
    .map((row) => withPlan(reader, row, approvalsWhere(reader, 'p.externalReportId = ?', row.id)).report as never);

/** One report with its recommendations, who answered what, and the actions that answer them. Fails with not-found. */
export const readAnsweredReport = (reader: Reader, today: string, id: string) => {
  const row = reader
    .prepare<[{ today: string; id: string }], Counted>(`${REPORTS} where x.id = @id`)
    .get({ today, id });
  if (row === undefined) throw new Failure('not-found', { what: 'report', id });
  const many = <T>(sql: string): T[] => reader.prepare<[string], T>(sql).all(id);
  const approvals = approvalsWhere(reader, 'p.externalReportId = ?', id);
  const { report, ladder } = withPlan(reader, row, approvals);
  const responses = groupedBy(
    many<Row<'recommendationResponses'> & { agency: string }>(
      `select s.*, g.name as agency from recommendationResponses s join agencies g on g.id = s.agencyId
       join recommendations c on c.id = s.recommendationId where c.externalReportId = ? and s.removed is null order by g.name, s.id`,
    ),
    ({ recommendationId }) => recommendationId,
  );
  const themes = groupedBy(
    many<{ id: string; recommendationId: string; themeId: string; name: string }>(
      `select h.id, h.recommendationId, h.themeId, t.name from recommendationThemes h join themes t on t.id = h.themeId
       join recommendations c on c.id = h.recommendationId where c.externalReportId = ? and h.removed is null order by t.position, h.id`,
    ),
    ({ recommendationId }) => recommendationId,
  );
  const actions = groupedBy(
    actionsWhere(reader, today, 'a.recommendationId in (select id from recommendations where externalReportId = @id)', {
      id,
    }),
    ({ recommendationId }) => recommendationId ?? '',
  );
  const recommendations = many<Row<'recommendations'>>(
    'select * from recommendations where externalReportId = ? and removed is null order by position, id',
  ).map((recommendation) => ({
    ...recommendation,
    responses: responses.get(recommendation.id) ?? [],
    themes: themes.get(recommendation.id) ?? [],
    actions: actions.get(recommendation.id) ?? [],
  }));
  return {
    report,
    recommendations,
    ladder: ladderWords('plan', ladder),
    approvals: approvals.map((approval) => ({ ...approval, conditions: [...approval.conditions] })),
    oddities: reportOddities(row, [...responses.values()].flat(), today),
  };
};

const groupedBy = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

type Answered = Pick<Row<'recommendationResponses'>, 'respondedOn'> & { readonly agency: string };

/** Dates and counts that do not fit one another. They may be right: a report can be received before it is published. */
const reportOddities = (report: Counted, responses: readonly Answered[], today: string): string[] => {
  const { receivedOn, publishedOn, recommendationCount, held } = report;
  const came = [receivedOn, publishedOn].flatMap((date) => date ?? []).toSorted(comparePartialDates)[0];
  const early = came === undefined ? [] : responses.filter(({ respondedOn }) => isBefore(respondedOn, came));
  const ahead = responses.filter(({ respondedOn }) => respondedOn !== null && earliestDay(respondedOn) > today);
  const first = early[0];
  const next = ahead[0];
  return [
    recommendationCount !== null && held > recommendationCount
      ? `The report states ${countOf(recommendationCount, 'recommendation', 'recommendations')}; ${held} are on the register.`
      : '',
    receivedOn !== null && earliestDay(receivedOn) > today
      ? `It is recorded as received ${formatDate(receivedOn)}, which is still to come.`
      : '',
    first === undefined || came === undefined
      ? ''
      : `${countOf(early.length, 'answer is', 'answers are')} dated before the report came (${formatDate(came)}); the first is that of ${first.agency}, ${formatDate(first.respondedOn)}.`,
    next === undefined
      ? ''
      : `${countOf(ahead.length, 'answer is', 'answers are')} dated in the future; the first is that of ${next.agency}, ${formatDate(next.respondedOn)}.`,
  ].filter((words) => words !== '');
};

const isBefore = (date: string | null, other: string): boolean => date !== null && latestDay(date) < earliestDay(other);

export const externalReports = {
  list: os.externalReports.list.handler(({ context: { session } }) => ({
    rows: listAnsweredReports(session.store, todayOf(session.store)),
  })),
  get: os.externalReports.get.handler(
    ({ input, context: { session } }) => readAnsweredReport(session.store, todayOf(session.store), input.id) as never,
  ),
};
