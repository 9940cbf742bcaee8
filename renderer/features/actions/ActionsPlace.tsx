import './actions.css';
import { useMemo, useState } from 'react';
import type { ActionRow } from '../../../db/contract/actions.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { SavedViews } from '../../app/SavedViews.tsx';
import { useBoard } from '../../app/use-board.ts';
import { useListSearch } from '../../app/use-list-search.ts';
import { Button, ColumnChooser, Page, PageHeader, SidePanel, Skeleton } from '../../ui/index.ts';
import { ActionViews } from './ActionViews.tsx';
import { type ActName, ActOpened } from './acts/ActOpened.tsx';
import { AddAction } from './AddAction.tsx';
import { actionColumns } from './list/action-columns.tsx';
import { ActionBulkBar } from './list/ActionBulkBar.tsx';
import { ActionFilters } from './list/ActionFilters.tsx';
import { ActionGrid } from './list/ActionGrid.tsx';
import { ActionsEmpty } from './list/ActionsEmpty.tsx';
import { isFiltered, noActionFilter, searchToActionFilter, searchToSort } from './list/action-search.ts';
import { useActionRows } from './list/use-action-rows.ts';
import { useActionSelection } from './list/use-action-selection.ts';
import { useChosenColumns } from './list/use-chosen-columns.ts';
import { useFocusBackToGrid } from './list/use-focus-back-to-grid.ts';
import { useStepping } from './list/use-stepping.ts';
import { ActionPanel } from './panel/ActionPanel.tsx';
import { useRagLevels } from './use-rag-levels.ts';

/** Actions across all reviews. Filters, sort and the open panel stand in the address. */
export function ActionsPlace() {
  const [search, change] = useListSearch('actions');
  const { meetings } = useBoard();
  const levels = useRagLevels();
  const [act, setAct] = useState<ActName | null>(null);
  const [isAdding, setIsAdding] = useState(false);

  const filter = useMemo(() => searchToActionFilter(search), [search]);
  const sort = searchToSort(search);
  const rows = useActionRows(filter, sort);
  const selection = useActionSelection(filter);
  const columns = useMemo(() => actionColumns(levels, meetings), [levels, meetings]);
  const { shown, chooser } = useChosenColumns('actions', columns);

  const openId = isAdding ? null : (search['action'] ?? null);
  const open = (actionId: string, options?: { readonly replace?: boolean }): void => {
    setIsAdding(false);
    change({ action: actionId }, options);
  };
  const stepping = useStepping(openId, rows, open);
  useFocusBackToGrid(openId !== null || isAdding);
  const add = (): void => setIsAdding(true);

  return (
    <Page width="list">
      <PageHeader
        title="Actions"
        action={
          <>
            <ActionViews current="/actions" />
            <Button kind="primary" icon="add" onPress={add}>
              Add an action
            </Button>
          </>
        }
      />
      <ActionFilters
        filter={filter}
        change={change}
        count={countWords(rows.total, rows.of)}
        tools={
          <>
            <SavedViews place="actions" search={search} />
            <ColumnChooser {...chooser} />
          </>
        }
      />
      {rows.error !== null && <Failure error={rows.error} onRetry={rows.retry} />}
      {rows.total === null && rows.error === null && <Skeleton lines={12} label="Loading the actions" />}
      {rows.total !== null && (
        <ActionGrid
          rows={rows}
          rowCount={rows.total}
          columns={shown}
          sort={sort}
          change={change}
          selection={selection}
          activeId={openId}
          subject={JSON.stringify([filter, sort])}
          onOpen={(id, isStep) => open(id, { replace: isStep || openId !== null })}
          onClose={() => change({ action: '' })}
          emptyState={
            <ActionsEmpty isFiltered={isFiltered(search)} onClear={() => change(noActionFilter)} onAdd={add} />
          }
        />
      )}
      <ActionBulkBar
        count={selection.selectedKeys.size}
        total={rows.total ?? 0}
        onSelectAll={selection.onSelectAll}
        onClear={() => selection.onChange(new Set())}
        onAct={setAct}
      />
      {act !== null && (
        <ActOpened
          act={act}
          subject={{ ids: [...selection.selectedKeys], rows: loadedRows(selection.selectedKeys, rows.loaded) }}
          onClose={() => setAct(null)}
          onRemoved={() => selection.onChange(new Set())}
        />
      )}
      {openId !== null && (
        <ActionPanel
          actionId={openId}
          stepping={stepping}
          onClose={() => change({ action: '' })}
          takesFocus={isPanelOverList()}
        />
      )}
      {isAdding && (
        <FramePanel>
          <SidePanel title="New action" onClose={() => setIsAdding(false)}>
            <AddAction reviewId={filter.reviewId?.length === 1 ? filter.reviewId[0] : undefined} />
          </SidePanel>
        </FramePanel>
      )}
    </Page>
  );
}

/** On a narrow screen the panel lies over the list, which then cannot keep the keyboard. */
const isPanelOverList = (): boolean => matchMedia('(max-width: 999.98px)').matches;

const loadedRows = (keys: ReadonlySet<string>, loaded: () => readonly ActionRow[]): readonly ActionRow[] =>
  loaded().filter(({ id }) => keys.has(id));

/** "214 of 40,000 actions". */
const countWords = (total: number | null, of: number): string => {
  if (total === null) return '';
  const all = `${of.toLocaleString('en-GB')} ${of === 1 ? 'action' : 'actions'}`;
  return total === of ? all : `${total.toLocaleString('en-GB')} of ${all}`;
};
