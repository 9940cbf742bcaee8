import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { Button, Section, Select, Skeleton } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { HistoryEntryItem } from './HistoryEntryItem.tsx';

const everything = 'everything';

const fields = [
  { key: everything, label: 'Every field' },
  { key: 'text', label: 'Text' },
  { key: 'targetDate', label: 'Target date' },
  { key: 'state', label: 'State' },
  { key: 'leadAgencyId', label: 'Lead agency' },
  { key: 'leadPost', label: 'Lead post' },
  { key: 'owner', label: 'Owner' },
  { key: 'successMeasure', label: 'Success measure' },
  { key: 'ragConfirmed', label: 'RAG confirmed by the board' },
  { key: 'ragAsserted', label: 'RAG asserted by the agency' },
  { key: 'number', label: 'Number' },
] as const;

/** Who changed what and when, of the action or of one of its fields. Asked for only when it is opened. */
export function HistoryPart({ detail }: PartProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section
      heading="History"
      level={3}
      actions={
        <Button size="small" kind="quiet" icon="history" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {isOpen && <OpenHistory detail={detail} />}
    </Section>
  );
}

function OpenHistory({ detail: { action } }: PartProps) {
  const [field, setField] = useState<string>(everything);
  const input = { rowId: action.id, field: field === everything ? undefined : field };
  const { data, error } = useQuery(api.history.ofRecord.queryOptions({ input }));
  return (
    <div className="ui-stack">
      <Select label="Changes of" options={fields} value={field} onChange={setField} />
      {error !== null && <Failure error={error} />}
      {data === undefined && error === null && <Skeleton lines={4} label="Loading the history" />}
      {data !== undefined && data.entries.length === 0 && <p className="ui-quiet">It was never changed.</p>}
      <ol className="action-entries">
        {data?.entries.map((entry) => (
          <HistoryEntryItem key={entry.operationId} entry={entry} />
        ))}
      </ol>
      {data !== undefined && data.total > data.entries.length && (
        <p className="ui-quiet">
          {(data.total - data.entries.length).toLocaleString('en-GB')} older changes are not shown.
        </p>
      )}
    </div>
  );
}
