import type { AskedOfBody, AttendanceTable, MeetingRow, NamedMeeting } from '../contract/meetings.ts';
import type { Attendance } from '../domain/codes.ts';
import { latestDay } from '../domain/partial-date.ts';
import { askedOfBodies, isAskedBy } from './asked-of-bodies.ts';
import type { Reader } from './context.ts';

/** Over `m`. */
const ROW = `select m.*, b.name as bodyName,
    (select count(*) from meetingItems i where i.meetingId = m.id and i.removed is null) as items,
    (select count(*) from decisions d where d.meetingId = m.id and d.removed is null) as decisions,
    (select count(*) from actions a where a.meetingId = m.id and a.removed is null) as actions,
    (select count(distinct n.agencyId) from attendances n where n.meetingId = m.id and n.removed is null and n.attendance in ('present', 'deputised')) as attended,
    (select count(distinct n.agencyId) from attendances n where n.meetingId = m.id and n.removed is null) as expected
  from meetings m join bodies b on b.id = m.bodyId`;

const NAMED = `select m.id, b.name as body, m.title, m.date, m.dateText, m.state, m.provisional
  from meetings m join bodies b on b.id = m.bodyId`;

type Found = Omit<MeetingRow, 'isOverdue'>;

const isPast = (date: string | null, today: string): boolean => date !== null && latestDay(date) < today;

const toRow = (row: Found, today: string): MeetingRow => ({
  ...row,
  isOverdue: row.state === 'planned' && isPast(row.date, today),
});

export type ListQuestion = {
  readonly when: 'coming' | 'past' | 'year';
  readonly year?: number | undefined;
  readonly bodyId?: string | undefined;
};

export const listMeetings = (reader: Reader, today: string, { when, year, bodyId }: ListQuestion) => {
  const inYear = year === undefined ? null : String(year);
  const rows = reader
    .prepare<[{ inYear: string | null; bodyId: string | null }], Found>(
      `${ROW} where m.removed is null and (@bodyId is null or m.bodyId = @bodyId)
         and (@inYear is null or substr(m.date, 1, 4) = @inYear) order by m.date is null, m.date, m.id`,
    )
    .all({ inYear: when === 'coming' ? null : inYear, bodyId: bodyId ?? null })
    .map((row) => toRow(row, today));
  const isComing = (row: MeetingRow): boolean => row.state !== 'held' && !isPast(row.date, today);
  const years = reader
    .prepare<[], { year: number }>(
      'select distinct cast(substr(date, 1, 4) as integer) as year from meetings where removed is null and date is not null order by year desc',
    )
    .all()
    .map((row) => row.year);
  if (when === 'year') return { rows: rows.filter(({ date }) => date !== null), years };
  if (when === 'coming') return { rows: rows.filter(isComing), years };
  return { rows: rows.filter((row) => !isComing(row)).toReversed(), years };
};

export const meetingRow = (reader: Reader, today: string, id: string): MeetingRow | null => {
  const row = reader.prepare<[string], Found>(`${ROW} where m.id = ?`).get(id);
  return row === undefined ? null : toRow(row, today);
};

export const namedMeeting = (reader: Reader, id: string | null): NamedMeeting | null =>
  id === null ? null : (reader.prepare<[string], NamedMeeting>(`${NAMED} where m.id = ?`).get(id) ?? null);

/** The body's next meeting that could decide something: planned, and today at the earliest. */
export const nextMeetingOf = (reader: Reader, today: string, bodyId: string): NamedMeeting | null =>
  reader
    .prepare<[string], NamedMeeting>(
      `${NAMED} where m.bodyId = ? and m.state = 'planned' and m.removed is null and m.date is not null order by m.date, m.id`,
    )
    .all(bodyId)
    .find(({ date }) => !isPast(date, today)) ?? null;

/** The meetings of the same body just before and just after. */
export const neighboursOf = (
  reader: Reader,
  { id, bodyId, date }: { id: string; bodyId: string; date: string | null },
) => {
  const beside = (condition: string, order: string): NamedMeeting | null =>
    date === null
      ? null
      : (reader
          .prepare<[string, string, string], NamedMeeting>(
            `${NAMED} where m.bodyId = ? and m.id <> ? and m.removed is null and ${condition} order by m.date ${order}, m.id limit 1`,
          )
          .get(bodyId, id, date) ?? null);
  return { previous: beside('m.date < ?', 'desc'), next: beside('m.date > ?', 'asc') };
};

type AgendaItem = {
  readonly title: string;
  readonly purpose: string;
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
};

export const agendaOf = (reader: Reader, meetingId: string): readonly AgendaItem[] =>
  reader
    .prepare<[string], AgendaItem>(
      'select title, purpose, reviewId, externalReportId from meetingItems where meetingId = ? and removed is null',
    )
    .all(meetingId);

/** What each body is asked for, the bodies that meet soonest first. */
export const askedByMeeting = (reader: Reader, today: string): AskedOfBody[] => {
  const bodies = new Map<string, AskedOfBody>();
  for (const { bodyId, body, actions: _, ...asked } of askedOfBodies(reader)) {
    const meeting = bodies.get(bodyId)?.meeting ?? nextMeetingOf(reader, today, bodyId);
    const agenda = meeting === null ? [] : agendaOf(reader, meeting.id);
    const isOnAgenda = agenda.some((item) => isAskedBy({ ...asked, actions: [] }, item));
    const before = bodies.get(bodyId)?.asked ?? [];
    bodies.set(bodyId, { bodyId, body, meeting, asked: [...before, { ...asked, isOnAgenda }] });
  }
  const dateOf = ({ meeting }: AskedOfBody): string => meeting?.date ?? '9999';
  return [...bodies.values()].sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
};

type Cell = {
  readonly agencyId: string;
  readonly agency: string;
  readonly meetingId: string;
  readonly attendance: Attendance;
};

/** Of two posts of one agency the one that was there counts. */
const BEST: readonly Attendance[] = ['present', 'deputised', 'apologies', 'absent'];
const WAS_THERE: ReadonlySet<Attendance | null> = new Set<Attendance | null>(['present', 'deputised']);

/** Agency by meeting over a year: the meetings held whose attendance is recorded. */
export const attendanceTable = (reader: Reader, bodyId: string, year: number): AttendanceTable => {
  const meetings = reader
    .prepare<[string, string], NamedMeeting>(
      `${NAMED} where m.bodyId = ? and substr(m.date, 1, 4) = ? and m.state = 'held' and m.removed is null
         and exists (select 1 from attendances n where n.meetingId = m.id and n.removed is null) order by m.date, m.id`,
    )
    .all(bodyId, String(year));
  const cellsOf = reader.prepare<[string], Cell>(
    `select n.agencyId, g.name as agency, n.meetingId, n.attendance from attendances n join agencies g on g.id = n.agencyId
     where n.meetingId = ? and n.removed is null`,
  );
  const rows = new Map<string, { agency: string; cells: (Attendance | null)[] }>();
  for (const [at, meeting] of meetings.entries()) {
    for (const { agencyId, agency, attendance } of cellsOf.all(meeting.id)) {
      const row = rows.get(agencyId) ?? { agency, cells: meetings.map(() => null) };
      const before = row.cells[at] ?? null;
      row.cells[at] = before === null || BEST.indexOf(attendance) < BEST.indexOf(before) ? attendance : before;
      rows.set(agencyId, row);
    }
  }
  return {
    meetings,
    rows: [...rows]
      .map(([agencyId, { agency, cells }]) => ({
        agencyId,
        agency,
        cells,
        attended: cells.filter((cell) => WAS_THERE.has(cell)).length,
      }))
      .sort((a, b) => a.agency.localeCompare(b.agency)),
    totals: meetings.map((_, at) => {
      const recorded = [...rows.values()].map(({ cells }) => cells[at] ?? null).filter((cell) => cell !== null);
      return { attended: recorded.filter((cell) => WAS_THERE.has(cell)).length, recorded: recorded.length };
    }),
  };
};
