import { ATTENDANCE_LABELS, type Attendance } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { countOf } from '../../domain/plain-words.ts';
import type { Reader } from '../../service/context.ts';
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { column, text } from './cells.ts';
import { itemName, type Meeting, meetingDate, meetingName, meetingsOfPeriod } from './meeting-words.ts';
import type { PackSource } from './source.ts';

type Outcome = { readonly item: string; readonly outcome: string };

/** Who attended, what was deferred, what is still to be taken and what was a nil. Decisions stand in their own table. */
export const meetings = (source: PackSource): PackTable => ({
  kind: 'table',
  id: 'meetings',
  caption: 'Meetings of this period and to come',
  columns: [
    column('meeting', 'Meeting', 'text', 3.5),
    column('date', 'Date', 'date', 3),
    column('item', 'Item', 'text', 4),
    column('outcome', 'What came of it', 'text', 12),
  ],
  rows: meetingsOfPeriod(source).flatMap((meeting) =>
    outcomesOf(source.reader, meeting).map(({ item, outcome }) => [
      text(meetingName(meeting)),
      meetingDate(meeting),
      text(item),
      text(outcome),
    ]),
  ),
  nil: 'No meeting of this period or to come is recorded.',
});

const outcomesOf = (reader: Reader, meeting: Meeting): readonly Outcome[] => {
  const items = reader
    .prepare<[string], Row<'meetingItems'>>(
      'select * from meetingItems where meetingId = ? and removed is null order by position, id',
    )
    .all(meeting.id);
  const decisions = reader
    .prepare<[string], Row<'decisions'>>('select * from decisions where meetingId = ? and removed is null')
    .all(meeting.id);
  const outcomes = [
    ...attendance(reader, meeting),
    ...items.flatMap((item) => ofItem(reader, meeting, item, decisions)),
    ...(meeting.nilStatement === null ? [] : [{ item: 'Nil, as stated', outcome: meeting.nilStatement }]),
  ];
  if (outcomes.length > 0) return outcomes;
  return [{ item: '', outcome: outcomeOfAll(meeting, decisions.length) }];
};

const outcomeOfAll = ({ state }: Meeting, decisions: number): string => {
  if (decisions > 0) return `${countOf(decisions, 'decision', 'decisions')}: see “Decisions of meetings”`;
  return state === 'planned' ? 'Still to be held' : 'No item recorded';
};

/** An item that was decided is told by its decisions. */
const ofItem = (
  reader: Reader,
  meeting: Meeting,
  item: Row<'meetingItems'>,
  decisions: readonly Row<'decisions'>[],
): readonly Outcome[] => {
  const deferred = deferral(reader, item);
  if (deferred !== '') return [{ item: itemName(item), outcome: deferred }];
  if (decisions.some(({ meetingItemId }) => meetingItemId === item.id)) return [];
  return [
    { item: itemName(item), outcome: meeting.state === 'planned' ? 'Still to be taken' : 'No decision recorded' },
  ];
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
  return kinds.length === 0 ? [] : [{ item: 'Attendance', outcome: kinds.join(' ') }];
};
