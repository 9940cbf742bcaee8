/** What one agency has open, what it was asked for and what it sent, and how often it was there. */
import type { ActionRow } from '../../contract/actions.ts';
import { ACTION_STATE_LABELS, AGENCY_RESPONSE_LABELS, type AgencyResponse } from '../../domain/codes.ts';
import { noAnswerWords } from '../../domain/chasing.ts';
import { addMonths, formatDate } from '../../domain/partial-date.ts';
import { countOf } from '../../domain/plain-words.ts';
import { actionsWhere, ORIGIN_OF_ACTION, originWords } from '../../service/action-list.ts';
import { agencyFigures, MEETING_COUNTS } from '../../service/agency-list.ts';
import { OPEN } from '../../service/rag.ts';
import { LABEL } from '../../service/review-names.ts';
import { LED_BY_AGENCY } from '../../service/silent-agencies.ts';
import { ANSWERS, IS_WAITED_FOR } from '../../service/update-requests.ts';
import { Failure } from '../../store/failure.ts';
import type { Row } from '../../store/tables.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { planAndNumber } from './action-words.ts';
import { column, date, dateOr, rag, share, target, text, withoutEmpty } from './cells.ts';
import { mayBeSince } from './period.ts';
import type { PackSource, SectionWriter } from './source.ts';

type Agency = Pick<Row<'agencies'>, 'id' | 'name' | 'contactPost'>;

export const agency: SectionWriter = (source) => {
  const { agencyId } = source.options;
  if (agencyId === null) {
    return {
      id: 'agency',
      heading: 'One agency',
      blocks: [{ kind: 'nil', text: 'No agency was chosen. Choose the agency that the pack is about.' }],
    };
  }
  const chosen = chosenAgency(source, agencyId);
  return {
    id: 'agency',
    heading: chosen.name,
    blocks: [
      ...(chosen.contactPost === ''
        ? []
        : [{ kind: 'facts' as const, facts: [{ label: 'Contact', value: chosen.contactPost }] }]),
      figures(source, chosen),
      { kind: 'subheading', text: 'Open actions' },
      openActions(source, chosen),
      { kind: 'subheading', text: 'Updates' },
      {
        kind: 'paragraph',
        text: `What was asked for from ${formatDate(source.since.day)} on, and what is older and still waited for.`,
      },
      updates(source, chosen),
      { kind: 'subheading', text: 'Reviews' },
      reports(source, chosen),
      answers(source, chosen),
      { kind: 'subheading', text: 'Attendance' },
      attendance(source, chosen),
    ],
  };
};

/** Fails with bad-input where no such agency is on the register on the day of the data. */
const chosenAgency = ({ reader, dataAsAt }: PackSource, agencyId: string): Agency => {
  const chosen = reader
    .prepare<[string], Agency>('select id, name, contactPost from agencies where id = ? and removed is null')
    .get(agencyId);
  if (chosen === undefined) {
    const problem = `The agency that was chosen is not on the register on ${formatDate(dataAsAt)}.`;
    throw new Failure('bad-input', { problem, field: 'agencyId' });
  }
  return chosen;
};

const figures = ({ reader, dataAsAt }: PackSource, { id }: Agency): PackBlock => {
  const { open, overdue, noUpdate, awaitingSignOff, reportsDue, reportsOverdue, attended, expected } = agencyFigures(
    reader,
    dataAsAt,
  )(id);
  return {
    kind: 'figures',
    caption: 'Where it stands',
    figures: [
      { label: 'Open actions that it leads', value: open, outOf: null, note: null },
      { label: 'Overdue', value: overdue, outOf: open, note: 'of open actions that it leads' },
      { label: 'No update received', value: noUpdate, outOf: open, note: 'of open actions that it leads' },
      { label: 'Awaiting sign-off', value: awaitingSignOff, outOf: open, note: 'of open actions that it leads' },
      { label: 'Reports to reviews overdue', value: reportsOverdue, outOf: reportsDue, note: 'of reports still due' },
      {
        label: 'Meetings attended',
        value: attended,
        outOf: expected,
        note: 'of those in the last twelve months that it was listed for; a deputy counts',
      },
    ],
  };
};

const openActions = ({ reader, dataAsAt, scheme }: PackSource, { id }: Agency): PackTable => ({
  kind: 'table',
  id: 'agency-actions',
  caption: 'Open actions that it leads, alone or jointly',
  columns: [
    column('action-of', 'Plan and number', 'text', 4),
    column('action', 'Action', 'text', 7),
    column('part', 'Its part', 'text', 3),
    column('target', 'Target', 'date', 3),
    column('state', 'State', 'text', 4),
    column('update', 'Last update', 'date', 3),
    column('rag', 'RAG', 'rag', 3.6),
  ],
  rows: actionsWhere(reader, dataAsAt, `${OPEN} and ${LED_BY_AGENCY}`, { agencyId: id })
    .toSorted((a, b) => (b.daysLate ?? -1) - (a.daysLate ?? -1))
    .map((row) => [
      text(planAndNumber(row)),
      text(row.text),
      text(row.leadAgencyId === id ? 'Leads' : `Joint, led by ${row.leadAgency ?? 'no agency'}`),
      target(row),
      text(stateWords(row)),
      dateOr(row.lastUpdateOn, null, row.noUpdate ? 'None since asked' : 'None'),
      rag(row.rag, scheme.levels),
    ]),
  nil: 'The agency leads no open action, alone or jointly.',
});

/** "In progress, 59 days late". */
const stateWords = ({ state, daysLate }: ActionRow): string =>
  [ACTION_STATE_LABELS[state], daysLate === null ? '' : `${countOf(daysLate, 'day', 'days')} late`]
    .filter(Boolean)
    .join(', ');

type Asked = {
  readonly origin: string;
  readonly number: string;
  readonly requestedOn: string;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly answer: string | null;
  readonly isWaitedFor: number;
};

/** Each request with the first update that came on or after its day. */
const updates = ({ reader, since }: PackSource, { id }: Agency): PackTable =>
  withoutEmpty(['due'], {
    kind: 'table',
    id: 'agency-updates',
    caption: 'Updates asked for and received',
    columns: [
      column('action-of', 'Plan and number', 'text', 4),
      column('asked', 'Asked', 'date', 3),
      column('due', 'Due', 'date', 3),
      column('answered', 'Received', 'date', 3),
      column('answer', 'What it said', 'text', 8),
    ],
    rows: reader
      .prepare<[{ id: string; since: string }], Asked>(
        `select * from (
           select ${ORIGIN_OF_ACTION} as origin, a.number, q.requestedOn, q.dueOn, q.id,
             ${answerOf('date')} as answeredOn, ${answerOf('text')} as answer, ${IS_WAITED_FOR} as isWaitedFor
           from updateRequests q join actions a on a.id = q.actionId
           where coalesce(q.agencyId, a.leadAgencyId) = @id and q.removed is null and a.removed is null)
         where isWaitedFor = 1 or ${mayBeSince('requestedOn', '@since')}
         order by isWaitedFor desc, requestedOn, origin, number, id`,
      )
      .all({ id, since: since.day })
      .map((row) => [
        text(planAndNumber({ ...row, origin: originWords(row.origin) })),
        date(row.requestedOn),
        date(row.dueOn),
        dateOr(row.answeredOn, null, noAnswerWords(row.isWaitedFor === 1)),
        text(row.answer),
      ]),
    nil: 'No update was asked for in this period, and no earlier request waits for an answer.',
  });

const answerOf = (column: 'date' | 'text'): string =>
  `(select p.${column} from progressUpdates p where ${ANSWERS} order by p.date, p.id limit 1)`;

type Report = Row<'agencyReports'> & { readonly reference: string; readonly label: string };

const reports = ({ reader, since }: PackSource, { id }: Agency): PackTable =>
  withoutEmpty(['label', 'returned', 'note'], {
    kind: 'table',
    id: 'agency-reports',
    caption: 'Its reports to reviews',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 2),
      column('requested', 'Asked', 'date', 3),
      column('due', 'Due', 'date', 3),
      column('received', 'Received', 'date', 3),
      column('returned', 'Sent back', 'date', 3),
      column('accepted', 'Accepted', 'date', 3),
      column('note', 'Note', 'text', 5),
    ],
    rows: reader
      .prepare<[{ id: string; since: string }], Report>(
        `select t.*, r.reference, ${LABEL} as label from agencyReports t join reviews r on r.id = t.reviewId
         where t.agencyId = @id and t.removed is null and r.removed is null
           and (t.acceptedOn is null or ${mayBeSince('t.acceptedOn', '@since')})
         order by t.acceptedOn is not null, coalesce(t.dueOn, t.requestedOn) is null, coalesce(t.dueOn, t.requestedOn), t.id`,
      )
      .all({ id, since: since.day })
      .map((row) => [
        text(row.reference),
        text(row.label),
        date(row.requestedOn),
        date(row.dueOn),
        dateOr(row.receivedOn, null, 'Not yet'),
        date(row.returnedOn),
        dateOr(row.acceptedOn, null, 'Not yet'),
        text(row.note),
      ]),
    nil: 'No review waits for a report of the agency, and none was accepted in this period.',
  });

type Answer = {
  readonly origin: string;
  readonly number: string;
  readonly text: string;
  readonly response: AgencyResponse | null;
  readonly rationale: string;
  readonly respondedOn: string | null;
};

const answers = ({ reader, since }: PackSource, { id }: Agency): PackTable =>
  withoutEmpty(['rationale'], {
    kind: 'table',
    id: 'agency-answers',
    caption: 'Recommendations addressed to it',
    columns: [
      column('of', 'Source and number', 'text', 4),
      column('recommendation', 'Recommendation', 'text', 8),
      column('answer', 'Its answer', 'text', 3),
      column('on', 'Answered', 'date', 3),
      column('rationale', 'Why', 'text', 5),
    ],
    rows: reader
      .prepare<[{ id: string; since: string }], Answer>(
        `select coalesce(r.reference, x.reference, '') as origin, c.number, c.text, p.response, p.rationale, p.respondedOn
         from recommendationResponses p join recommendations c on c.id = p.recommendationId
         left join reviews r on r.id = c.reviewId left join externalReports x on x.id = c.externalReportId
         where p.agencyId = @id and p.removed is null and c.removed is null and r.removed is null and x.removed is null
           and (p.response is null or ${mayBeSince('p.respondedOn', '@since')})
         order by p.response is not null, origin, c.position, p.id`,
      )
      .all({ id, since: since.day })
      .map((row) => [
        text(planAndNumber(row)),
        text(row.text),
        text(row.response === null ? 'No answer yet' : AGENCY_RESPONSE_LABELS[row.response]),
        date(row.respondedOn),
        text(row.rationale),
      ]),
    nil: 'No recommendation waits for the agency’s answer, and none was answered in this period.',
  });

const attendance = ({ reader, dataAsAt }: PackSource, { id }: Agency): PackTable => ({
  kind: 'table',
  id: 'agency-attendance',
  caption: 'Meetings of the last twelve months',
  columns: [
    column('body', 'Body', 'text', 6),
    column('attended', 'Attended, itself or by a deputy', 'text', 4),
    column('last', 'Last attended', 'date', 3),
  ],
  rows: reader
    .prepare<
      [{ id: string; today: string; yearAgo: string }],
      { body: string; expected: number; attended: number; last: string | null }
    >(
      `select b.name as body, count(*) as expected, sum(t.attendance in ('present', 'deputised')) as attended,
         max(case when t.attendance in ('present', 'deputised') then m.date end) as last
       from attendances t join meetings m on m.id = t.meetingId join bodies b on b.id = m.bodyId
       where t.agencyId = @id and t.removed is null and ${MEETING_COUNTS} group by b.id order by b.position, b.name`,
    )
    .all({ id, today: dataAsAt, yearAgo: addMonths(dataAsAt, -12) })
    .map((row) => [text(row.body), share(row.attended, row.expected), dateOr(row.last, null, 'Not in this time')]),
  nil: 'The agency was listed for no meeting in the last twelve months.',
});
