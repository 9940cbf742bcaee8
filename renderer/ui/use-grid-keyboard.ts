import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { GridSelection } from './grid-types.ts';
import { type GridPlace, placeAfterKey, placeWithin, scrollToShow } from './grid-movement.ts';
import { allLoaded, toggled, withRange } from './grid-selection.ts';
import { gridRowHeight } from './use-grid-rows.ts';

type GridKeyboardOptions<Row> = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly selection: GridSelection | null;
  readonly onOpen: ((row: Row) => void) | undefined;
};

type Range = { readonly anchor: number; readonly before: ReadonlySet<string> };

/**
 * One tab stop for the whole grid; arrow keys move within it. Cells carry data-row and data-column, so that one listener
 * serves all of them and rows need no callbacks of their own.
 */
export const useGridKeyboard = <Row>(options: GridKeyboardOptions<Row>) => {
  const { scroller, rowCount, columnCount, getRow, rowKey, selection, onOpen } = options;
  const [asked, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const focusWanted = useRef(false);
  const hasFocus = useRef(false);
  const range = useRef<Range | null>(null);
  const size = { rows: rowCount, columns: columnCount, pageRows: pageRows(scroller.current) };
  const place = placeWithin(asked, size);

  // Also when the focused cell is gone because there are fewer rows now: the keyboard must not fall out of the grid.
  useLayoutEffect(() => {
    const fellOut = hasFocus.current && document.activeElement === document.body;
    if (!focusWanted.current && !fellOut) return;
    focusWanted.current = false;
    const cell = cellAt(scroller.current, place);
    (cell?.querySelector<HTMLElement>('button') ?? cell)?.focus({ preventScroll: true });
  });

  const keyAt = (index: number): string | undefined => {
    const row = getRow(index);
    return row === undefined ? undefined : rowKey(row);
  };
  const moveTo = (next: GridPlace): void => {
    focusWanted.current = true;
    setPlace(next);
    showPlace(scroller.current, next);
  };
  const extendTo = (row: number): void => {
    if (!selection) return;
    range.current ??= { anchor: place.row, before: selection.selectedKeys };
    selection.onChange(withRange(range.current.before, range.current.anchor, row, keyAt));
  };
  const toggleRow = (row: number): void => {
    const key = keyAt(row);
    if (!selection || key === undefined) return;
    range.current = { anchor: row, before: new Set(selection.selectedKeys) };
    selection.onChange(toggled(selection.selectedKeys, key));
  };
  const toggleAll = (): void => {
    if (!selection) return;
    range.current = null;
    if (selection.selectedKeys.size > 0) selection.onChange(new Set());
    else selectAll();
  };
  const selectAll = (): void => {
    if (selection?.onSelectAll) selection.onSelectAll();
    else selection?.onChange(allLoaded(rowCount, keyAt));
  };
  const open = (row: number): void => {
    const opened = getRow(row);
    if (opened !== undefined) onOpen?.(opened);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const next = event.altKey ? null : placeAfterKey(place, { key: event.key, ctrl }, size);
    if (next) {
      event.preventDefault();
      if (!event.shiftKey) range.current = null;
      else if (next.row !== place.row && next.row >= 0) extendTo(next.row);
      return moveTo(next);
    }
    const inHeader = place.row < 0;
    if (selection && ctrl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      return selectAll();
    }
    if (inHeader) {
      if (selection && place.column === 0 && (event.key === ' ' || event.key === 'Enter')) {
        event.preventDefault();
        toggleAll();
      }
      return;
    }
    if (event.key === ' ' && selection) {
      event.preventDefault();
      toggleRow(place.row);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(place.row);
    }
  };

  const onFocus = (event: FocusEvent): void => {
    hasFocus.current = true;
    const at = placeOf(event.target);
    if (at && (at.row !== place.row || at.column !== place.column)) setPlace(at);
  };

  const onBlur = (event: FocusEvent): void => {
    hasFocus.current = event.currentTarget.contains(event.relatedTarget);
  };

  const onClick = (event: MouseEvent): void => {
    const at = placeOf(event.target);
    if (!at) return;
    const onSelectColumn = selection !== null && at.column === 0;
    if (at.row < 0) {
      if (onSelectColumn) toggleAll();
      return;
    }
    if (selection && event.shiftKey) extendTo(at.row);
    else if (onSelectColumn || (selection && (event.ctrlKey || event.metaKey))) toggleRow(at.row);
    else open(at.row);
    moveTo(at);
  };

  return { place, onKeyDown, onFocus, onBlur, onClick };
};

const placeOf = (target: EventTarget | null): GridPlace | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
};

const cellAt = (scroller: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;

const headerHeight = (scroller: HTMLElement): number =>
  scroller.querySelector<HTMLElement>('.ui-grid-head')?.offsetHeight ?? gridRowHeight;

const pageRows = (scroller: HTMLElement | null): number =>
  scroller ? Math.floor((scroller.clientHeight - headerHeight(scroller)) / gridRowHeight) : 1;

/** Scrolls just enough to see the cell below the sticky header; columns are measured on the header, which is always drawn. */
const showPlace = (scroller: HTMLElement | null, place: GridPlace): void => {
  if (!scroller) return;
  const heading = cellAt(scroller, { row: -1, column: place.column });
  const left = heading
    ? scrollToShow(
        { start: heading.offsetLeft, length: heading.offsetWidth },
        { start: scroller.scrollLeft, length: scroller.clientWidth },
      )
    : scroller.scrollLeft;
  const top =
    place.row < 0
      ? scroller.scrollTop
      : scrollToShow(
          { start: place.row * gridRowHeight, length: gridRowHeight },
          { start: scroller.scrollTop, length: scroller.clientHeight - headerHeight(scroller) },
        );
  scroller.scrollTo({ top, left, behavior: 'instant' });
};
