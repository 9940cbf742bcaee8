import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { ClockBar } from './ClockBar.tsx';
import { DelayBar } from './DelayBar.tsx';
import { EventMark } from './EventMark.tsx';
import { laneTop } from './row-height.ts';
import { endOf, scaleOf, ticksOf, type TimeWindow } from './time-window.ts';

export type RowDrawingProps = {
  readonly row: TimelineRow;
  readonly window: TimeWindow;
  readonly width: number;
  readonly height: number;
  readonly today: string;
};

/** One review along time. The row's own words say all of it, so the drawing is not read aloud. */
export function RowDrawing({ row, window, width, height, today }: RowDrawingProps) {
  const x = scaleOf(window, width);
  return (
    <svg className="timeline-drawing" width={width} height={height} aria-hidden="true">
      {ticksOf(window).map(({ day, isYear }) => (
        <line
          key={day}
          className={isYear ? 'timeline-rule timeline-rule-year' : 'timeline-rule'}
          x1={x(day)}
          x2={x(day)}
          y1={0}
          y2={height}
        />
      ))}
      <line className="timeline-today" x1={x(today)} x2={x(today)} y1={0} y2={height} />
      {row.clocks.map((clock, lane) => (
        <ClockBar key={`${clock.name} ${clock.from}`} clock={clock} x={x} top={laneTop(lane)} today={today} />
      ))}
      {row.delays.map((delay, lane) => (
        <DelayBar
          key={`${delay.reason} ${delay.from}`}
          delay={delay}
          x={x}
          top={laneTop(row.clocks.length + lane)}
          today={today}
        />
      ))}
      {row.events.map((event) => (
        <EventMark key={`${event.kind} ${event.on} ${event.text}`} event={event} x={x(event.on)} />
      ))}
      <OutOfSight row={row} window={window} width={width} height={height} />
    </svg>
  );
}

/** Says where the review is when all of it lies before or after what is in sight. */
function OutOfSight({ row: { from, until }, window, width, height }: Omit<RowDrawingProps, 'today'>) {
  const isBefore = until !== null && until < window.from;
  const isAfter = from !== null && from > endOf(window);
  if (!isBefore && !isAfter) return null;
  return (
    <text
      className="timeline-out-of-sight"
      x={isBefore ? 8 : width - 8}
      y={height / 2 + 4}
      textAnchor={isBefore ? 'start' : 'end'}
    >
      {isBefore ? `◂ ended ${formatDate(until)}` : `begins ${formatDate(from)} ▸`}
    </text>
  );
}
