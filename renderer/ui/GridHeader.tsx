import { CheckMark } from './CheckMark.tsx';
import type { GridColumn, GridSelection, GridSort } from './grid-types.ts';
import { howManySelected } from './grid-selection.ts';
import { Icon } from './icons.tsx';

type GridHeaderProps<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: GridSort | null;
  readonly onSortChange: ((sort: GridSort) => void) | undefined;
  readonly selection: GridSelection | null;
  readonly rowCount: number;
  /** The column that has the keyboard, or −1. */
  readonly focusColumn: number;
};

export function GridHeader<Row>({
  columns,
  sort,
  onSortChange,
  selection,
  rowCount,
  focusColumn,
}: GridHeaderProps<Row>) {
  const before = selection ? 1 : 0;
  return (
    <div role="rowgroup" className="ui-grid-head">
      <div role="row" aria-rowindex={1} className="ui-grid-row">
        {selection && (
          <div
            role="columnheader"
            aria-colindex={1}
            data-row={-1}
            data-column={0}
            tabIndex={focusColumn === 0 ? 0 : -1}
            className="ui-grid-heading ui-grid-select"
          >
            <CheckMark state={howManySelected(selection.selectedKeys.size, rowCount)} />
            <span className="ui-visually-hidden">
              {selection.selectedKeys.size > 0 ? 'Clear the selection' : 'Select all rows'}
            </span>
          </div>
        )}
        {columns.map((column, place) => {
          const direction = sort?.key === column.key ? sort.direction : null;
          const canSort = column.sortable && onSortChange;
          const tabIndex = focusColumn === place + before ? 0 : -1;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={place + before + 1}
              aria-sort={canSort ? (direction ?? 'none') : undefined}
              data-row={-1}
              data-column={place + before}
              data-align={column.align}
              tabIndex={canSort ? undefined : tabIndex}
              className="ui-grid-heading"
            >
              {canSort ? (
                <button
                  type="button"
                  tabIndex={tabIndex}
                  className="ui-grid-sort"
                  onClick={() =>
                    onSortChange({ key: column.key, direction: direction === 'ascending' ? 'descending' : 'ascending' })
                  }
                >
                  <span className="ui-grid-heading-words">{column.heading}</span>
                  {direction && <Icon name={`sort-${direction}`} size={12} />}
                </button>
              ) : (
                <span className="ui-grid-heading-words">{column.heading}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
