import type { TrendRow } from '../../../../db/contract/themes.ts';
import { TREND_EVENT_LABELS, type TrendEvent } from '../../../../db/domain/theme-trend.ts';

const barWidth = 28;
const step = 40;
const plotHeight = 120;
const top = 20;
const foot = 22;

type TrendChartProps = { readonly years: readonly number[]; readonly row: TrendRow; readonly by: TrendEvent };

/** Bars with their figures on them; the table below holds the same figures for reading aloud. */
export function TrendChart({ years, row, by }: TrendChartProps) {
  const most = Math.max(1, ...row.counts);
  const width = years.length * step;
  return (
    <div className="theme-trend-chart">
      <svg
        role="img"
        aria-label={`Bar chart of ${row.name} by ${TREND_EVENT_LABELS[by].toLowerCase()}, ${years[0]} to ${years.at(-1)}. The table below has its figures.`}
        width={width}
        height={top + plotHeight + foot}
        viewBox={`0 0 ${width} ${top + plotHeight + foot}`}
      >
        <line x1={0} x2={width} y1={top + plotHeight} y2={top + plotHeight} className="theme-trend-line" />
        {years.map((year, at) => {
          const count = row.counts[at] ?? 0;
          const height = (count / most) * plotHeight;
          const x = at * step + (step - barWidth) / 2;
          return (
            <g key={year}>
              <rect x={x} y={top + plotHeight - height} width={barWidth} height={height} className="theme-trend-bar" />
              <text x={x + barWidth / 2} y={top + plotHeight - height - 5} className="theme-trend-figure">
                {count === 0 ? '' : count}
              </text>
              <text x={x + barWidth / 2} y={top + plotHeight + 16} className="theme-trend-year">
                {year}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
