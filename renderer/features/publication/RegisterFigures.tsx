import { PUBLICATION_STATE_LABELS, PUBLICATION_STATES, type PublicationState } from '../../../db/domain/codes.ts';
import { listHref } from '../../app/links.ts';
import { Figure, Figures } from '../../ui/index.ts';

type RegisterFiguresProps = { readonly counts: Readonly<Record<PublicationState, number>> };

/** Reviews by publication state; each figure opens its list. */
export function RegisterFigures({ counts }: RegisterFiguresProps) {
  return (
    <Figures label="Reviews by publication state">
      {PUBLICATION_STATES.map((state) => (
        <Figure
          key={state}
          value={counts[state]}
          label={PUBLICATION_STATE_LABELS[state].toLowerCase()}
          tone={state === 'delayed' && counts[state] > 0 ? 'amber' : undefined}
          href={listHref('publication', { state: [state] })}
        />
      ))}
    </Figures>
  );
}
