import type { MatrixRow } from '../../../../db/contract/themes.ts';
import { countOf, joinWords } from '../../../../db/domain/plain-words.ts';

export type MatrixCell = MatrixRow['cells'][number];

/** "The review, 2 recommendations and 1 action". */
export const cellWords = (cell: MatrixCell | undefined): string => {
  if (cell === undefined) return 'No link';
  const [, review, recommendations, actions] = cell;
  const words = joinWords([
    ...(review === 0 ? [] : ['the review']),
    ...(recommendations === 0 ? [] : [countOf(recommendations, 'recommendation', 'recommendations')]),
    ...(actions === 0 ? [] : [countOf(actions, 'action', 'actions')]),
  ]);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const cellOf = (row: MatrixRow | undefined, place: number): MatrixCell | undefined =>
  row?.cells.find(([theme]) => theme === place);
