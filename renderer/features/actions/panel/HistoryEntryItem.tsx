import type { HistoryEntry } from '../../../../db/contract/history.ts';
import { formatInstant } from '../../../app/format-instant.ts';
import { takeBack } from '../../../app/use-save.ts';
import { Button } from '../../../ui/index.ts';
import { RestoreValue } from '../../history/RestoreValue.tsx';

type Change = HistoryEntry['changes'][number];

type HistoryEntryItemProps = { readonly entry: HistoryEntry };

export function HistoryEntryItem({ entry }: HistoryEntryItemProps) {
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
            <RestoreValue operationId={entry.operationId} change={change} />
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
