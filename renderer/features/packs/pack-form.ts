import type { BoardData } from '../../../db/contract/board.ts';
import type { PackFormat, PackOptions, PackSectionId } from '../../../db/contract/packs.ts';
import type { MeetingPurpose } from '../../../db/domain/codes.ts';
import { isCivilDate } from '../../../db/domain/partial-date.ts';
import { type DateValue, noDate } from '../../ui/index.ts';
import { ANOTHER_DATE, nextMeeting, NO_MEETING } from './meeting-choices.ts';
import { SECTIONS_IN_ORDER } from './pack-words.ts';

/** The cover is no choice: every pack has one. */
export type BodySection = Exclude<PackSectionId, 'cover'>;

/** The form as it was filled in, right or not. */
export type PackForm = {
  readonly title: string;
  readonly body: string;
  /** The id of a meeting, or one of the two words of meeting-choices.ts. */
  readonly meeting: string;
  readonly otherDate: DateValue;
  readonly purpose: MeetingPurpose;
  readonly marking: string;
  /** Every section besides the cover, in the order of the pack, chosen or not. */
  readonly sections: readonly { readonly id: BodySection; readonly isChosen: boolean }[];
  readonly asAt: DateValue;
  readonly formats: readonly PackFormat[];
};

/** Dates in which something is typed that cannot be read as one. Of the page, not of the form: what is typed goes with the page. */
export type UnreadableDates = { readonly otherDate: boolean; readonly asAt: boolean };

export const allReadable: UnreadableDates = { otherDate: false, asAt: false };

export type PackFormProblems = Partial<
  Record<'title' | 'body' | 'otherDate' | 'marking' | 'sections' | 'asAt', string>
>;

export const emptyPackForm = ({
  board,
  bodies,
  meetings,
  today,
}: Pick<BoardData, 'board' | 'bodies' | 'meetings' | 'today'>): PackForm => {
  const next = nextMeeting(meetings, today);
  return {
    title: 'Case reviews: status pack',
    body: next?.bodyName ?? bodies.find(({ kind }) => kind === 'board')?.name ?? bodies[0]?.name ?? '',
    meeting: next?.id ?? NO_MEETING,
    otherDate: noDate,
    purpose: 'information',
    marking: board.marking,
    sections: SECTIONS_IN_ORDER.map((id) => ({ id, isChosen: true })),
    asAt: noDate,
    formats: ['docx'],
  };
};

export const packFormProblems = (form: PackForm, unreadable: UnreadableDates, today: string): PackFormProblems => ({
  ...(form.title.trim() === '' && { title: 'Type a title.' }),
  ...(form.body.trim() === '' && { body: 'Choose the body that the pack is for, or type its name.' }),
  ...(form.marking.trim() === '' && { marking: 'Type the marking that stands on every page.' }),
  ...(!form.sections.some(({ isChosen }) => isChosen) && { sections: 'Choose at least one section.' }),
  ...(form.meeting === ANOTHER_DATE && otherDateProblem(form.otherDate, unreadable.otherDate)),
  ...asAtProblem(form.asAt, unreadable.asAt, today),
});

/** What the data process is asked for; null while the form has a problem. */
export const packFormToOptions = (
  form: PackForm,
  unreadable: UnreadableDates,
  { meetings, today }: Pick<BoardData, 'meetings' | 'today'>,
): PackOptions | null => {
  if (Object.keys(packFormProblems(form, unreadable, today)).length > 0) return null;
  return {
    title: form.title.trim(),
    body: form.body.trim(),
    meetingDate:
      form.meeting === ANOTHER_DATE
        ? form.otherDate.date
        : (meetings.find(({ id }) => id === form.meeting)?.date ?? null),
    purpose: form.purpose,
    marking: form.marking.trim(),
    sections: ['cover', ...form.sections.filter(({ isChosen }) => isChosen).map(({ id }) => id)],
    asAt: form.asAt.date,
  };
};

const isExactDay = ({ date, text }: DateValue): boolean => text === null && date !== null && isCivilDate(date);

const otherDateProblem = (otherDate: DateValue, isUnreadable: boolean): PackFormProblems =>
  isUnreadable || !isExactDay(otherDate) ? { otherDate: 'Type the day of the meeting, such as 8 May 2020.' } : {};

const asAtProblem = (asAt: DateValue, isUnreadable: boolean, today: string): PackFormProblems => {
  const isEmpty = asAt.date === null && asAt.text === null;
  if (isEmpty && !isUnreadable) return {};
  if (isUnreadable || !isExactDay(asAt)) return { asAt: 'Type a whole day for “As at”, such as 8 May 2020.' };
  return (asAt.date ?? '') > today ? { asAt: '“As at” has not come yet. Type today or a day before it.' } : {};
};
