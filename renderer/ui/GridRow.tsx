import { memo } from 'react';
import { CheckMark } from './CheckMark.tsx';
import { classNames } from './class-names.ts';
import type { GridColumn } from './grid-types.ts';

type GridRowProps<Row> = {
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly start: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly hasSelection: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** The column that has the keyboard, or −1. */
  readonly focusColumn: number;
};

function DrawnGridRow<Row>(props: GridRowProps<Row>) {
  const { index, start, row, columns, hasSelection, isSelected, isActive, focusColumn } = props;
  const before = hasSelection ? 1 : 0;
  const tabIndex = (column: number): 0 | -1 => (focusColumn === column ? 0 : -1);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={hasSelection ? isSelected : undefined}
      aria-current={isActive ? true : undefined}
      aria-busy={row === undefined || undefined}
      className={classNames(
        'ui-grid-row',
        'ui-grid-body-row',
        isSelected && 'ui-grid-selected',
        isActive && 'ui-grid-active',
      )}
      style={{ transform: `translateY(${start}px)` }}
    >
      {hasSelection && (
        <div
          role="gridcell"
          aria-colindex={1}
          data-row={index}
          data-column={0}
          tabIndex={tabIndex(0)}
          className="ui-grid-cell ui-grid-select"
        >
          {row !== undefined && <CheckMark state={isSelected ? 'all' : 'none'} />}
          <span className="ui-visually-hidden">{isSelected ? 'Selected' : 'Not selected'}</span>
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={place + before + 1}
          data-row={index}
          data-column={place + before}
          data-align={column.align}
          tabIndex={tabIndex(place + before)}
          className={column.tabular ? 'ui-grid-cell ui-tabular' : 'ui-grid-cell'}
        >
          {row === undefined ? (
            <span className="ui-skeleton ui-grid-placeholder" aria-hidden="true" />
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when something of its own changes; scrolling draws only the rows that come into sight. */
export const GridRow = memo(DrawnGridRow) as typeof DrawnGridRow;
