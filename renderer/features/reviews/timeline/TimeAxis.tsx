import { formatDate } from '../../../../db/domain/partial-date.ts';
import { scaleOf, ticksOf, type TimeWindow } from './time-window.ts';

export const axisHeight = 32;

/** Years, quarters or months above the rows, and today. */
export function TimeAxis({
  window,
  width,
  today,
}: {
  readonly window: TimeWindow;
  readonly width: number;
  readonly today: string;
}) {
  const x = scaleOf(window, width);
  const todayAt = x(today);
  return (
    <svg className="timeline-axis" width={width} height={axisHeight} aria-hidden="true">
      {ticksOf(window).map(({ day, label, isYear }) => (
        <g key={day}>
          <line
            className={isYear ? 'timeline-rule timeline-rule-year' : 'timeline-rule'}
            x1={x(day)}
            x2={x(day)}
            y1={isYear ? 0 : 20}
            y2={axisHeight}
          />
          <text className={isYear ? 'timeline-tick timeline-tick-year' : 'timeline-tick'} x={x(day) + 4} y={28}>
            {label}
          </text>
        </g>
      ))}
      {todayAt >= 0 && todayAt <= width && (
        <>
          <line className="timeline-today" x1={todayAt} x2={todayAt} y1={0} y2={axisHeight} />
          <text
            className="timeline-tick timeline-tick-today"
            x={todayAt > width - 130 ? todayAt - 4 : todayAt + 4}
            y={12}
            textAnchor={todayAt > width - 130 ? 'end' : 'start'}
          >
            Today, {formatDate(today)}
          </text>
        </>
      )}
    </svg>
  );
}
