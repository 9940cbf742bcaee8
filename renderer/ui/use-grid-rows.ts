import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { everyIndex, usePrinting } from './use-printing.ts';

export const gridRowHeight = 32;

const overscan = 8;

type GridRowsOptions = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly isLoaded: (index: number) => boolean;
  readonly onRangeChange: ((first: number, last: number) => void) | undefined;
};

type DrawnRow = { readonly index: number; readonly start: number };

/** Which rows to draw for the current scroll position. The row that has the keyboard is always among them. */
export const useGridRows = ({ scroller, rowCount, isLoaded, onRangeChange }: GridRowsOptions) => {
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => gridRowHeight,
    overscan,
    useFlushSync: false,
  });
  const isPrinting = usePrinting();
  const drawn: readonly DrawnRow[] = virtualizer.getVirtualItems();
  const first = drawn[0]?.index;
  const last = drawn.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRangeChange?.(first, last);
  }, [first, last, rowCount, onRangeChange]);
  return {
    totalHeight: virtualizer.getTotalSize(),
    withPlace: (row: number): readonly DrawnRow[] =>
      isPrinting
        ? everyIndex(rowCount)
            .filter(isLoaded)
            .map((index) => ({ index, start: index * gridRowHeight }))
        : withRow(drawn, row, rowCount),
  };
};

const withRow = (drawn: readonly DrawnRow[], row: number, rowCount: number): readonly DrawnRow[] => {
  if (row < 0 || row >= rowCount || drawn.some(({ index }) => index === row)) return drawn;
  const kept = { index: row, start: row * gridRowHeight };
  const before = drawn.filter(({ index }) => index < row);
  return [...before, kept, ...drawn.slice(before.length)];
};
