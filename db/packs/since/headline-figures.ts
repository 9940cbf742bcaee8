/** The figures a pack is headed by, then and now. */
import type { OverviewData } from '../../contract/overview.ts';
import { readOverview } from '../../service/overview.ts';
import type { HeadlineChange } from './model.ts';
import type { Moment } from './moment.ts';

export type HeadlineCounts = OverviewData['counts'];

/** In the order they are printed. `better`: which way is good; null where neither is, such as how many reviews there are. */
export const HEADLINE_MEASURES = [
  { measure: 'reviews', label: 'Reviews on the register', better: null },
  { measure: 'liveReviews', label: 'Live reviews', better: null },
  { measure: 'lateReviews', label: 'Reviews with a clock past its due date', better: 'fewer' },
  { measure: 'breachedClocks', label: 'Clocks past their due date', better: 'fewer' },
  { measure: 'completeUnpublished', label: 'Reviews complete and not published', better: 'fewer' },
  { measure: 'actions', label: 'Actions', better: null },
  { measure: 'openActions', label: 'Open actions', better: null },
  { measure: 'overdueActions', label: 'Open actions overdue', better: 'fewer' },
  { measure: 'dueSoonActions', label: 'Open actions due soon', better: null },
  { measure: 'noUpdateActions', label: 'Open actions with no update received', better: 'fewer' },
  { measure: 'noTargetActions', label: 'Open actions without a target date', better: 'fewer' },
  { measure: 'awaitingSignOffActions', label: 'Actions awaiting sign-off', better: null },
] as const satisfies readonly {
  readonly measure: keyof HeadlineCounts;
  readonly label: string;
  readonly better: 'fewer' | 'more' | null;
}[];

export const readCounts = ({ reader, day, calendar }: Moment): HeadlineCounts =>
  readOverview(reader, day, calendar).counts;

export const compareHeadlines = (then: HeadlineCounts | null, now: HeadlineCounts): readonly HeadlineChange[] =>
  HEADLINE_MEASURES.map(({ measure, label, better }) => {
    const [before, after] = [then === null ? null : then[measure], now[measure]];
    return { measure, label, before, after, ...differenceBetween(before, after, better) };
  });

/** The difference with its arrow and words; better or worse only where one direction is clearly good. */
export const differenceBetween = (
  then: number | null,
  now: number,
  better: 'fewer' | 'more' | null,
): Pick<HeadlineChange, 'difference' | 'symbol' | 'words'> => {
  if (then === null) return { difference: null, symbol: '–', words: 'not known then' };
  const difference = now - then;
  if (difference === 0) return { difference, symbol: '=', words: 'no change' };
  const direction = difference > 0 ? 'more' : 'fewer';
  const judged = better === null ? '' : better === direction ? ', better' : ', worse';
  return { difference, symbol: difference > 0 ? '↑' : '↓', words: `${Math.abs(difference)} ${direction}${judged}` };
};
