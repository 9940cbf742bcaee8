import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { capitalised } from '../../../../db/domain/plain-words.ts';
import { Failure } from '../../../app/Failure.tsx';
import { FramePanel } from '../../../app/FramePanel.tsx';
import { api } from '../../../client.ts';
import { Button, Select, SidePanel, Skeleton } from '../../../ui/index.ts';
import { HistoryEntries } from './HistoryEntries.tsx';
import type { HistoryQuestion } from './record-history.ts';

const allFields = 'all';

export type RecordHistoryPanelProps = { readonly question: HistoryQuestion; readonly onClose: () => void };

/** Every change of one record beside the review, narrowed to one of its fields when asked. */
export function RecordHistoryPanel({ question: { rowId, title, field: first }, onClose }: RecordHistoryPanelProps) {
  const [field, setField] = useState(first ?? allFields);
  const all = useQuery(api.history.ofRecord.queryOptions({ input: { rowId } }));
  const entries = all.data?.entries ?? [];
  const fields = new Map(
    entries.flatMap(({ changes }) => changes.map((change) => [change.field, change.label] as const)),
  );
  fields.delete('');
  const shown =
    field === allFields
      ? entries
      : entries
          .map((entry) => ({ ...entry, changes: entry.changes.filter((change) => change.field === field) }))
          .filter(({ changes }) => changes.length > 0);
  const options = [{ key: allFields, label: 'Every field' }, ...[...fields].map(([key, label]) => ({ key, label }))];
  return (
    <FramePanel>
      <SidePanel title={capitalised(title)} above="History" onClose={onClose} subject={rowId}>
        <div className="ui-stack">
          {fields.size > 1 && (
            <div className="ui-row">
              <Select label="Changes of" options={options} value={field} onChange={setField} />
              {field !== allFields && (
                <Button kind="quiet" size="small" onPress={() => setField(allFields)}>
                  Every field
                </Button>
              )}
            </div>
          )}
          {all.isPending && <Skeleton lines={4} />}
          {all.error !== null && <Failure error={all.error} onRetry={() => void all.refetch()} />}
          {all.data !== undefined && <HistoryEntries entries={shown} isOfOneRecord />}
        </div>
      </SidePanel>
    </FramePanel>
  );
}
