import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { capitalised } from '../../../../db/domain/plain-words.ts';
import { Failure } from '../../../app/Failure.tsx';
import { FramePanel } from '../../../app/FramePanel.tsx';
import { api } from '../../../client.ts';
import { Button, Select, SidePanel, Skeleton } from '../../../ui/index.ts';
import { HistoryEntries } from './HistoryEntries.tsx';
import type { HistoryQuestion } from './record-history.ts';

const allFields = 'all';
const step = 50;

export type RecordHistoryPanelProps = { readonly question: HistoryQuestion; readonly onClose: () => void };

/** Every change of one record beside its page, narrowed to one of its fields when asked; earlier values can be restored. */
export function RecordHistoryPanel({ question: { rowId, title, field: first }, onClose }: RecordHistoryPanelProps) {
  const [field, setField] = useState(first ?? allFields);
  const [limit, setLimit] = useState(step);
  const input = { rowId, limit, field: field === allFields ? undefined : field };
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...api.history.ofRecord.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const fields = data?.fields ?? [];
  const options = [
    { key: allFields, label: 'Every field' },
    ...fields.map(({ field: key, label }) => ({ key, label })),
    ...(field === allFields || fields.some(({ field: key }) => key === field) ? [] : [{ key: field, label: field }]),
  ];
  const choose = (key: string): void => {
    setField(key);
    setLimit(step);
  };
  return (
    <FramePanel>
      <SidePanel title={capitalised(title)} above="History" onClose={onClose} subject={rowId}>
        <div className="ui-stack">
          {fields.length > 0 && (
            <div className="ui-row">
              <Select label="Changes of" options={options} value={field} onChange={choose} />
              {field !== allFields && (
                <Button kind="quiet" size="small" onPress={() => choose(allFields)}>
                  Every field
                </Button>
              )}
            </div>
          )}
          {isPending && <Skeleton lines={4} />}
          {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
          {data !== undefined && <HistoryEntries entries={data.entries} isOfOneRecord />}
          {data !== undefined && data.total > limit && (
            <Button size="small" busy={isFetching} onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
              Show earlier changes
            </Button>
          )}
        </div>
      </SidePanel>
    </FramePanel>
  );
}
