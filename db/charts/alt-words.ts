import { formatDate } from '../domain/partial-date.ts';
import { figure } from './label-text.ts';
import type { BarChart, ColumnChart, LineChart } from './model.ts';

/** Listened to, a longer list is a burden; the table holds the rest. */
const MOST_NAMED = 12;

const named = (parts: readonly string[], rest: string): string => {
  const left = parts.length - MOST_NAMED;
  return `${parts.slice(0, MOST_NAMED).join('; ')}${left > 0 ? `; and ${figure(left)} more ${rest}` : ''}.`;
};

/** "Bars of reviews. In progress: 4; Complete: 12." Of several series each bar's parts are said as well. */
export const barsInWords = ({ unit, series, bars }: Pick<BarChart, 'unit' | 'series' | 'bars'>): string => {
  const parts = bars.map(({ label, values }) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const of = series.flatMap((one, at) => {
      const value = values[at] ?? 0;
      return value === 0 ? [] : [`${figure(value)} ${one.label.toLowerCase()}`];
    });
    return `${label}: ${figure(total)}${series.length < 2 || of.length === 0 ? '' : ` (${of.join(', ')})`}`;
  });
  return parts.length === 0
    ? `Bars of ${unit}: there are none.`
    : `Bars of ${unit}. ${named(parts, 'bars in the table')}`;
};

/** "Columns of reviews, 2019 to 2022. 2019: 1; 2022: 3; every other: 0." */
export const columnsInWords = ({ unit, columns }: Pick<ColumnChart, 'unit' | 'columns'>): string => {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return `Columns of ${unit}: there are none.`;
  const parts = columns.flatMap(({ label, value }) => (value === 0 ? [] : [`${label}: ${figure(value)}`]));
  const span = `Columns of ${unit}, ${first.label} to ${last.label}`;
  if (parts.length === 0) return `${span}: all are 0.`;
  const others = parts.length === columns.length ? [] : ['every other: 0'];
  return `${span}. ${named([...parts, ...others], 'columns in the table')}`;
};

/** "Lines from 8 May 2019 to 5 August 2020. Live reviews: from 5 to 7, now the highest." */
export const linesInWords = ({ series, points }: Pick<LineChart, 'series' | 'points'>): string => {
  const parts = series.map(({ label }, at) => {
    const known = points.flatMap(({ values }) => {
      const value = values[at];
      return value === null || value === undefined ? [] : [value];
    });
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return `${label}: not known`;
    const between = `lowest ${figure(Math.min(...known))}, highest ${figure(Math.max(...known))}`;
    return `${label}: from ${figure(first)} to ${figure(last)} (${between})`;
  });
  const [from, until] = [points[0]?.label ?? '', points.at(-1)?.label ?? ''];
  return `Lines from ${from} to ${until}. ${named(parts, 'lines in the table')}`;
};

/** "1 January 2019 to 8 May 2020". */
export const spanInWords = (from: string, until: string): string => `${formatDate(from)} to ${formatDate(until)}`;
