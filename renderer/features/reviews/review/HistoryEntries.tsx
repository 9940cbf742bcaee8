import type { HistoryEntry } from '../../../../db/contract/history.ts';
import { formatInstant } from '../../../app/format-instant.ts';
import { takeBack } from '../../../app/use-save.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { RestoreValue } from '../../history/RestoreValue.tsx';
import { useOpenHistory } from './record-history.ts';

type Change = HistoryEntry['changes'][number];

export type HistoryEntriesProps = {
  readonly entries: readonly HistoryEntry[];
  /** The record they all belong to is named above them. */
  readonly isOfOneRecord?: boolean;
};

/** Changes as sentences: who, when, what it was and what it is. */
export function HistoryEntries({ entries, isOfOneRecord = false }: HistoryEntriesProps) {
  if (entries.length === 0) return <p className="ui-quiet">No change is recorded.</p>;
  return (
    <ol className="review-history">
      {entries.map((entry) => (
        <li key={entry.operationId}>
          <div className="review-history-head">
            <p>
              <strong>{entry.words}</strong>
              <span className="ui-quiet">
                {' '}
                · {entry.actor || 'Unknown post'} · {formatInstant(entry.at)}
              </span>
            </p>
            {entry.undoRefused === null && (
              <Button
                kind="quiet"
                size="small"
                aria-label={`Undo: ${entry.words}, ${formatInstant(entry.at)}`}
                onPress={() => void takeBack(entry.operationId)}
              >
                Undo
              </Button>
            )}
          </div>
          {entry.reason !== '' && <p>Reason: {entry.reason}</p>}
          <ul>
            {recordsIn(entry.changes).map((changes) => (
              <RecordChanges
                key={changes[0]?.rowId}
                operationId={entry.operationId}
                changes={changes}
                isOfOneRecord={isOfOneRecord}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

type RecordChangesProps = {
  readonly operationId: string;
  readonly changes: readonly Change[];
  readonly isOfOneRecord: boolean;
};

/** What was made is told in one line; each field that had another value before has its own. */
function RecordChanges({ operationId, changes, isOfOneRecord }: RecordChangesProps) {
  const made = changes.filter(({ old }) => old === null);
  const changed = changes.filter(({ old }) => old !== null);
  const record = isOfOneRecord ? '' : (changes[0]?.record ?? '');
  return (
    <>
      {made.length > 0 && (
        <li className="review-change">
          <span>
            {record !== '' && `${record}. `}
            {made.map((change) => `${change.label}: ${change.new ?? 'nothing'}`).join('; ')}
          </span>
        </li>
      )}
      {made
        .filter(({ canRestore }) => canRestore)
        .map((change) => (
          <li key={change.field} className="review-change">
            <span className="ui-quiet">{change.label} as it was first</span>
            <RestoreValue operationId={operationId} change={change} />
          </li>
        ))}
      {changed.map((change) => (
        <ChangedField key={change.field} operationId={operationId} change={change} isOfOneRecord={isOfOneRecord} />
      ))}
    </>
  );
}

type ChangedFieldProps = { readonly operationId: string; readonly change: Change; readonly isOfOneRecord: boolean };

function ChangedField({ operationId, change, isOfOneRecord }: ChangedFieldProps) {
  const openHistory = useOpenHistory();
  const { rowId, record, field, label } = change;
  return (
    <li className="review-change">
      <span>
        {!isOfOneRecord && `${record}. `}
        {label}: <del>{change.old}</del>
        <span aria-hidden="true"> → </span>
        <span className="ui-visually-hidden"> became </span>
        <ins>{change.new ?? 'nothing'}</ins>
      </span>
      <RestoreValue operationId={operationId} change={change} />
      {!isOfOneRecord && (
        <IconButton
          icon="history"
          size="small"
          label={`All changes of ${label.toLowerCase()}, ${record}`}
          onPress={() => openHistory({ rowId, title: record, field })}
        />
      )}
    </li>
  );
}

const recordsIn = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const rowIds = new Set(changes.map(({ rowId }) => rowId));
  return [...rowIds].map((id) => changes.filter(({ rowId }) => rowId === id));
};
