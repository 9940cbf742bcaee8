import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';

export type SimpleColumn<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly align?: 'start' | 'end';
  /** A CSS width for the column, e.g. "30%" or "8rem". */
  readonly width?: string;
  /** Names the row: its cell becomes a row heading. */
  readonly isRowHeading?: boolean;
  readonly render: (row: Row) => ReactNode;
};

export type SimpleTableProps<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Said instead of the table when there are no rows. */
  readonly whenEmpty: ReactNode;
};

/** A plain table for up to a few dozen rows; more belong in a DataGrid. */
export function SimpleTable<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
  whenEmpty,
}: SimpleTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(scroller);
  if (rows.length === 0) return <p className="ui-table-empty">{whenEmpty}</p>;
  return (
    <div
      ref={scroller}
      className="ui-table-scroll"
      role="group"
      aria-label={caption}
      tabIndex={overflows ? 0 : undefined}
    >
      <table className="ui-table">
        <caption className={classNames(hideCaption && 'ui-visually-hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} style={{ width: column.width }}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.isRowHeading ? (
                  <th key={column.key} scope="row" data-align={column.align}>
                    {column.render(row)}
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align}>
                    {column.render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A table wider than its place scrolls sideways, and then the keyboard must reach it. */
const useOverflow = (box: RefObject<HTMLElement | null>): boolean => {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return overflows;
};
