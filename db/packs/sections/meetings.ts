import { ATTENDANCE_LABELS, type Attendance, MEETING_PURPOSE_LABELS, type MeetingPurpose } from '../../domain/codes.ts';
import { formatDate, latestDay } from '../../domain/partial-date.ts';
import type { Reader } from '../../service/context.ts';
import type { Row } from '../../store/tables.ts';
import type { PackCell, PackTable } from '../model.ts';
import { column, text, withoutEmpty } from './cells.ts';
import type { PackSource } from './source.ts';

type Meeting = Row<'meetings'> & { readonly body: string };
type Outcome = { readonly item: string; readonly outcome: string; readonly minute: string };

/** Meetings since the period began, and those ahead or without a date: each item with its decision, deferral or nil. */
export const meetings = ({ reader, since }: PackSource): PackTable => {
  const held = reader
    .prepare<[], Meeting>(
      `select m.*, b.name as body from meetings m join bodies b on b.id = m.bodyId
       where m.removed is null order by m.date is null, m.date, m.id`,
    )
    .all()
    .filter((meeting) => meeting.date === null || latestDay(meeting.date) >= since.day);
  return withoutEmpty(['minute'], {
    kind: 'table',
    id: 'meetings',
    caption: 'Meetings and what they decided',
    columns: [
      column('meeting', 'Meeting', 'text', 4),
      column('date', 'Date', 'date', 3),
      column('item', 'Item', 'text', 5),
      column('outcome', 'What came of it', 'text', 8),
      column('minute', 'Minute', 'text', 3),
    ],
    rows: held.flatMap((meeting) =>
      outcomesOf(reader, meeting).map(({ item, outcome, minute }) => [
        text([meeting.body, meeting.title].filter(Boolean).join(': ')),
        dateOf(meeting),
        text(item),
        text(outcome),
        text(minute),
      ]),
    ),
    nil: 'No meeting of this period or to come is recorded.',
  });
};

const dateOf = ({ date, dateText, provisional, state }: Meeting): PackCell => {
  const words = [
    formatDate(date, dateText) || 'No date',
    provisional === 1 ? 'provisional' : '',
    state === 'cancelled' ? 'cancelled' : '',
  ];
  return { kind: 'date', sort: date, text: words.filter(Boolean).join(', ') };
};

const outcomesOf = (reader: Reader, meeting: Meeting): readonly Outcome[] => {
  const items = reader
    .prepare<[string], Row<'meetingItems'>>(
      'select * from meetingItems where meetingId = ? and removed is null order by position, id',
    )
    .all(meeting.id);
  const decisions = reader
    .prepare<[string], Row<'decisions'>>(
      'select * from decisions where meetingId = ? and removed is null order by position, id',
    )
    .all(meeting.id);
  const outcomes = [
    ...attendance(reader, meeting),
    ...items.flatMap((item) => ofItem(reader, meeting, item, decisions)),
    ...decisions.filter(({ meetingItemId }) => meetingItemId === null).map((decision) => decided('Decision', decision)),
    ...(meeting.nilStatement === null ? [] : [plain('Nil, as stated', meeting.nilStatement)]),
  ];
  if (outcomes.length > 0) return outcomes;
  return [plain('', meeting.state === 'planned' ? 'Still to be held' : 'No item recorded')];
};

const plain = (item: string, outcome: string): Outcome => ({ item, outcome, minute: '' });
const decided = (item: string, { text: outcome, minuteReference: minute }: Row<'decisions'>): Outcome => ({
  item,
  outcome,
  minute,
});

const ofItem = (
  reader: Reader,
  meeting: Meeting,
  item: Row<'meetingItems'>,
  decisions: readonly Row<'decisions'>[],
): readonly Outcome[] => {
  const title = `${item.title} (${MEETING_PURPOSE_LABELS[item.purpose as MeetingPurpose].toLowerCase()})`;
  const deferred = deferral(reader, item);
  const outcomes = [
    ...decisions.filter(({ meetingItemId }) => meetingItemId === item.id).map((decision) => decided(title, decision)),
    ...(deferred === '' ? [] : [plain(title, deferred)]),
  ];
  if (outcomes.length > 0) return outcomes;
  return [plain(title, meeting.state === 'planned' ? 'Still to be taken' : 'No decision recorded')];
};

const deferral = (reader: Reader, { deferredText, deferredToMeetingId }: Row<'meetingItems'>): string => {
  if (deferredText) return `Deferred ${deferredText}`;
  if (deferredToMeetingId === null) return '';
  const to = reader
    .prepare<[string], { body: string; date: string | null; dateText: string | null }>(
      'select b.name as body, m.date, m.dateText from meetings m join bodies b on b.id = m.bodyId where m.id = ?',
    )
    .get(deferredToMeetingId);
  return ['Deferred to the meeting of', to?.body, formatDate(to?.date ?? null, to?.dateText ?? null)]
    .filter(Boolean)
    .join(' ');
};

/** "Present: Police; Housing (Head of service). Apologies: Probation." */
const attendance = (reader: Reader, { id }: Meeting): readonly Outcome[] => {
  const rows = reader
    .prepare<[string], { attendance: Attendance; post: string; agency: string }>(
      `select n.attendance, n.post, g.name as agency from attendances n join agencies g on g.id = n.agencyId
       where n.meetingId = ? and n.removed is null order by g.name, n.id`,
    )
    .all(id);
  const kinds = (Object.keys(ATTENDANCE_LABELS) as Attendance[]).flatMap((kind) => {
    const named = rows
      .filter((row) => row.attendance === kind)
      .map(({ agency, post }) => (post === '' ? agency : `${agency} (${post})`));
    return named.length === 0 ? [] : [`${ATTENDANCE_LABELS[kind]}: ${named.join('; ')}.`];
  });
  return kinds.length === 0 ? [] : [plain('Attendance', kinds.join(' '))];
};
