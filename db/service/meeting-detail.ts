import type { MeetingApproval, MeetingDetail, MeetingItem } from '../contract/meetings.ts';
import { MEETING_STATE_LABELS, type MeetingState } from '../domain/codes.ts';
import { formatDate } from '../domain/partial-date.ts';
import { clockToInstant } from '../store/change-log.ts';
import { NEWEST_FIRST } from '../store/log-end.ts';
import { Failure } from '../store/failure.ts';
import { inEffectSql } from '../store/undo.ts';
import { countsSql } from '../store/waiting-decisions.ts';
import { askedOfBodies, isAskedBy } from './asked-of-bodies.ts';
import type { Reader } from './context.ts';
import { approvalsWhere } from './ladder.ts';
import { meetingRow, namedMeeting, neighboursOf } from './meeting-list.ts';
import { membersToAdd } from './meeting-attendance.ts';
import { LABEL } from './review-names.ts';

type StoredItem = Omit<MeetingItem, 'review' | 'action' | 'externalReport' | 'pack' | 'deferredTo' | 'carriedFrom'>;
type StoredDecision = Omit<MeetingDetail['decisions'][number], 'review' | 'action'>;

/** One meeting with its whole record. Fails with not-found. */
export const readMeeting = (reader: Reader, today: string, id: string): MeetingDetail => {
  const meeting = meetingRow(reader, today, id);
  const isRemoved =
    meeting === null ||
    reader
      .prepare<[string], { n: number }>('select count(*) as n from meetings where id = ? and removed is not null')
      .get(id)?.n === 1;
  if (meeting === null || isRemoved) throw new Failure('not-found', { what: 'meeting', id });
  const many = <T>(sql: string): T[] => reader.prepare<[string], T>(sql).all(id);
  const items = many<StoredItem>(
    'select * from meetingItems where meetingId = ? and removed is null order by position, id',
  );
  const body = reader
    .prepare<[string], MeetingDetail['body']>('select * from bodies where id = ?')
    .get(meeting.bodyId) as MeetingDetail['body'];
  return {
    meeting,
    body,
    items: items.map((item) => withLinks(reader, item)),
    decisions: many<StoredDecision>(
      'select * from decisions where meetingId = ? and removed is null order by position, id',
    ).map((decision) => ({
      ...decision,
      review: reviewNamed(reader, decision.reviewId),
      action: actionNamed(reader, decision.actionId),
    })),
    approvals: approvalsWhere(reader, 'p.meetingId = ?', id).map((approval) => withSubject(reader, approval)),
    actions: many(
      `select a.id, a.number, a.text, g.name as leadAgency, a.targetDate, a.targetText, a.state
       from actions a left join agencies g on g.id = a.leadAgencyId where a.meetingId = ? and a.removed is null order by a.position, a.number, a.id`,
    ),
    attendances: many(
      `select n.*, g.name as agency from attendances n join agencies g on g.id = n.agencyId
       where n.meetingId = ? and n.removed is null order by g.name, n.id`,
    ),
    membersToAdd: membersToAdd(reader, id, meeting.bodyId).length,
    asked: askedOfBodies(reader)
      .filter(({ bodyId }) => bodyId === meeting.bodyId)
      .map(({ bodyId: _, body: __, ...asked }) => ({
        ...asked,
        isOnAgenda: items.some((item) => isAskedBy(asked, item)),
      })),
    openConditions: openConditionsOf(reader, meeting.bodyId),
    ...neighboursOf(reader, meeting),
    changes: changesOf(reader, id),
  };
};

export const reviewNamed = (reader: Reader, id: string | null): MeetingItem['review'] =>
  id === null
    ? null
    : (reader
        .prepare<[string], NonNullable<MeetingItem['review']>>(
          `select r.id, r.reference, ${LABEL} as label from reviews r where r.id = ? and r.removed is null`,
        )
        .get(id) ?? null);

export const actionNamed = (reader: Reader, id: string | null): MeetingItem['action'] =>
  id === null
    ? null
    : (reader
        .prepare<[string], NonNullable<MeetingItem['action']>>(
          'select id, number, text from actions where id = ? and removed is null',
        )
        .get(id) ?? null);

const packNamed = (reader: Reader, id: string | null): MeetingItem['pack'] =>
  id === null
    ? null
    : (reader
        .prepare<[string], NonNullable<MeetingItem['pack']>>(
          'select id, title, dataAsAt from packs where id = ? and removed is null',
        )
        .get(id) ?? null);

const withLinks = (reader: Reader, item: StoredItem): MeetingItem => ({
  ...item,
  review: reviewNamed(reader, item.reviewId),
  action: actionNamed(reader, item.actionId),
  pack: packNamed(reader, item.packId),
  externalReport:
    item.externalReportId === null
      ? null
      : (reader
          .prepare<[string], NonNullable<MeetingItem['externalReport']>>(
            'select id, reference, title from externalReports where id = ? and removed is null',
          )
          .get(item.externalReportId) ?? null),
  deferredTo: namedMeeting(reader, item.deferredToMeetingId),
  carriedFrom: carriedFrom(reader, item),
});

/**
 * The meeting whose item was deferred to this one. Items that were carried before the link was kept are recognised by what they
 * are about, or by their name where it is about nothing recorded.
 */
const carriedFrom = (reader: Reader, item: StoredItem) => {
  const found = reader
    .prepare<[StoredItem], { meetingId: string }>(
      `select meetingId from meetingItems where removed is null and (id = @carriedFromItemId or @carriedFromItemId is null
         and deferredToMeetingId = @meetingId and id <> @id
         and reviewId is @reviewId and actionId is @actionId and externalReportId is @externalReportId
         and (title = @title or coalesce(reviewId, actionId, externalReportId) is not null))
       order by title = @title desc, id limit 1`,
    )
    .get(item);
  return namedMeeting(reader, found?.meetingId ?? null);
};

type Subject = Pick<MeetingApproval, 'appliesTo' | 'reviewId' | 'externalReportId' | 'actionId'>;

/** "Report of LCSPR 2025/02", "Action 1.2 of LCSPR 2025/02". */
const subjectOf = (reader: Reader, { appliesTo, reviewId, externalReportId, actionId }: Subject): string => {
  const one = (sql: string, id: string): string => reader.prepare<[string], { name: string }>(sql).get(id)?.name ?? '';
  if (actionId !== null)
    return one(
      `select 'Action ' || a.number || coalesce(' of ' || r.reference, '') as name from actions a left join reviews r on r.id = a.reviewId where a.id = ?`,
      actionId,
    );
  const what = appliesTo === 'report' ? 'Report' : 'Action plan';
  const source =
    reviewId === null
      ? one('select reference as name from externalReports where id = ?', externalReportId ?? '')
      : one('select reference as name from reviews where id = ?', reviewId);
  return `${what} of ${source}`;
};

const withSubject = (reader: Reader, approval: ReturnType<typeof approvalsWhere>[number]): MeetingApproval => ({
  ...approval,
  subject: subjectOf(reader, approval),
  conditions: [...approval.conditions],
});

const openConditionsOf = (reader: Reader, bodyId: string): MeetingDetail['openConditions'] =>
  reader
    .prepare<[string], Subject & { id: string; text: string }>(
      `select c.id, c.text, p.appliesTo, p.reviewId, p.externalReportId, p.actionId
       from approvalConditions c join approvals p on p.id = c.approvalId
       where p.bodyId = ? and p.revokedOn is null and ${countsSql('p')} and c.removed is null and c.dischargedOn is null order by c.id`,
    )
    .all(bodyId)
    .map(({ id, text, ...subject }) => ({
      id,
      text,
      subject: subjectOf(reader, subject),
      reviewId: subject.reviewId,
      actionId: subject.actionId,
    }));

type Change = {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: string;
  readonly clock: string;
};

/** Moves and cancellations with their reasons, from the change log. */
const changesOf = (reader: Reader, id: string): MeetingDetail['changes'] =>
  reader
    .prepare<[string], Change>(
      `select c.field, c.old, c.new, o.reason, o.clock from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field in ('date', 'state') and o.reason <> '' and o.kind not in ('undo', 'redo')
         and ${inEffectSql('o')}
         and c.old is not c.new
       order by ${NEWEST_FIRST}, c.number desc`,
    )
    .all(id)
    .map((change) => ({ words: changeWords(change), reason: change.reason, at: clockToInstant(change.clock) }));

const changeWords = ({ field, old, new: next }: Change): string =>
  field === 'state'
    ? `${MEETING_STATE_LABELS[next as MeetingState] ?? next}, was ${(MEETING_STATE_LABELS[old as MeetingState] ?? old ?? '').toLowerCase()}`
    : `Moved from ${old === null ? 'no date' : formatDate(old)} to ${next === null ? 'no date' : formatDate(next)}`;
