/** How the tables of a pack name a meeting, its date and its items. */
import { MEETING_PURPOSE_LABELS, type MeetingPurpose } from '../../domain/codes.ts';
import { formatDate, latestDay } from '../../domain/partial-date.ts';
import type { Row } from '../../store/tables.ts';
import type { PackCell } from '../model.ts';
import type { PackSource } from './source.ts';

export type Meeting = Row<'meetings'> & { readonly body: string };

/** Meetings since the period began, and those ahead or without a date, by date. */
export const meetingsOfPeriod = ({ reader, since }: PackSource): readonly Meeting[] =>
  reader
    .prepare<[], Meeting>(
      `select m.*, b.name as body from meetings m join bodies b on b.id = m.bodyId
       where m.removed is null order by m.date is null, m.date, m.id`,
    )
    .all()
    .filter((meeting) => meeting.date === null || latestDay(meeting.date) >= since.day);

/** "Executive group: Extraordinary meeting". */
export const meetingName = ({ body, title }: Meeting): string => [body, title].filter(Boolean).join(': ');

export const meetingDate = ({ date, dateText, provisional, state }: Meeting): PackCell => {
  const words = [
    formatDate(date, dateText) || 'No date',
    provisional === 1 ? 'provisional' : '',
    state === 'cancelled' ? 'cancelled' : '',
  ];
  return { kind: 'date', sort: date, text: words.filter(Boolean).join(', ') };
};

/** "Section 11 audits (for discussion)". */
export const itemName = ({ title, purpose }: Row<'meetingItems'>): string =>
  `${title} (${MEETING_PURPOSE_LABELS[purpose as MeetingPurpose].toLowerCase()})`;
