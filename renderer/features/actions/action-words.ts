import type { ActionRow } from '../../../db/contract/actions.ts';
import type { BoardData } from '../../../db/contract/board.ts';
import { isOpen } from '../../../db/domain/action-states.ts';
import { OWNER_KIND_LABELS } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { dateInWords, type Option } from '../../ui/index.ts';

type Meeting = BoardData['meetings'][number];

/** "Executive Group, 8 May 2020". */
export const meetingWords = ({ bodyName, title, date, dateText }: Meeting): string =>
  [bodyName, title, dateInWords({ date, text: dateText })].filter((part) => part !== '').join(', ');

/** Meetings to choose from, the latest first. */
export const meetingOptions = (meetings: readonly Meeting[]): readonly Option[] =>
  meetings
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .map((meeting) => ({ key: meeting.id, label: meetingWords(meeting) }));

type Target = Pick<ActionRow, 'targetDate' | 'targetText' | 'targetMeetingId'>;

export const hasTarget = ({ targetDate, targetText, targetMeetingId }: Target): boolean =>
  targetDate !== null || targetText !== null || targetMeetingId !== null;

/** A target in words; "" when there is none. One that is a meeting is named by the meeting. */
export const targetWords = (target: Target, meetings: readonly Meeting[]): string => {
  const meeting = meetings.find(({ id }) => id === target.targetMeetingId);
  return meeting === undefined
    ? dateInWords({ date: target.targetDate, text: target.targetText })
    : meetingWords(meeting);
};

type Lateness = Pick<ActionRow, 'daysLate' | 'noUpdate' | 'lastRequestedOn' | 'targetDay' | 'state'>;

/** What is late about an action, most pressing first; "" when nothing is. */
export const latenessWords = ({ daysLate, noUpdate, lastRequestedOn, targetDay, state }: Lateness): string => {
  if (daysLate !== null) return `${daysLate.toLocaleString('en-GB')} ${daysLate === 1 ? 'day' : 'days'} late`;
  if (noUpdate) return `No update since asked on ${formatDate(lastRequestedOn)}`;
  return targetDay === null && isOpen(state) ? 'No target date' : '';
};

/** "Head of Service", "All members", "Nobody yet". */
export const ownerWords = ({ ownerKind, owner }: Pick<ActionRow, 'ownerKind' | 'owner'>): string =>
  owner === '' ? OWNER_KIND_LABELS[ownerKind] : owner;
