import { useState } from 'react';
import { ACTION_STATE_LABELS, type ActionState } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { actionHref } from '../../../app/links.ts';
import { Button, MarkBeside, Menu, Notice } from '../../../ui/index.ts';
import { MoveStateDialog } from '../acts/MoveStateDialog.tsx';
import { RagPill } from '../RagPill.tsx';
import { useRagLevels } from '../use-rag-levels.ts';
import type { PartProps } from './ActionBody.tsx';

/** Where the action stands: its rating, its lateness in words, its state and the moves that are open to it. */
export function StandingPart({ detail }: PartProps) {
  const { action, words, mayMoveTo, supersededBy, supersedes, oddities } = detail;
  const [to, setTo] = useState<ActionState | null>(null);
  const levels = useRagLevels();
  const since = action.stateSince === null ? '' : ` since ${formatDate(action.stateSince)}`;
  const items = mayMoveTo.map(({ state, label, by, needsReason }) => ({
    key: state,
    label,
    note: `Decided by: ${by}${needsReason ? '. Asks for a reason' : ''}`,
    onChoose: () => setTo(state),
  }));
  return (
    <div className="action-standing">
      <div className="action-standing-line">
        {action.rag !== null && <RagPill code={action.rag} levels={levels} />}
        {action.ragFrom === 'confirmed' && <span className="ui-quiet">confirmed by the board</span>}
        <span>{words}</span>
      </div>
      <div className="action-standing-line">
        <span>
          <strong>{ACTION_STATE_LABELS[action.state]}</strong>
          {since}
        </span>
        <MarkBeside label="State" keptIn={{ table: 'actions', rowId: action.id, field: 'state' }} />
        {action.removed === null && items.length > 0 && (
          <Menu
            label="Move to"
            items={items}
            trigger={
              <Button size="small" icon="chevron-down">
                Move to…
              </Button>
            }
          />
        )}
      </div>
      {action.noUpdate && action.lastRequestedOn !== null && (
        <p className="action-no-update">No update since asked on {formatDate(action.lastRequestedOn)}</p>
      )}
      {supersededBy !== null && (
        <p>
          Superseded by <a href={actionHref(supersededBy.id)}>action {supersededBy.number}</a>
        </p>
      )}
      {supersedes.length > 0 && (
        <p>
          Supersedes{' '}
          {supersedes.map(({ id, number }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={actionHref(id)}>action {number}</a>
            </span>
          ))}
        </p>
      )}
      {oddities.length > 0 && (
        <Notice kind="warning" title="Dates to check">
          <ul className="action-oddities">
            {oddities.map((oddity) => (
              <li key={oddity}>{oddity}</li>
            ))}
          </ul>
        </Notice>
      )}
      {to !== null && (
        <MoveStateDialog subject={{ ids: [action.id], rows: [action] }} to={to} onClose={() => setTo(null)} />
      )}
    </div>
  );
}
