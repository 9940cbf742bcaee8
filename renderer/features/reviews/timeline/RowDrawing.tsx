import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { ClockBar } from './ClockBar.tsx';
import { DelayBar } from './DelayBar.tsx';
import { EventMark } from './EventMark.tsx';
import { laneAt, rowHeight } from './row-lanes.ts';
import { endOf, scaleOf, ticksOf, type TimeWindow } from './time-window.ts';

export type RowDrawingProps = {
  readonly row: TimelineRow;
  readonly window: TimeWindow;
  readonly width: number;
  readonly today: string;
};

/** One review along time. The row's own words say all of it, so the drawing is not read aloud. */
export function RowDrawing({ row, window, width, today }: RowDrawingProps) {
  const x = scaleOf(window, width);
  const lanes = row.clocks.length + row.delays.length;
  return (
    <svg className="timeline-drawing" width={width} height={rowHeight} aria-hidden="true">
      {ticksOf(window).map(({ day, isYear }) => (
        <line
          key={day}
          className={isYear ? 'timeline-rule timeline-rule-year' : 'timeline-rule'}
          x1={x(day)}
          x2={x(day)}
          y1={0}
          y2={rowHeight}
        />
      ))}
      <line className="timeline-today" x1={x(today)} x2={x(today)} y1={0} y2={rowHeight} />
      {row.clocks.map((clock, lane) => (
        <ClockBar key={`${clock.name} ${clock.from}`} clock={clock} x={x} lane={laneAt(lane, lanes)} today={today} />
      ))}
      {row.delays.map((delay, lane) => (
        <DelayBar
          key={`${delay.reason} ${delay.from}`}
          delay={delay}
          x={x}
          lane={laneAt(row.clocks.length + lane, lanes)}
          today={today}
        />
      ))}
      {row.events.map((event) => (
        <EventMark key={`${event.kind} ${event.on} ${event.text}`} event={event} x={x(event.on)} />
      ))}
      <OutOfSight row={row} window={window} width={width} />
    </svg>
  );
}

/** Says where the review is when all of it lies before or after what is in sight. */
function OutOfSight({ row: { from, until, clocks }, window, width }: Omit<RowDrawingProps, 'today'>) {
  const isRunningOn = clocks.some(({ stopped, late }) => late && stopped === null);
  const isBefore = until !== null && until < window.from && !isRunningOn;
  const isAfter = from !== null && from > endOf(window);
  if (!isBefore && !isAfter) return null;
  return (
    <text
      className="timeline-out-of-sight"
      x={isBefore ? 8 : width - 8}
      y={rowHeight / 2 + 4}
      textAnchor={isBefore ? 'start' : 'end'}
    >
      {isBefore ? `◂ ended ${formatDate(until)}` : `begins ${formatDate(from)} ▸`}
    </text>
  );
}
