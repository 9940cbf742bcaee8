import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef } from 'react';
import type { MatrixRow, MatrixTheme } from '../../../../db/contract/themes.ts';
import { goTo } from '../../../app/go-to.ts';
import { reviewHref, themeHref } from '../../../app/links.ts';
import { classNames, everyIndex, usePrinting } from '../../../ui/index.ts';
import { type GridPlace, placeAfterKey, placeWithin, scrollToShow } from '../../../ui/grid-movement.ts';
import { cellOf, cellWords, type MatrixCell } from './cell-words.ts';

/** `place` is the theme's own in the rows' cells. */
export type MatrixColumn = MatrixTheme & { readonly place: number };

export type MatrixGridProps = {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Where the keyboard is: row −1 are the themes' headings, column 0 the reviews. */
  readonly place: GridPlace;
  readonly onPlace: (place: GridPlace) => void;
};

const rowHeight = 32;
const columnWidth = 40;
const headHeight = 188;
const reviewWidth = 224;

/** Windowed both ways: only what is in sight is drawn, with the cell that has the keyboard. One tab stop; arrows move. */
export function MatrixGrid({ columns, rows, place: asked, onPlace }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    useFlushSync: false,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
    useFlushSync: false,
  });
  const size = { rows: rows.length, columns: columns.length + 1, pageRows: pageRows(scroller.current) };
  const place = placeWithin(asked, size);
  const isPrinting = usePrinting();
  const inSight = (way: typeof down): number[] => way.getVirtualItems().map(({ index }) => index);
  const drawnRows = isPrinting ? everyIndex(rows.length) : withIndex(inSight(down), place.row, rows.length);
  const drawnColumns = isPrinting
    ? everyIndex(columns.length)
    : withIndex(inSight(across), place.column - 1, columns.length);
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    const cell = cellAt(scroller.current, place);
    if (cell === null) return;
    focusWanted.current = false;
    cell.focus({ preventScroll: true });
  });
  const moveTo = (next: GridPlace): void => {
    focusWanted.current = true;
    onPlace(next);
    showPlace(scroller.current, next);
  };
  const open = ({ row, column }: GridPlace): void => {
    const review = rows[row];
    const theme = columns[column - 1];
    if (review !== undefined) goTo(reviewHref(review.id, column === 0 ? undefined : 'themes'));
    else if (theme !== undefined) goTo(themeHref(theme.id));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const next = placeAfterKey(place, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, size);
    if (next !== null) {
      event.preventDefault();
      moveTo(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(place);
    }
  };
  const onFocus = (event: FocusEvent): void => {
    const at = placeOf(event.target);
    if (at !== null && (at.row !== place.row || at.column !== place.column)) onPlace(at);
  };
  const onClick = (event: MouseEvent): void => {
    const at = placeOf(event.target);
    if (at === null) return;
    moveTo(at);
    if (at.row === -1 || at.column === 0) open(at);
  };
  const focusColumn = (row: number): number => (place.row === row ? place.column : -1);
  const width = reviewWidth + columns.length * columnWidth;
  return (
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      aria-label="Themes of reviews"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
    >
      <div role="rowgroup" className="matrix-head" style={{ width, height: headHeight }}>
        <div role="row" aria-rowindex={1}>
          <div
            role="columnheader"
            aria-colindex={1}
            className="matrix-corner"
            data-row={-1}
            data-column={0}
            tabIndex={focusColumn(-1) === 0 ? 0 : -1}
          >
            Review
          </div>
          {drawnColumns.map((index) => {
            const theme = columns[index];
            if (theme === undefined) return null;
            return (
              <div
                key={theme.id}
                role="columnheader"
                aria-colindex={index + 2}
                aria-label={theme.depth === 0 ? theme.name : `${theme.name}, ${theme.group}`}
                title={theme.depth === 0 ? theme.name : `${theme.group}: ${theme.name}`}
                className={classNames('matrix-theme', theme.depth === 0 && 'matrix-group')}
                data-row={-1}
                data-column={index + 1}
                tabIndex={focusColumn(-1) === index + 1 ? 0 : -1}
                style={{ left: reviewWidth + index * columnWidth }}
              >
                <span>{theme.name}</span>
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className="matrix-rows" style={{ width, height: rows.length * rowHeight }}>
        {drawnRows.map((index) => {
          const row = rows[index];
          return row === undefined ? null : (
            <MatrixRowView
              key={row.id}
              row={row}
              index={index}
              columns={columns}
              drawn={drawnColumns.join(' ')}
              focusColumn={focusColumn(index)}
            />
          );
        })}
      </div>
    </div>
  );
}

type MatrixRowProps = {
  readonly row: MatrixRow;
  readonly index: number;
  readonly columns: readonly MatrixColumn[];
  /** The columns in sight, as text: equal while scrolling only up and down. */
  readonly drawn: string;
  readonly focusColumn: number;
};

const MatrixRowView = memo(({ row, index, columns, drawn, focusColumn }: MatrixRowProps) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    className="matrix-row"
    style={{ transform: `translateY(${index * rowHeight}px)` }}
  >
    <div
      role="rowheader"
      aria-colindex={1}
      className="matrix-review"
      data-row={index}
      data-column={0}
      tabIndex={focusColumn === 0 ? 0 : -1}
    >
      <span className="matrix-reference">{row.reference}</span>
      {row.label !== '' && <span className="ui-quiet"> {row.label}</span>}
    </div>
    {drawn === ''
      ? null
      : drawn.split(' ').map((text) => {
          const column = Number(text);
          const theme = columns[column];
          if (theme === undefined) return null;
          const cell = cellOf(row, theme.place);
          return (
            <div
              key={theme.id}
              role="gridcell"
              aria-colindex={column + 2}
              aria-label={cellWords(cell)}
              className={classNames(
                'matrix-cell',
                theme.depth === 0 && 'matrix-group',
                cell !== undefined && 'matrix-linked',
              )}
              data-row={index}
              data-column={column + 1}
              tabIndex={focusColumn === column + 1 ? 0 : -1}
              style={{ left: reviewWidth + column * columnWidth }}
            >
              {cell !== undefined && <CellMark cell={cell} />}
            </div>
          );
        })}
  </div>
));
MatrixRowView.displayName = 'MatrixRow';

function CellMark({ cell: [, review, recommendations, actions] }: { readonly cell: MatrixCell }) {
  const more = recommendations + actions;
  return (
    <span aria-hidden="true">
      {review === 1 ? '●' : '○'}
      {more > 0 && <small>{more}</small>}
    </span>
  );
}

const withIndex = (drawn: readonly number[], index: number, count: number): readonly number[] =>
  index < 0 || index >= count || drawn.includes(index) ? drawn : [...drawn, index].sort((a, b) => a - b);

const pageRows = (scroller: HTMLElement | null): number =>
  scroller === null ? 1 : Math.floor((scroller.clientHeight - headHeight) / rowHeight);

const placeOf = (target: EventTarget | null): GridPlace | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
};

const cellAt = (scroller: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;

/** Scrolls just enough to see the cell beside the sticky headings. */
const showPlace = (scroller: HTMLElement | null, { row, column }: GridPlace): void => {
  if (scroller === null) return;
  const left =
    column < 1
      ? scroller.scrollLeft
      : scrollToShow(
          { start: (column - 1) * columnWidth, length: columnWidth },
          { start: scroller.scrollLeft, length: scroller.clientWidth - reviewWidth },
        );
  const top =
    row < 0
      ? scroller.scrollTop
      : scrollToShow(
          { start: row * rowHeight, length: rowHeight },
          { start: scroller.scrollTop, length: scroller.clientHeight - headHeight },
        );
  scroller.scrollTo({ top, left, behavior: 'instant' });
};
