import type { ListSearch } from '../../state/lists.ts';

export const MEETING_VIEWS = [
  { key: 'coming', label: 'Coming' },
  { key: 'asked', label: 'What is asked of them' },
  { key: 'year', label: 'The year' },
  { key: 'past', label: 'Past' },
  { key: 'attendance', label: 'Attendance' },
  { key: 'plan', label: 'Plan a year' },
] as const;

export type MeetingView = (typeof MEETING_VIEWS)[number]['key'];

export const searchToView = (search: ListSearch): MeetingView =>
  MEETING_VIEWS.find(({ key }) => key === search['view'])?.key ?? 'coming';

/** The year looked at: that of the address, else this one. */
export const searchToYear = (search: ListSearch, today: string): number => {
  const year = Number(search['year']);
  return Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : Number(today.slice(0, 4));
};

/** Years to choose from: those with meetings, this one and the next, the latest first. */
export const yearOptions = (years: readonly number[], chosen: number, today: string) => {
  const thisYear = Number(today.slice(0, 4));
  return [...new Set([...years, chosen, thisYear, thisYear + 1])]
    .toSorted((a, b) => b - a)
    .map((year) => ({ key: String(year), label: String(year) }));
};
