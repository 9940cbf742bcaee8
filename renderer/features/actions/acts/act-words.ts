import type { SavedMany } from '../../../../db/contract/actions.ts';

export type Refused = SavedMany['refused'][number];

/** "Changed the target of 13 actions: 12 changed, 1 left alone: 4.2 (It already has this target.)". */
export const actWords = (done: string, changed: number, refused: readonly Refused[]): string => {
  if (refused.length === 0) return changed === 1 ? done : `${done}: ${figure(changed)} changed`;
  const named = refused.slice(0, 2).map(({ number, why }) => `${number} (${why})`);
  const more = refused.length > 2 ? ` and ${figure(refused.length - 2)} more` : '';
  const left = `${figure(refused.length)} left alone: ${named.join(', ')}${more}`;
  return `${done}: ${figure(changed)} changed, ${left}`;
};

const figure = (count: number): string => count.toLocaleString('en-GB');
