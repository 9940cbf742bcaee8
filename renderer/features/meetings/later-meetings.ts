import type { BoardData } from '../../../db/contract/board.ts';
import { useBoard } from '../../app/use-board.ts';
import type { Option } from '../../ui/index.ts';
import { meetingWords } from '../actions/action-words.ts';

type Meeting = Pick<BoardData['meetings'][number], 'id' | 'bodyId' | 'date'>;

/** Meetings that an item can be carried to: planned and not before this one; those of the same body first, the soonest first. */
export const useLaterMeetings = (from: Meeting): readonly Option[] => {
  const { meetings } = useBoard();
  const own = (meeting: Meeting): number => Number(meeting.bodyId !== from.bodyId);
  return meetings
    .filter(({ id, state, date }) => id !== from.id && state === 'planned' && (date ?? '9999') >= (from.date ?? ''))
    .toSorted((a, b) => own(a) - own(b) || (a.date ?? '9999').localeCompare(b.date ?? '9999'))
    .map((meeting) => ({ key: meeting.id, label: meetingWords(meeting) }));
};
