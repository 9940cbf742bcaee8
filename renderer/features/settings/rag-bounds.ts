import type { BoardData } from '../../../db/contract/board.ts';

type Bounds = Pick<
  BoardData['ragSchemes'][number]['levels'][number],
  'lower' | 'lowerInclusive' | 'upper' | 'upperInclusive'
>;

/** "more than 5 and up to and including 15"; which end belongs to the level is always said. Null when it computes nothing. */
export const boundsInWords = ({ lower, lowerInclusive, upper, upperInclusive }: Bounds): string | null => {
  const from = lower === null ? null : `${lowerInclusive === 1 ? 'from' : 'more than'} ${lower}`;
  const to = upper === null ? null : upperInclusive === 1 ? `up to and including ${upper}` : `less than ${upper}`;
  return from === null && to === null ? null : [from, to].filter(Boolean).join(' and ');
};
