import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react';
import type { GridColumn, GridSelection, GridSort } from './grid-types.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { gridTemplate, narrowestGrid } from './grid-columns.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import { useGridRows } from './use-grid-rows.ts';

export type DataGridProps<Row> = {
  readonly ariaLabel: string;
  readonly columns: readonly GridColumn<Row>[];
  /** All rows there are, loaded or not. */
  readonly rowCount: number;
  /** Undefined for a row that is not loaded yet: a quiet placeholder stands there. */
  readonly getRow: (index: number) => Row | undefined;
  /** Stable and unique. */
  readonly rowKey: (row: Row) => string;
  /** The first and last row that should be loaded, whenever they change. */
  readonly onRangeChange?: (first: number, last: number) => void;
  readonly sort?: GridSort | null;
  readonly onSortChange?: (sort: GridSort) => void;
  readonly selection?: GridSelection | { readonly mode: 'none' };
  /** The row whose detail is open. */
  readonly activeKey?: string | null;
  /** Enter or a click. */
  readonly onOpen?: (row: Row) => void;
  /** Shown below the header when there are no rows. */
  readonly emptyState?: ReactNode;
};

/**
 * A grid of up to tens of thousands of rows, of which only the visible ones are drawn and only windows are loaded. Fills the
 * height it is given. The columns, render functions and callbacks should be stable: rows are drawn again only when theirs change.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    ariaLabel,
    columns,
    rowCount,
    getRow,
    rowKey,
    sort = null,
    onSortChange,
    activeKey = null,
    emptyState,
  } = props;
  const selection = props.selection?.mode === 'multiple' ? props.selection : null;
  const hasSelection = selection !== null;
  const columnCount = columns.length + (hasSelection ? 1 : 0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useGridRows({
    scroller,
    rowCount,
    isLoaded: (index) => getRow(index) !== undefined,
    onRangeChange: props.onRangeChange,
  });
  const keyboard = useGridKeyboard({
    scroller,
    rowCount,
    columnCount,
    getRow,
    rowKey,
    selection,
    onOpen: props.onOpen,
  });
  const { place } = keyboard;
  const look = useMemo(() => gridLook(columns, hasSelection), [columns, hasSelection]);
  return (
    <div className="ui-grid" style={look}>
      <div
        ref={scroller}
        className="ui-grid-scroller"
        role="grid"
        aria-label={ariaLabel}
        aria-rowcount={rowCount + 1}
        aria-colcount={columnCount}
        aria-multiselectable={selection ? true : undefined}
        onKeyDown={keyboard.onKeyDown}
        onFocus={keyboard.onFocus}
        onBlur={keyboard.onBlur}
        onClick={keyboard.onClick}
        data-empty={rowCount === 0 || undefined}
      >
        <GridHeader
          columns={columns}
          sort={sort}
          onSortChange={onSortChange}
          selection={selection}
          rowCount={rowCount}
          focusColumn={place.row === -1 ? place.column : -1}
        />
        <div role="rowgroup" className="ui-grid-rows" style={{ height: rows.totalHeight }}>
          {rows.withPlace(place.row).map(({ index, start }) => {
            const row = getRow(index);
            const key = row === undefined ? undefined : rowKey(row);
            return (
              <GridRow
                key={index}
                index={index}
                start={start}
                row={row}
                columns={columns}
                hasSelection={hasSelection}
                isSelected={key !== undefined && selection !== null && selection.selectedKeys.has(key)}
                isActive={key !== undefined && key === activeKey}
                focusColumn={place.row === index ? place.column : -1}
              />
            );
          })}
        </div>
      </div>
      {rowCount === 0 && <div className="ui-grid-empty">{emptyState}</div>}
    </div>
  );
}

const gridLook = (columns: readonly GridColumn<never>[], hasSelection: boolean) =>
  ({
    '--grid-template': gridTemplate(columns, hasSelection),
    '--grid-narrowest': `${narrowestGrid(columns, hasSelection)}px`,
  }) as CSSProperties;
