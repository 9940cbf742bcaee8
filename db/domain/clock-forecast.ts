/** When the event that stops a clock is expected, said beside its due date: in time, after it, or not to be told from a date this rough. */
import { formatDate } from './date-words.ts';
import { type CivilDate, daysBetween, earliestDay, latestDay, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export type ClockForecast = {
  readonly date: PartialDate | null;
  readonly text: string | null;
  readonly isLate: boolean;
  readonly words: string;
};

/** Null when nothing is expected. A forecast whose own day has passed says so: it needs another. */
export const readForecast = (
  { date, text }: { readonly date: PartialDate | null; readonly text: string | null },
  dueOn: CivilDate | null,
  today: CivilDate,
): ClockForecast | null => {
  if (date === null) return text ? { date, text, isLate: false, words: `Forecast: “${text}”` } : null;
  const when = text ? `“${text}”` : formatDate(date);
  const passed = latestDay(date) < today ? '; that has passed, give another forecast' : '';
  const { isLate, words } = againstDue(date, dueOn);
  return { date, text, isLate, words: `Forecast ${when}${words}${passed}` };
};

const againstDue = (
  date: PartialDate,
  dueOn: CivilDate | null,
): { readonly isLate: boolean; readonly words: string } => {
  if (dueOn === null) return { isLate: false, words: '' };
  const [first, last] = [earliestDay(date), latestDay(date)];
  if (first > dueOn) {
    const atLeast = first === last ? '' : 'at least ';
    return { isLate: true, words: `, ${atLeast}${countOf(daysBetween(dueOn, first), 'day', 'days')} after it is due` };
  }
  return last <= dueOn
    ? { isLate: false, words: ', in time' }
    : { isLate: false, words: `, which may be after it is due on ${formatDate(dueOn)}` };
};
