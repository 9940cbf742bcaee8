import type { BoardData } from '../../../db/contract/board.ts';
import { formatDate, isCivilDate } from '../../../db/domain/partial-date.ts';
import type { Option } from '../../ui/index.ts';

type Meeting = BoardData['meetings'][number];
type DatedMeeting = Meeting & { readonly date: string };

/** Stands for a date that is none of the board's meetings. */
export const ANOTHER_DATE = 'another-date';
export const NO_MEETING = 'no-meeting';

/** Meetings with an exact date that were not called off: those to come, the soonest first, then those held, the latest first. */
export const datedMeetings = (meetings: readonly Meeting[], today: string): readonly DatedMeeting[] => {
  const dated = meetings.filter(
    (meeting): meeting is DatedMeeting =>
      meeting.date !== null && isCivilDate(meeting.date) && meeting.state !== 'cancelled',
  );
  const byDate = [...dated].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return [...byDate.filter(({ date }) => date >= today), ...byDate.filter(({ date }) => date < today).toReversed()];
};

/** The next meeting of the body with that name, or of any body. */
export const nextMeeting = (meetings: readonly Meeting[], today: string, body?: string): DatedMeeting | null =>
  datedMeetings(meetings, today).find(
    ({ date, bodyName }) => date >= today && (body === undefined || bodyName === body),
  ) ?? null;

export const meetingOptions = (meetings: readonly Meeting[], today: string): readonly Option[] => [
  ...datedMeetings(meetings, today).map((meeting) => ({
    key: meeting.id,
    label: `${formatDate(meeting.date)}, ${meeting.title || meeting.bodyName}`,
    ...noteOf(meeting, today),
  })),
  { key: ANOTHER_DATE, label: 'Another date' },
  { key: NO_MEETING, label: 'No meeting date' },
];

const noteOf = ({ provisional, date }: DatedMeeting, today: string): { readonly note?: string } => {
  if (date < today) return { note: 'Already held' };
  return provisional === 1 ? { note: 'Provisional' } : {};
};
