import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { RemovedRecord } from '../../../db/contract/history.ts';
import { Failure } from '../../app/Failure.tsx';
import { formatInstant } from '../../app/format-instant.ts';
import { takeBack } from '../../app/use-save.ts';
import { api } from '../../client.ts';
import {
  Button,
  EmptyState,
  FilterBar,
  SearchField,
  Select,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
  useReadOnly,
} from '../../ui/index.ts';

const step = 100;
const everything = 'everything';

/** What was removed and is still gone, with who did it and why, and the way to bring it back. */
export function RemovedRecords() {
  const isReadOnly = useReadOnly();
  const [find, setFind] = useState('');
  const [table, setTable] = useState(everything);
  const [limit, setLimit] = useState(step);
  const input = { find: useDeferredValue(find), table: table === everything ? undefined : table, limit };
  const { data, error, isFetching, refetch } = useQuery({
    ...api.history.removed.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Loading what was removed" />;
  if (data.total === 0 && find === '' && table === everything)
    return (
      <EmptyState title="Nothing is removed">
        A review, an action, a meeting or anything else that is removed stands here from then on, with who removed it,
        when and why, and can be brought back whole.
      </EmptyState>
    );
  const tables = [
    { key: everything, label: 'Everything' },
    ...data.tables.map(({ table: key, words, count }) => ({ key, label: `${words} (${count})` })),
  ];
  return (
    <>
      <FilterBar
        label="Filters"
        search={<SearchField label="Find in what was removed" value={find} onChange={setFind} />}
        count={`${data.total.toLocaleString('en-GB')} removed`}
      >
        <Select label="Kind of record" hideLabel options={tables} value={table} onChange={setTable} />
      </FilterBar>
      <SimpleTable
        caption="Removed records"
        hideCaption
        rows={data.rows}
        rowKey={({ operationId }) => operationId}
        whenEmpty="Nothing that was removed fits. Look for other words."
        columns={isReadOnly ? columns : [...columns, bringBack]}
      />
      {data.rows.length < data.total && (
        <p className="history-more">
          <Button busy={isFetching} onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
            Show more
          </Button>
        </p>
      )}
    </>
  );
}

const withOthers = ({ record, others }: RemovedRecord): string =>
  others === 0 ? record : `${record}, with ${others} ${others === 1 ? 'record' : 'records'} of it or beside it`;

const columns: readonly SimpleColumn<RemovedRecord>[] = [
  { key: 'record', heading: 'Record', isRowHeading: true, width: '36%', render: withOthers },
  { key: 'when', heading: 'Removed', width: '12rem', render: ({ at }) => formatInstant(at) },
  { key: 'who', heading: 'By', render: ({ actor }) => actor || 'Unknown post' },
  {
    key: 'why',
    heading: 'Why',
    width: '24%',
    render: ({ reason, words }) => reason || <span className="ui-quiet">No reason given ({words})</span>,
  },
];

const bringBack: SimpleColumn<RemovedRecord> = {
  key: 'back',
  heading: 'Bring back',
  align: 'end',
  width: '8rem',
  render: (removed) => (
    <Button
      size="small"
      icon="undo"
      aria-label={`Bring back ${removed.record}`}
      onPress={() => void takeBack(removed.operationId)}
    >
      Bring back
    </Button>
  ),
};
