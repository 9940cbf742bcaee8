import type { MeetingItem, NamedMeeting } from '../../../db/contract/meetings.ts';
import { MEETING_STATE_LABELS, type MeetingState } from '../../../db/domain/codes.ts';
import { formatDate, formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import type { Tone } from '../../ui/index.ts';

type Dated = { readonly date: string | null; readonly dateText: string | null };

/** "Tuesday 12 January 2027", "January 2027", "date to be set". */
export const dateWords = ({ date, dateText }: Dated): string =>
  formatDateWithWeekday(date, dateText) || 'Date to be set';

/** "Executive group, 12 January 2027". */
export const meetingName = ({ body, title, date, dateText }: NamedMeeting): string =>
  [body, title, formatDate(date, dateText)].filter(Boolean).join(', ');

type Standing = { readonly state: string; readonly provisional: number; readonly isOverdue?: boolean };

type Look = { readonly tone: Tone; readonly symbol: string; readonly word: string };

/** How a meeting stands, as a pill. */
export const meetingLook = ({ state, provisional, isOverdue = false }: Standing): Look => {
  if (isOverdue) return { tone: 'amber', symbol: '◆', word: 'Not recorded as held' };
  if (state === 'held') return { tone: 'green', symbol: '✓', word: MEETING_STATE_LABELS.held };
  if (state === 'cancelled') return { tone: 'grey', symbol: '✕', word: MEETING_STATE_LABELS.cancelled };
  return provisional === 1
    ? { tone: 'grey', symbol: '○', word: 'Provisional' }
    : { tone: 'blue', symbol: '●', word: MEETING_STATE_LABELS[state as MeetingState] ?? state };
};

/** "Deferred to the meeting of the Executive group, 9 March 2027", "Deferred to an extraordinary meeting"; "" when it was taken. */
export const deferralWords = ({ deferredTo, deferredText }: MeetingItem): string => {
  if (deferredTo !== null) return `Deferred to ${meetingName(deferredTo)}`;
  return deferredText === null ? '' : `Deferred ${deferredText}`;
};
