import type { ClockReadingRow } from '../../../../db/contract/reviews.ts';
import type { ClockState } from '../../../../db/domain/codes.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import type { Tone } from '../../../ui/index.ts';

type Look = { readonly tone: Tone; readonly symbol: string };

/** The symbol and colour beside a clock's state; the word is always there too. */
export const CLOCK_LOOKS: Readonly<Record<ClockState, Look>> = {
  waiting: { tone: 'grey', symbol: '○' },
  running: { tone: 'blue', symbol: '●' },
  met: { tone: 'green', symbol: '✓' },
  'met-late': { tone: 'amber', symbol: '◆' },
  breached: { tone: 'red', symbol: '▲' },
  relaxed: { tone: 'grey', symbol: '◇' },
};

/** "9 working days used, 6 left"; empty before it runs. */
export const usedWords = ({ used, remaining, late, clock }: ClockReadingRow): string => {
  const days = (count: number): string =>
    clock.unit === 'working-days' ? countOf(count, 'working day', 'working days') : countOf(count, 'day', 'days');
  return [
    used === null ? '' : `${days(used)} used`,
    remaining === null ? '' : `${days(remaining)} left`,
    late === null ? '' : `${days(late)} late`,
  ]
    .filter(Boolean)
    .join(', ');
};
