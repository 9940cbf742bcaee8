import type { ReactNode } from 'react';

export type PageProps = {
  /** reading: text and forms. wide: several columns. list: one DataGrid fills the height that is left. */
  readonly width?: 'reading' | 'wide' | 'list';
  readonly children: ReactNode;
};

export function Page({ width = 'wide', children }: PageProps) {
  return <div className={`ui-page ui-page-${width}`}>{children}</div>;
}
