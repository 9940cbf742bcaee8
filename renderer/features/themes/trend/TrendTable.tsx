import type { TrendRow } from '../../../../db/contract/themes.ts';
import type { TrendEvent } from '../../../../db/domain/theme-trend.ts';
import { themesHref } from '../../../app/links.ts';
import { type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { anyTheme, noYear } from './figure-keys.ts';

type TrendTableProps = {
  readonly years: readonly number[];
  readonly rows: readonly TrendRow[];
  readonly themeId: string | null;
  readonly by: TrendEvent;
};

/** The theme, and each theme right below it, year by year. Every figure shows the reviews behind it. */
export function TrendTable({ years, rows, themeId, by }: TrendTableProps) {
  const hrefOf = (row: TrendRow, year: string): string =>
    themesHref('trend', { ...(themeId === null ? {} : { theme: themeId }), by, of: row.themeId ?? anyTheme, year });
  const figure = (row: TrendRow, count: number, year: string, words: string) =>
    count === 0 ? (
      <span className="ui-quiet">0</span>
    ) : (
      <a href={hrefOf(row, year)} aria-label={`${count} ${words}: ${row.name}`}>
        {count}
      </a>
    );
  const columns: readonly SimpleColumn<TrendRow>[] = [
    {
      key: 'theme',
      heading: 'Theme',
      isRowHeading: true,
      render: (row) =>
        row.depth === 0 || row.themeId === null ? (
          <strong>{row.name}</strong>
        ) : (
          <a href={themesHref('trend', { theme: row.themeId, by })}>{row.name}</a>
        ),
    },
    ...years.map(
      (year, at): SimpleColumn<TrendRow> => ({
        key: String(year),
        heading: String(year),
        align: 'end',
        render: (row) => figure(row, row.counts[at] ?? 0, String(year), `in ${year}`),
      }),
    ),
    {
      key: 'withoutYear',
      heading: 'No year',
      align: 'end',
      render: (row) => figure(row, row.withoutYear, noYear, 'without a year'),
    },
    { key: 'total', heading: 'In all', align: 'end', render: (row) => <strong>{row.total}</strong> },
  ];
  return (
    <SimpleTable
      caption="Reviews by year"
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ themeId: id }) => id ?? anyTheme}
      whenEmpty=""
    />
  );
}
