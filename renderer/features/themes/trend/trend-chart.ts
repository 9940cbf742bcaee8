import { columnsInWords } from '../../../../db/charts/alt-words.ts';
import type { ColumnChart } from '../../../../db/charts/model.ts';
import type { TrendRow } from '../../../../db/contract/themes.ts';
import { TREND_EVENT_LABELS, type TrendEvent } from '../../../../db/domain/theme-trend.ts';

/** The years of one row of the table below it. */
export const trendChart = (years: readonly number[], row: TrendRow, by: TrendEvent): ColumnChart => {
  const drawn = {
    unit: 'reviews',
    columns: years.map((year, at) => ({ label: String(year), value: row.counts[at] ?? 0 })),
  };
  return {
    kind: 'columns',
    id: 'theme-trend',
    title: `${row.name} by ${TREND_EVENT_LABELS[by].toLowerCase()}`,
    alt: columnsInWords(drawn),
    categoryHeading: 'Year',
    series: [{ code: 'reviews', label: 'Reviews', tone: 'accent', symbol: null }],
    ...drawn,
  };
};
