import { ACTION_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Section } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';

/** Every state it was in: when it came to be so, whose decision that was, and why. */
export function MovesPart({ detail: { moves } }: PartProps) {
  return (
    <Section heading="States so far" count={moves.length} level={3}>
      {moves.length === 0 && <p className="ui-quiet">It has been in its first state since it was recorded.</p>}
      <ol className="action-entries">
        {moves.map(({ id, fromState, toState, date, body, reason }) => (
          <li key={id}>
            <p>
              <strong>{ACTION_STATE_LABELS[toState]}</strong>
              <span className="ui-quiet">
                {' '}
                after {ACTION_STATE_LABELS[fromState].toLowerCase()}
                {date === null ? '' : ` · ${formatDate(date)}`}
                {body === null ? '' : ` · ${body}`}
              </span>
            </p>
            {reason !== '' && <p className="action-reason">{reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
