import { addMonths } from '../../db/domain/partial-date.ts';

export type DayToLookAt = { readonly day: string; readonly label: string };

type Known = {
  readonly today: string;
  readonly firstDay: string;
  readonly meetings: readonly { readonly date: string | null; readonly bodyName: string; readonly state: string }[];
};

const mostMeetings = 3;

/** Earlier days that are worth a look: the last meetings, the end of last month, of the financial year, and a year ago. */
export const daysToLookAt = ({ today, firstDay, meetings }: Known): readonly DayToLookAt[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const marchYear = today > `${year}-03-31` ? year : year - 1;
  const held = meetings
    .flatMap(({ date, bodyName, state }) =>
      date !== null && date.length === 10 && date < today && state !== 'cancelled'
        ? [{ day: date, label: `Meeting: ${bodyName}` }]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, mostMeetings);
  const others: readonly DayToLookAt[] = [
    { day: lastDayOfMonthBefore(year, month), label: 'End of last month' },
    { day: `${marchYear}-03-31`, label: 'End of the financial year' },
    { day: addMonths(today, -12), label: 'A year ago' },
  ];
  const seen = new Set<string>();
  return [...held, ...others].filter(({ day }) => {
    if (day < firstDay || day >= today || seen.has(day)) return false;
    seen.add(day);
    return true;
  });
};

const lastDayOfMonthBefore = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
