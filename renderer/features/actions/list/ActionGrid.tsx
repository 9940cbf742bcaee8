import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ActionRow } from '../../../../db/contract/actions.ts';
import type { ListSearch } from '../../../state/lists.ts';
import { DataGrid, type GridColumn, type GridSelection } from '../../../ui/index.ts';
import { type ActionSort, sortToGrid, sortToSearch } from './action-search.ts';
import type { ActionRows } from './use-action-rows.ts';

type ActionGridProps = {
  readonly rows: ActionRows;
  readonly rowCount: number;
  readonly columns: readonly GridColumn<ActionRow>[];
  readonly sort: ActionSort;
  readonly change: (part: ListSearch) => void;
  readonly selection: GridSelection;
  readonly activeId: string | null;
  /** Names what is listed: when it changes, the list begins at its top. */
  readonly subject: string;
  /** `isStep`: the keyboard moved on while the panel was open, and the panel follows. */
  readonly onOpen: (actionId: string, isStep: boolean) => void;
  readonly onClose: () => void;
  readonly emptyState: ReactNode;
};

/** The list itself. While the panel is open it follows the arrow keys; Enter on the open row goes into the panel. */
export function ActionGrid(props: ActionGridProps) {
  const { rows, rowCount, columns, sort, change, selection, activeId, subject, onOpen, onClose, emptyState } = props;
  const box = useRef<HTMLDivElement>(null);
  useActiveInSight(box, rows.indexOf(activeId ?? ''));
  useTopOfNewList(box, subject);
  const open = ({ id }: ActionRow): void => {
    if (id === activeId) document.querySelector<HTMLElement>('.ui-side-panel h2')?.focus();
    else onOpen(id, false);
  };
  const followFocus = ({ target }: FocusEvent<HTMLElement>): void => {
    const at = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (activeId === null || at === undefined || !target.matches(':focus-visible')) return;
    const row = rows.getRow(Number(at));
    if (row !== undefined && row.id !== activeId) onOpen(row.id, true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && activeId !== null) onClose();
  };
  return (
    <div
      ref={box}
      className="action-grid"
      data-behind={rows.isBehind || undefined}
      onFocus={followFocus}
      onKeyDown={onKey}
    >
      <DataGrid
        ariaLabel="Actions"
        columns={columns}
        rowCount={rowCount}
        getRow={rows.getRow}
        rowKey={rowKey}
        onRangeChange={rows.onRangeChange}
        sort={sortToGrid(sort)}
        onSortChange={(next) => change(sortToSearch(next))}
        selection={selection}
        activeKey={activeId}
        onOpen={open}
        emptyState={emptyState}
      />
    </div>
  );
}

const rowKey = ({ id }: ActionRow): string => id;

/** A step through the list from the panel brings the row into sight, if it is drawn. */
const useActiveInSight = (box: React.RefObject<HTMLElement | null>, index: number): void => {
  useEffect(() => {
    if (index < 0) return;
    box.current?.querySelector(`[aria-rowindex="${index + 2}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [box, index]);
};

const useTopOfNewList = (box: React.RefObject<HTMLElement | null>, subject: string): void => {
  const last = useRef(subject);
  useEffect(() => {
    if (last.current === subject) return;
    last.current = subject;
    box.current?.querySelector('.ui-grid-scroller')?.scrollTo(0, 0);
  }, [box, subject]);
};
