/** Where the keyboard is in a grid: row −1 is the header; columns count from 0. */
export type GridPlace = { readonly row: number; readonly column: number };

export type GridSize = {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen: how far Page Up and Page Down go. */
  readonly pageRows: number;
};

export type GridKey = { readonly key: string; readonly ctrl: boolean };

/** Where a key leads, by the ARIA pattern for grids; null for a key that does not move. Never leaves the grid. */
export const placeAfterKey = (place: GridPlace, { key, ctrl }: GridKey, size: GridSize): GridPlace | null => {
  const { row, column } = place;
  const page = Math.max(1, size.pageRows - 1);
  switch (key) {
    case 'ArrowUp':
      return placeWithin({ row: row - 1, column }, size);
    case 'ArrowDown':
      return placeWithin({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return placeWithin({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return placeWithin({ row, column: column + 1 }, size);
    case 'PageUp':
      return placeWithin({ row: row < 0 ? row : Math.max(0, row - page), column }, size);
    case 'PageDown':
      return placeWithin({ row: Math.max(0, row) + page, column }, size);
    case 'Home':
      return placeWithin({ row: ctrl ? 0 : row, column: 0 }, size);
    case 'End':
      return placeWithin({ row: ctrl ? size.rows - 1 : row, column: size.columns - 1 }, size);
    default:
      return null;
  }
};

export const placeWithin = ({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace => ({
  row: between(row, -1, rows - 1),
  column: between(column, 0, columns - 1),
});

/** The indexes of all rows from one to the other, in order, whichever comes first; header places count as row 0. */
export const rowsBetween = (from: number, to: number): readonly number[] => {
  const first = Math.max(0, Math.min(from, to));
  const last = Math.max(0, from, to);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
};

/** The scroll position that brings a span into view with the least movement. */
export const scrollToShow = (
  span: { readonly start: number; readonly length: number },
  view: { readonly start: number; readonly length: number },
): number => {
  if (span.start < view.start) return span.start;
  const overhang = span.start + span.length - (view.start + view.length);
  return overhang > 0 ? Math.min(span.start, view.start + overhang) : view.start;
};

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
