/** Where one agency's check of the draft for facts stands, and a round of it as a whole. */
import { daysBetween, formatDate, latestDay, type PartialDate } from './partial-date.ts';
import { countOf } from './plain-words.ts';

export type AccuracyDates = {
  readonly sentOn: PartialDate | null;
  readonly dueOn: PartialDate | null;
  readonly returnedOn: PartialDate | null;
};

export type AccuracyState = 'out' | 'late' | 'returned';

export const accuracyState = ({ dueOn, returnedOn }: AccuracyDates, today: string): AccuracyState => {
  if (returnedOn !== null) return 'returned';
  return dueOn !== null && latestDay(dueOn) < today ? 'late' : 'out';
};

export const accuracyWords = (dates: AccuracyDates, today: string): string => {
  switch (accuracyState(dates, today)) {
    case 'returned':
      return `Returned ${formatDate(dates.returnedOn)}`;
    case 'late': {
      const due = dates.dueOn ?? today;
      return `${countOf(daysBetween(latestDay(due), today), 'day', 'days')} late, was due ${formatDate(due)}`;
    }
    case 'out':
      return dates.dueOn === null ? 'With the agency, no date set' : `Due ${formatDate(dates.dueOn)}`;
  }
};

/** "2 of 5 returned, 1 late". */
export const roundInShort = (round: readonly AccuracyDates[], today: string): string => {
  const states = round.map((dates) => accuracyState(dates, today));
  const late = states.filter((state) => state === 'late').length;
  const returned = states.filter((state) => state === 'returned').length;
  return [`${returned} of ${round.length} returned`, ...(late > 0 ? [`${late} late`] : [])].join(', ');
};
