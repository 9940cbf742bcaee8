import type { HistoryEntry } from '../../../db/contract/history.ts';
import { formatTime } from '../../app/format-instant.ts';
import { placeHref } from '../../app/links.ts';
import { takeBack } from '../../app/use-save.ts';
import { Button, Link } from '../../ui/index.ts';

type Change = HistoryEntry['changes'][number];

/** One thing that was done: what, by which post, why, and to which records. */
export function EntryItem({ entry }: { readonly entry: HistoryEntry }) {
  const records = recordsIn(entry.changes);
  const shown = records.slice(0, mostRecords);
  const more = entry.untold + records.slice(mostRecords).reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <li>
      <div className="history-head">
        <p>
          <strong>{entry.words}</strong>
          <span className="ui-quiet">
            {' '}
            · {entry.actor || 'Unknown post'} · {formatTime(entry.at)}
          </span>
        </p>
        {entry.undoRefused === null ? (
          <Button
            kind="quiet"
            size="small"
            aria-label={`Undo: ${entry.words}, ${formatTime(entry.at)}`}
            onPress={() => void takeBack(entry.operationId)}
          >
            Undo
          </Button>
        ) : (
          <span className="ui-quiet history-refused">{entry.undoRefused}</span>
        )}
      </div>
      {entry.reason !== '' && <p>Reason: {entry.reason}</p>}
      <ul className="history-records">
        {shown.map((record) => (
          <li key={record.rowId}>
            {record.place === null ? record.record : <Link href={placeHref(record.place)}>{record.record}</Link>}
            <ChangedFields changes={record.changes} />
          </li>
        ))}
        {more > 0 && <li className="ui-quiet">and {more.toLocaleString('en-GB')} more changes</li>}
      </ul>
    </li>
  );
}

const mostRecords = 6;

/** What was made is told in one line, what was changed in one each. */
function ChangedFields({ changes }: { readonly changes: readonly Change[] }) {
  const made = changes.filter(({ old }) => old === null);
  return (
    <ul className="history-fields">
      {made.length > 0 && <li>{made.map(({ label, new: now }) => `${label}: ${now ?? 'nothing'}`).join('; ')}</li>}
      {changes
        .filter(({ old }) => old !== null)
        .map((change) => (
          <li key={change.field}>
            {change.label}: <del>{change.old}</del>
            <span aria-hidden="true"> → </span>
            <span className="ui-visually-hidden"> became </span>
            <ins>{change.new ?? 'nothing'}</ins>
          </li>
        ))}
    </ul>
  );
}

type ChangedRecord = Pick<Change, 'rowId' | 'record' | 'place'> & { readonly changes: readonly Change[] };

/** The record that a page is about comes before what only stands on it. */
const isOwnPage = ({ place, rowId }: ChangedRecord): boolean => place !== null && 'id' in place && place.id === rowId;

const recordsIn = (changes: readonly Change[]): readonly ChangedRecord[] => {
  const byRow = new Map<string, Change[]>();
  for (const change of changes) {
    const known = byRow.get(change.rowId);
    if (known === undefined) byRow.set(change.rowId, [change]);
    else known.push(change);
  }
  const groups = [...byRow.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ rowId: first.rowId, record: first.record, place: first.place, changes: group }];
  });
  return groups.toSorted((one, other) => Number(isOwnPage(other)) - Number(isOwnPage(one)));
};
