import type { LadderReading } from '../../../../db/contract/reviews.ts';
import type { Tone } from '../../../ui/index.ts';

type StepState = LadderReading['steps'][number]['state'];

/** The symbol, colour and word of a step's state. */
export const STEP_LOOKS: Readonly<
  Record<StepState, { readonly tone: Tone; readonly symbol: string; readonly word: string }>
> = {
  met: { tone: 'green', symbol: '✓', word: 'Given' },
  'met-with-conditions': { tone: 'amber', symbol: '◆', word: 'With conditions' },
  outstanding: { tone: 'grey', symbol: '○', word: 'Outstanding' },
  deferred: { tone: 'amber', symbol: '◇', word: 'Deferred' },
  rejected: { tone: 'red', symbol: '▲', word: 'Rejected' },
};

export const SUBJECT_WORDS = { report: 'Report', plan: 'Action plan', action: 'Action' } as const;
