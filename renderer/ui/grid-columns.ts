type ColumnWidth = { readonly width?: number; readonly minWidth?: number };

const selectColumnWidth = 36;
const usualMinWidth = 120;

/** The CSS grid template every row and the header share, so that their columns line up. */
export const gridTemplate = (columns: readonly ColumnWidth[], hasSelection: boolean): string => {
  const widths = columns.map(({ width, minWidth = usualMinWidth }) =>
    width === undefined ? `minmax(${minWidth}px, 1fr)` : `${width}px`,
  );
  return [...(hasSelection ? [`${selectColumnWidth}px`] : []), ...widths].join(' ');
};

/** Below this width the grid scrolls sideways. */
export const narrowestGrid = (columns: readonly ColumnWidth[], hasSelection: boolean): number =>
  columns.reduce(
    (sum, { width, minWidth = usualMinWidth }) => sum + (width ?? minWidth),
    hasSelection ? selectColumnWidth : 0,
  );
