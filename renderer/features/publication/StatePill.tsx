import { PUBLICATION_STATE_LABELS, type PublicationState } from '../../../db/domain/codes.ts';
import { Pill, type Tone } from '../../ui/index.ts';

const looks: Readonly<Record<PublicationState, readonly [Tone, string]>> = {
  'not-yet-decided': ['grey', '○'],
  planned: ['blue', '◷'],
  delayed: ['amber', '◆'],
  published: ['green', '●'],
  'taken-down': ['grey', '▽'],
  'not-to-be-published': ['grey', '✕'],
};

export function StatePill({ state }: { readonly state: PublicationState }) {
  const [tone, symbol] = looks[state];
  return (
    <Pill tone={tone} symbol={symbol}>
      {PUBLICATION_STATE_LABELS[state]}
    </Pill>
  );
}
