import './evidence.css';
import { useMemo, useState } from 'react';
import type { EvidenceRow } from '../../../db/contract/actions.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { api, client } from '../../client.ts';
import { Button, DataGrid, EmptyState, Page, PageHeader, SidePanel, Skeleton } from '../../ui/index.ts';
import { ActionViews } from '../actions/ActionViews.tsx';
import { useFocusBackToGrid } from '../actions/list/use-focus-back-to-grid.ts';
import { useWindowedRows } from '../reviews/use-windowed-rows.ts';
import { AddEvidence } from './AddEvidence.tsx';
import { evidenceColumns } from './evidence-columns.tsx';
import { EvidenceFilters } from './EvidenceFilters.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import {
  isFiltered,
  noEvidenceFilter,
  searchToEvidenceFilter,
  searchToSort,
  sortToGrid,
  sortToSearch,
} from './evidence-search.ts';
import { useEvidenceSearch } from './use-evidence-search.ts';

/** Everything that shows that something was done, with what it serves and the files that hold it. */
export function EvidencePlace() {
  const [search, change] = useEvidenceSearch();
  const [isAdding, setIsAdding] = useState(false);
  const filter = useMemo(() => searchToEvidenceFilter(search), [search]);
  const sort = searchToSort(search);
  const question = { filter, sort };
  const rows = useWindowedRows<EvidenceRow>({
    keyOf: (page) => api.actions.listEvidence.queryKey({ input: { ...question, ...page } }),
    ask: (page) => client.actions.listEvidence({ ...question, ...page }),
  });
  const openId = isAdding ? null : (search['evidence'] ?? null);
  useFocusBackToGrid(openId !== null || isAdding);
  const add = (): void => setIsAdding(true);
  const open = (id: string): void => {
    setIsAdding(false);
    change({ evidence: id }, { replace: openId !== null });
  };
  return (
    <Page width="list">
      <PageHeader
        title="Evidence"
        action={
          <>
            <ActionViews current="/actions/evidence" />
            <Button kind="primary" icon="add" onPress={add}>
              Record evidence
            </Button>
          </>
        }
      />
      <EvidenceFilters filter={filter} change={change} count={countWords(rows.total, rows.of)} />
      {rows.error !== null && <Failure error={rows.error} onRetry={rows.retry} />}
      {rows.total === null && rows.error === null && <Skeleton lines={12} label="Loading the evidence" />}
      {rows.total !== null && (
        <div className="evidence-grid">
          <DataGrid
            ariaLabel="Evidence"
            columns={evidenceColumns}
            rowCount={rows.total}
            getRow={rows.getRow}
            rowKey={rowKey}
            onRangeChange={rows.onRangeChange}
            sort={sortToGrid(sort)}
            onSortChange={(next) => change(sortToSearch(next), { replace: true })}
            activeKey={openId}
            onOpen={({ id }) => open(id)}
            emptyState={
              <EvidenceEmpty isFiltered={isFiltered(search)} onClear={() => change(noEvidenceFilter)} onAdd={add} />
            }
          />
        </div>
      )}
      {openId !== null && <EvidencePanel evidenceId={openId} onClose={() => change({ evidence: '' })} />}
      {isAdding && (
        <FramePanel>
          <SidePanel title="New evidence" onClose={() => setIsAdding(false)}>
            <AddEvidence onAdded={open} />
          </SidePanel>
        </FramePanel>
      )}
    </Page>
  );
}

const rowKey = ({ id }: EvidenceRow): string => id;

const countWords = (total: number | null, of: number | null): string => {
  if (total === null || of === null) return '';
  const all = `${of.toLocaleString('en-GB')} ${of === 1 ? 'item' : 'items'}`;
  return total === of ? all : `${total.toLocaleString('en-GB')} of ${all}`;
};

type EvidenceEmptyProps = {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onAdd: () => void;
};

function EvidenceEmpty({ isFiltered: hasFilter, onClear, onAdd }: EvidenceEmptyProps) {
  if (hasFilter)
    return (
      <EmptyState
        title="No evidence matches these filters"
        action={<Button onPress={onClear}>Clear the filters</Button>}
      >
        Take a filter off, or look for other words. Finding looks in what it is, from whom, where it is held, and in the
        names of attached files.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No evidence is recorded yet"
      action={
        <Button kind="primary" icon="add" onPress={onAdd}>
          Record evidence
        </Button>
      }
    >
      Evidence is what a sub-group looks at before it accepts an action as done: an audit, minutes, a training record.
      One item can serve several actions, and files can be attached to it.
    </EmptyState>
  );
}
