import { formatDate } from '../../domain/partial-date.ts';
import { sinceBlocks } from '../since/blocks.ts';
import { changesBetween } from '../since/changes-between.ts';
import { directionOfTravel } from './charts.ts';
import type { SectionWriter } from './source.ts';

export const sinceLast: SectionWriter = (source) => {
  const { reader, dataAsAt, calendar, since, before, overview } = source;
  return {
    id: 'since-last',
    heading: 'What changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `Compared with the board as it was on ${formatDate(since.day)} (${since.words}).`,
      },
      ...sinceBlocks(changesBetween(before(), { reader, day: dataAsAt, calendar }, since.day, overview().counts)),
      ...directionOfTravel(source),
    ],
  };
};
