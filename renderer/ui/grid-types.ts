import type { ReactNode } from 'react';

export type GridColumn<Row> = {
  readonly key: string;
  readonly heading: string;
  /** Pixels. Without it the column shares what room is left. */
  readonly width?: number;
  /** The least a sharing column may shrink to, in pixels. */
  readonly minWidth?: number;
  readonly align?: 'start' | 'end';
  /** Figures of one width, for dates and numbers at the start of a cell; at the end they have it anyway. */
  readonly tabular?: boolean;
  readonly sortable?: boolean;
  /** Drawn for visible rows only; keep it free of buttons and links: Enter opens the row. */
  readonly render: (row: Row) => ReactNode;
};

export type GridSort = { readonly key: string; readonly direction: 'ascending' | 'descending' };

export type GridSelection = {
  readonly mode: 'multiple';
  readonly selectedKeys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** Selects every row there is, loaded or not; without it Ctrl+A selects the loaded ones. */
  readonly onSelectAll?: () => void;
};
