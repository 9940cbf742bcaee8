import type { AgencyDetail, AgencyReportRow, BodyDetail } from '../contract/agencies.ts';
import { addMonths, latestDay } from '../domain/partial-date.ts';
import type { Store } from '../store/store.ts';
import { countsSql } from '../store/waiting-decisions.ts';
import { agencyFigures, listAgencies, MEETING_COUNTS } from './agency-list.ts';
import { os, type Reader, todayOf } from './context.ts';
import { namesOverTime, nameThenOf } from './names-over-time.ts';
import { awaitedOfActions, outstandingSteps } from './outstanding.ts';
import { LABEL } from './review-names.ts';
import { IS_ANSWERED, IS_WAITED_FOR } from './update-requests.ts';

/** Rows shown of what an agency may have thousands of; the lists behind have the rest. */
const SHOWN = 20;

const all = <Row>(reader: Reader, sql: string, params: Record<string, string>): Row[] =>
  reader.prepare<[Record<string, string>], Row>(sql).all(params);

const countOf = (reader: Reader, from: string, params: Record<string, string>): number =>
  reader.prepare<[Record<string, string>], { n: number }>(`select count(*) as n ${from}`).get(params)?.n ?? 0;

/** The newest rows with how many there are. `from` names the rows and what narrows them. */
const pageOf = <Row>(reader: Reader, columns: string, from: string, order: string, params: Record<string, string>) => ({
  rows: all<Row>(reader, `select ${columns} ${from} order by ${order} limit ${SHOWN}`, params),
  total: countOf(reader, from, params),
});

const ACTION = `a.id as actionId, a.number, coalesce((select r.reference from reviews r where r.id = a.reviewId), '') as origin`;

type Dated<Row> = Omit<Row, 'nameThen'>;

export const agencyDetail = (store: Store, id: string): AgencyDetail => {
  const today = todayOf(store);
  const agency = store.row('agencies', id);
  const time = namesOverTime(store, 'agencies', id);
  const nameThen = nameThenOf({ name: agency.name, names: time.names });
  const mine = { id };
  const withName = <Row>(rows: readonly Row[], dateOf: (row: Row) => string | null) =>
    rows.map((row) => ({ ...row, nameThen: nameThen(dateOf(row)) }));
  const named = <Row>(page: { rows: Row[]; total: number }, dateOf: (row: Row) => string | null) => ({
    ...page,
    rows: withName(page.rows, dateOf),
  });
  const { reports, responses, updates, requests, evidence, attendances } = rowsOfAgency(store, mine, today);
  return {
    agency: agency as AgencyDetail['agency'],
    ...(time as Pick<AgencyDetail, 'names' | 'predecessors' | 'successors'>),
    figures: agencyFigures(store, today)(id),
    actions: countOf(store, 'from actions where leadAgencyId = @id and removed is null', mine),
    jointActions: countOf(
      store,
      `from actionJointLeads j join actions a on a.id = j.actionId where j.agencyId = @id and j.removed is null and a.removed is null`,
      mine,
    ),
    reports: withName(reports, (row) => row.requestedOn ?? row.dueOn),
    responses: named(responses, (row) => row.respondedOn),
    updates: named(updates, (row) => row.date),
    requests: named({ ...requests, rows: requests.rows.map(readRequest) }, (row) => row.requestedOn),
    evidence: named(evidence, (row) => row.date),
    attendances: withName(attendances, (row) => row.date),
  };
};

type RowOf<K extends 'updates' | 'evidence' | 'responses'> = Dated<AgencyDetail[K]['rows'][number]>;
type Request = Dated<AgencyDetail['requests']['rows'][number]>;
type StoredRequest = Omit<Request, 'isAnswered' | 'isWaitedFor'> & { isAnswered: number; isWaitedFor: number };

const readRequest = (row: StoredRequest): Request => ({
  ...row,
  isAnswered: row.isAnswered === 1,
  isWaitedFor: row.isWaitedFor === 1,
});

const rowsOfAgency = (store: Store, mine: { id: string }, today: string) => ({
  reports: all<Omit<Dated<AgencyReportRow>, 'state'>>(
    store,
    `select t.id, t.reviewId, r.reference, ${LABEL} as label, t.requestedOn, t.dueOn, t.receivedOn, t.returnedOn, t.acceptedOn
     from agencyReports t join reviews r on r.id = t.reviewId
     where t.agencyId = @id and t.removed is null and r.removed is null
     order by t.acceptedOn is not null, coalesce(t.dueOn, t.requestedOn, t.receivedOn) desc, t.id`,
    mine,
  ).map((row) => ({ ...row, state: reportState(row, today) })),
  responses: pageOf<RowOf<'responses'>>(
    store,
    `p.id, p.recommendationId, c.number, c.text, coalesce(r.reference, x.reference, '') as origin, c.reviewId, c.externalReportId,
     p.response, p.rationale, p.respondedOn`,
    `from recommendationResponses p join recommendations c on c.id = p.recommendationId
     left join reviews r on r.id = c.reviewId left join externalReports x on x.id = c.externalReportId
     where p.agencyId = @id and p.removed is null and c.removed is null and r.removed is null and x.removed is null`,
    'p.response is not null, p.respondedOn desc, origin, c.position, p.id',
    mine,
  ),
  updates: pageOf<RowOf<'updates'>>(
    store,
    `p.id, ${ACTION}, p.date, p.dateText, p.text`,
    `from progressUpdates p join actions a on a.id = p.actionId
     where p.agencyId = @id and p.removed is null and a.removed is null`,
    'p.date desc, p.id desc',
    mine,
  ),
  requests: pageOf<StoredRequest>(
    store,
    `q.id, ${ACTION}, q.requestedOn, q.dueOn, q.note,
     ${IS_ANSWERED} as isAnswered, ${IS_WAITED_FOR} as isWaitedFor`,
    `from updateRequests q join actions a on a.id = q.actionId
     where coalesce(q.agencyId, a.leadAgencyId) = @id and q.removed is null and a.removed is null`,
    'q.requestedOn desc, q.id desc',
    mine,
  ),
  evidence: pageOf<RowOf<'evidence'>>(
    store,
    'e.id, e.what, e.date, e.dateText, e.heldAt',
    'from evidence e where e.agencyId = @id and e.removed is null',
    'e.date desc nulls last, e.id desc',
    mine,
  ),
  attendances: all<Dated<AgencyDetail['attendances'][number]>>(
    store,
    `select t.id, m.id as meetingId, b.name as body, m.title, m.date, t.post, t.attendance
     from attendances t join meetings m on m.id = t.meetingId join bodies b on b.id = m.bodyId
     where t.agencyId = @id and t.removed is null and ${MEETING_COUNTS} order by m.date desc, m.id`,
    { ...mine, today, yearAgo: addMonths(today, -12) },
  ),
});

const reportState = (
  row: Pick<AgencyReportRow, 'requestedOn' | 'dueOn' | 'receivedOn' | 'returnedOn' | 'acceptedOn'>,
  today: string,
): AgencyReportRow['state'] => {
  if (row.acceptedOn !== null) return 'accepted';
  if (row.returnedOn !== null && (row.receivedOn === null || row.returnedOn >= row.receivedOn)) return 'returned';
  if (row.receivedOn !== null) return 'received';
  if (row.dueOn !== null && latestDay(row.dueOn) < today) return 'overdue';
  return row.requestedOn === null && row.dueOn === null ? 'not-requested' : 'due';
};

export const bodyDetail = (store: Store, id: string): BodyDetail => {
  const body = store.row('bodies', id);
  const time = namesOverTime(store, 'bodies', id);
  const nameThen = nameThenOf({ name: body.name, names: time.names });
  const mine = { id };
  const meetings = pageOf<Dated<BodyDetail['meetings']['rows'][number]>>(
    store,
    'm.id, m.title, m.date, m.dateText, m.provisional, m.paperDeadline, m.state',
    'from meetings m where m.bodyId = @id and m.removed is null',
    'm.date is null, m.date desc, m.id',
    mine,
  );
  const handOvers = all<Dated<BodyDetail['handOvers'][number]>>(
    store,
    `select h.id, h.reviewId, r.reference, ${LABEL} as label, h.direction, h.deadline, h.deadlineText, h.handedOverOn, h.acceptedOn
     from handOvers h join reviews r on r.id = h.reviewId
     where h.bodyId = @id and h.removed is null and r.removed is null order by h.handedOverOn is not null, h.deadline, h.id`,
    mine,
  );
  return {
    body: body as BodyDetail['body'],
    ...(time as Pick<BodyDetail, 'names' | 'predecessors' | 'successors'>),
    parent:
      body.parentBodyId === null
        ? null
        : (all<BodyDetail['children'][number]>(store, 'select id, name from bodies where id = @id', {
            id: body.parentBodyId,
          })[0] ?? null),
    children: all(
      store,
      'select id, name from bodies where parentBodyId = @id and removed is null order by position, id',
      mine,
    ),
    meetings: { ...meetings, rows: meetings.rows.map((row) => ({ ...row, nameThen: nameThen(row.date) })) },
    ladderSteps: all(
      store,
      'select * from ladderSteps where bodyId = @id and removed is null order by appliesTo, position, id',
      mine,
    ),
    asked: askedOf(store, id),
    approvals: countOf(store, `from approvals p where p.bodyId = @id and ${countsSql('p')}`, mine),
    handOvers: handOvers.map((row) => ({ ...row, nameThen: nameThen(row.handedOverOn ?? row.deadline) })),
  };
};

/** What the ladder waits for from this body, as the lists behind count it. */
const askedOf = (store: Store, bodyId: string): BodyDetail['asked'] => {
  const steps = outstandingSteps(store).filter(({ step }) => step.bodyId === bodyId);
  const reviewsOf = (appliesTo: 'report' | 'plan'): number =>
    new Set(steps.filter((step) => step.appliesTo === appliesTo).map(({ reviewId }) => reviewId)).size;
  const actions = awaitedOfActions(store).filter(({ step }) => step.bodyId === bodyId);
  return {
    reports: reviewsOf('report'),
    plans: reviewsOf('plan'),
    actions: new Set(actions.map(({ actionId }) => actionId)).size,
  };
};

export const agencies = {
  list: os.agencies.list.handler(({ context: { session } }) => listAgencies(session.store, todayOf(session.store))),
  get: os.agencies.get.handler(({ input, context: { session } }) => agencyDetail(session.store, input.id)),
  body: os.agencies.body.handler(({ input, context: { session } }) => bodyDetail(session.store, input.id)),
};
