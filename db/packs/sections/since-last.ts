import { formatDate } from '../../domain/partial-date.ts';
import { sinceBlocks } from '../since/blocks.ts';
import { directionOfTravel } from './charts.ts';
import type { SectionWriter } from './source.ts';

export const sinceLast: SectionWriter = (source) => {
  const { since, changes } = source;
  const { wasRecorded } = changes();
  return {
    id: 'since-last',
    heading: 'What changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `${wasRecorded ? 'Compared with the board as it was on' : 'From the end of'} ${formatDate(since.day)} (${since.words}).`,
      },
      ...sinceBlocks(changes()),
      ...directionOfTravel(source),
    ],
  };
};
