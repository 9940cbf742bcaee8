import type { BoardData } from '../../../db/contract/board.ts';
import type { PackFormat, PackOptions, PackSectionId } from '../../../db/contract/packs.ts';
import type { MeetingPurpose, PackAudience } from '../../../db/domain/codes.ts';
import { PUBLIC_MARKING } from '../../../db/domain/identifying-words.ts';
import { isCivilDate } from '../../../db/domain/partial-date.ts';
import { reportedYearBefore } from '../../../db/domain/reported-year.ts';
import { type DateValue, noDate } from '../../ui/index.ts';
import { ANOTHER_DATE, nextMeeting, NO_MEETING } from './meeting-choices.ts';
import { type PackTemplate, titleBy } from './pack-template.ts';
import { sectionsChosen, sectionsOf } from './section-order.ts';

/** The cover is no choice: every pack has one. */
export type BodySection = Exclude<PackSectionId, 'cover'>;

/** The form as it was filled in, right or not. */
export type PackForm = {
  /** The name of the template that it was begun from; '' for none. */
  readonly templateName: string;
  readonly audience: PackAudience;
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
  /** What "what changed" begins from: one of the two words below, or the id of an earlier pack. */
  readonly since: string;
  readonly sinceDay: DateValue;
  readonly reviewId: string | null;
  readonly agencyId: string | null;
  /** Null: the year that ended last. */
  readonly year: { readonly from: DateValue; readonly until: DateValue } | null;
  readonly formats: readonly PackFormat[];
};

/** The form survives going to another place and back under this name. */
export const PACK_DRAFT = 'status pack';

export const SINCE_LAST_MEETING = 'last-meeting';
export const SINCE_A_DAY = 'day';

/** Dates in which something is typed that cannot be read as one. Of the page, not of the form: what is typed goes with the page. */
export type UnreadableDates = Readonly<Record<'otherDate' | 'asAt' | 'sinceDay' | 'yearFrom' | 'yearUntil', boolean>>;

export const allReadable: UnreadableDates = {
  otherDate: false,
  asAt: false,
  sinceDay: false,
  yearFrom: false,
  yearUntil: false,
};

type Field =
  | 'title'
  | 'body'
  | 'otherDate'
  | 'marking'
  | 'sections'
  | 'asAt'
  | 'sinceDay'
  | 'review'
  | 'agency'
  | 'year';
export type PackFormProblems = Partial<Record<Field, string>>;

type FormSource = Pick<BoardData, 'board' | 'bodies' | 'meetings' | 'today'>;

/** A form that nobody has filled in yet, begun from the first template. */
export const emptyPackForm = (
  { board, bodies, meetings, today }: FormSource,
  [template = noTemplate]: readonly PackTemplate[],
): PackForm => {
  const next = nextMeeting(meetings, today);
  return {
    templateName: template.name,
    audience: template.audience,
    title: titleBy(template.name),
    body: next?.bodyName ?? bodies.find(({ kind }) => kind === 'board')?.name ?? bodies[0]?.name ?? '',
    meeting: next?.id ?? NO_MEETING,
    otherDate: noDate,
    purpose: template.purpose,
    marking: template.audience === 'public' ? PUBLIC_MARKING : board.marking,
    sections: sectionsChosen(template.sections),
    asAt: noDate,
    since: SINCE_LAST_MEETING,
    sinceDay: noDate,
    reviewId: null,
    agencyId: null,
    year: null,
    formats: ['docx'],
  };
};

const noTemplate: PackTemplate = {
  name: '',
  description: '',
  audience: 'board',
  purpose: 'information',
  sections: [],
  code: '',
};

/** What goes with another audience: its marking, where that of the other audience stands. */
export const withAudience = (form: PackForm, audience: PackAudience, boardMarking: string): Partial<PackForm> => {
  if (audience === 'public') return { audience, ...(form.marking === boardMarking && { marking: PUBLIC_MARKING }) };
  return { audience, ...(form.marking === PUBLIC_MARKING && { marking: boardMarking }) };
};

/** What choosing a template changes; a title that somebody typed stays. */
export const withTemplate = (form: PackForm, template: PackTemplate, boardMarking: string): Partial<PackForm> => ({
  ...withAudience(form, template.audience, boardMarking),
  templateName: template.name,
  purpose: template.purpose,
  sections: sectionsChosen(template.sections),
  ...(form.title === titleBy(form.templateName) && { title: titleBy(template.name) }),
});

/** The form is no longer what its template says. */
export const differsFrom = (form: PackForm, template: PackTemplate): boolean =>
  form.audience !== template.audience ||
  form.purpose !== template.purpose ||
  sectionsOf(form).join() !== template.sections.filter((id) => id !== 'cover').join();

/** Which further choices the chosen sections ask for. */
export const choicesAsked = (
  form: PackForm,
): { readonly review: boolean; readonly agency: boolean; readonly year: boolean } => {
  const sections = sectionsOf(form);
  return {
    review: sections.includes('review-briefing'),
    agency: sections.includes('agency'),
    year: sections.some((id) => id.startsWith('annual-')),
  };
};

/** The year that the form means: what was entered, else the one that ended last. */
export const yearOf = (
  { year, asAt }: Pick<PackForm, 'year' | 'asAt'>,
  today: string,
): NonNullable<PackForm['year']> => {
  if (year !== null) return year;
  const { from, until } = reportedYearBefore(asAt.date !== null && isCivilDate(asAt.date) ? asAt.date : today);
  return { from: { date: from, text: null }, until: { date: until, text: null } };
};

export const packFormProblems = (form: PackForm, unreadable: UnreadableDates, today: string): PackFormProblems => {
  const asked = choicesAsked(form);
  return {
    ...(form.title.trim() === '' && { title: 'Type a title.' }),
    ...(form.body.trim() === '' && { body: 'Choose the body that the pack is for, or type its name.' }),
    ...(form.marking.trim() === '' && { marking: 'Type the marking that stands on every page.' }),
    ...(sectionsOf(form).length === 0 && { sections: 'Choose at least one section.' }),
    ...(asked.review && form.reviewId === null && { review: 'Choose the review that the briefing is on.' }),
    ...(asked.agency && form.agencyId === null && { agency: 'Choose the agency that the pack is on.' }),
    ...(asked.year && yearProblem(yearOf(form, today), unreadable)),
    ...(form.meeting === ANOTHER_DATE && otherDateProblem(form.otherDate, unreadable.otherDate)),
    ...(form.since === SINCE_A_DAY && sinceProblem(form.sinceDay, unreadable.sinceDay, today)),
    ...asAtProblem(form.asAt, unreadable.asAt, today),
  };
};

/** What the data process is asked for; null while the form has a problem. */
export const packFormToOptions = (
  form: PackForm,
  unreadable: UnreadableDates,
  { meetings, today }: Pick<BoardData, 'meetings' | 'today'>,
): PackOptions | null => {
  if (Object.keys(packFormProblems(form, unreadable, today)).length > 0) return null;
  const asked = choicesAsked(form);
  const { from, until } = yearOf(form, today);
  return {
    title: form.title.trim(),
    body: form.body.trim(),
    meetingDate:
      form.meeting === ANOTHER_DATE
        ? form.otherDate.date
        : (meetings.find(({ id }) => id === form.meeting)?.date ?? null),
    purpose: form.purpose,
    marking: form.marking.trim(),
    sections: ['cover', ...sectionsOf(form)],
    asAt: form.asAt.date,
    audience: form.audience,
    templateName: form.templateName,
    since: sinceOf(form),
    reviewId: asked.review ? form.reviewId : null,
    agencyId: asked.agency ? form.agencyId : null,
    year: asked.year && from.date !== null && until.date !== null ? { from: from.date, until: until.date } : null,
  };
};

const sinceOf = ({ since, sinceDay }: PackForm): PackOptions['since'] => {
  if (since === SINCE_LAST_MEETING) return null;
  if (since !== SINCE_A_DAY) return { kind: 'pack', packId: since };
  return sinceDay.date === null ? null : { kind: 'day', day: sinceDay.date };
};

const isExactDay = ({ date, text }: DateValue): boolean => text === null && date !== null && isCivilDate(date);
const isEmpty = ({ date, text }: DateValue): boolean => date === null && text === null;

const otherDateProblem = (otherDate: DateValue, isUnreadable: boolean): PackFormProblems =>
  isUnreadable || !isExactDay(otherDate) ? { otherDate: 'Type the day of the meeting, such as 8 May 2020.' } : {};

const sinceProblem = (day: DateValue, isUnreadable: boolean, today: string): PackFormProblems => {
  if (isUnreadable || !isExactDay(day))
    return { sinceDay: 'Type the day that changes are counted from, such as 8 May 2020.' };
  return (day.date ?? '') > today ? { sinceDay: 'The day that changes are counted from has not come yet.' } : {};
};

const yearProblem = ({ from, until }: NonNullable<PackForm['year']>, unreadable: UnreadableDates): PackFormProblems => {
  if (unreadable.yearFrom || unreadable.yearUntil || !isExactDay(from) || !isExactDay(until))
    return { year: 'Type the first and the last day of the year, such as 1 April 2019 and 31 March 2020.' };
  return (from.date ?? '') >= (until.date ?? '') ? { year: 'The year ends before it begins.' } : {};
};

const asAtProblem = (asAt: DateValue, isUnreadable: boolean, today: string): PackFormProblems => {
  if (isEmpty(asAt) && !isUnreadable) return {};
  if (isUnreadable || !isExactDay(asAt)) return { asAt: 'Type a whole day for “As at”, such as 8 May 2020.' };
  return (asAt.date ?? '') > today ? { asAt: '“As at” has not come yet. Type today or a day before it.' } : {};
};
