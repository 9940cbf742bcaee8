import type { PublicationState } from '../../../../db/domain/codes.ts';
import type { Tone } from '../../../ui/index.ts';

/** The symbol and colour beside a publication state; the word is always there too. */
export const PUBLICATION_LOOKS: Readonly<Record<PublicationState, { readonly tone: Tone; readonly symbol: string }>> = {
  'not-yet-decided': { tone: 'grey', symbol: '○' },
  planned: { tone: 'blue', symbol: '●' },
  delayed: { tone: 'amber', symbol: '◆' },
  published: { tone: 'green', symbol: '✓' },
  'taken-down': { tone: 'grey', symbol: '▽' },
  'not-to-be-published': { tone: 'grey', symbol: '◇' },
};
