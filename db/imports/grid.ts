/** A table as it was found in a file, before anything is known of its meaning. */
export type GridCell = {
  readonly text: string;
  /** Why the words of the cell cannot be taken as they stand. */
  readonly trouble: 'formula' | 'merged' | null;
};

export type GridRow = {
  /** Where a person finds it: "row 7". */
  readonly at: string;
  readonly cells: readonly GridCell[];
};

export type Grid = { readonly rows: readonly GridRow[] };

export const textOf = (row: GridRow, column: number): string => row.cells[column]?.text ?? '';
