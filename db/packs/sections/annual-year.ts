import { formatDate } from '../../domain/partial-date.ts';
import { type ReportedYear, reportedYearBefore, yearWords } from '../../domain/reported-year.ts';
import type { PackBlock } from '../model.ts';
import type { PackSource } from './source.ts';

type YearChosen = Pick<PackSource, 'options' | 'dataAsAt'>;

/** The year that an annual report is on: as chosen, else the one that ended on 31 March before the data's day. */
export const yearOf = ({ options, dataAsAt }: YearChosen): ReportedYear => options.year ?? reportedYearBefore(dataAsAt);

/** Which year it is; a year that has not ended is counted up to the data's day. */
export const yearBlock = (source: YearChosen): PackBlock => {
  const year = yearOf(source);
  const words = `The year from ${yearWords(year)}, by the dates that records carry.`;
  const isOver = year.until <= source.dataAsAt;
  return {
    kind: 'paragraph',
    text: isOver ? words : `${words} It has not ended: it is counted up to ${formatDate(source.dataAsAt)}.`,
  };
};

/** The year as far as it has come: nothing is counted that is still ahead. */
export const countedYear = (source: YearChosen): ReportedYear => {
  const year = yearOf(source);
  return year.until <= source.dataAsAt ? year : { ...year, until: source.dataAsAt };
};
