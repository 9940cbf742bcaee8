import type { ActionDetail } from '../../../../db/contract/actions.ts';
import type { HistoryEntry } from '../../../../db/contract/history.ts';
import { formatInstant } from '../../../app/format-instant.ts';
import { takeBack } from '../../../app/use-save.ts';
import { Button, showToast } from '../../../ui/index.ts';
import { editAction } from './edit-action.ts';

type Action = ActionDetail['action'];
type Change = HistoryEntry['changes'][number];

/** Fields whose history holds them word for word, so that an earlier text can be put back. */
const restorable = ['text', 'number', 'leadPost', 'owner', 'successMeasure'] as const;
type Restorable = (typeof restorable)[number];

type HistoryEntryItemProps = { readonly action: Action; readonly entry: HistoryEntry };

export function HistoryEntryItem({ action, entry }: HistoryEntryItemProps) {
  return (
    <li>
      <div className="action-entry-head">
        <span>
          {entry.words}
          <span className="ui-quiet">
            {' '}
            · {formatInstant(entry.at)}
            {entry.actor !== '' && ` · ${entry.actor}`}
          </span>
        </span>
        {entry.undoRefused === null && (
          <Button size="small" kind="quiet" onPress={() => void takeBack(entry.operationId)}>
            Undo
          </Button>
        )}
      </div>
      {entry.reason !== '' && <p className="action-reason">{entry.reason}</p>}
      <ul className="action-changes">
        {entry.changes.map((change) => (
          <li key={`${change.field} ${change.rowId}`}>
            <ChangeWords change={change} />
            <RestoreButton action={action} change={change} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function ChangeWords({ change: { label, old, new: now } }: { readonly change: Change }) {
  return (
    <span>
      {label}: {old !== null && <s>{old}</s>} {now ?? <span className="ui-quiet">nothing</span>}
    </span>
  );
}

function RestoreButton({
  action,
  change: { field, old, label },
}: {
  readonly action: Action;
  readonly change: Change;
}) {
  const name = restorable.find((candidate): candidate is Restorable => candidate === field);
  if (name === undefined || old === null || action[name] === old) return null;
  const restore = async (): Promise<void> => {
    const result = await editAction(action, name)(old);
    if (!result.ok) showToast({ message: result.message, isProblem: true });
  };
  return (
    <Button
      size="small"
      kind="quiet"
      onPress={() => void restore()}
      aria-label={`Restore the earlier ${label.toLowerCase()}`}
    >
      Restore the earlier
    </Button>
  );
}
