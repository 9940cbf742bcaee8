/** What came from other laptops, in the words of the report: the same on the screen and on the command line. */
import { countOf, joinWords } from './plain-words.ts';

type Report = {
  readonly operations: number;
  readonly areas: readonly { readonly made: number; readonly changed: number }[];
  readonly conflictsTotal: number;
  readonly removals: readonly unknown[];
  readonly waiting: number;
};

/** "Took in 3 changes: 2 new records, 1 changed record and 0 conflicts to decide. Nothing is deleted." */
export const syncReportSentence = (report: Report, isPreview: boolean): string => {
  if (report.operations === 0) return 'Nothing new.';
  const sum = (of: 'made' | 'changed'): number => report.areas.reduce((total, area) => total + area[of], 0);
  const parts = [
    countOf(sum('made'), 'new record', 'new records'),
    countOf(sum('changed'), 'changed record', 'changed records'),
    `${countOf(report.conflictsTotal, 'conflict', 'conflicts')} to decide`,
  ];
  return `${isPreview ? 'Would bring' : 'Took in'} ${countOf(report.operations, 'change', 'changes')}: ${joinWords(parts)}. ${report.removals.length === 0 ? 'Nothing is deleted.' : 'What would go can be put back from the history.'}`;
};

/** Null when nothing waits. */
export const waitingSentence = ({ waiting }: Pick<Report, 'waiting'>): string | null =>
  waiting === 0 ? null : `${countOf(waiting, 'change waits', 'changes wait')} for what comes before.`;

/** "Laptop B’s clock is 3 years behind." */
export const clockBehindWords = (laptop: string, years: number): string =>
  `${laptop}’s clock is ${years === 1 ? 'a year' : `${years} years`} behind. Its changes stand after what was known there; put the clock right.`;
