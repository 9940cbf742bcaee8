import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import type { Lane } from './row-lanes.ts';
import { clockWords } from './timeline-words.ts';

export type ClockBarProps = {
  readonly clock: TimelineRow['clocks'][number];
  readonly x: (day: string) => number;
  readonly lane: Lane;
  readonly today: string;
};

/** Used time solid, time left in outline, the due day as a stroke, what is late in red with a pattern. */
export function ClockBar({ clock, x, lane: { top, thickness }, today }: ClockBarProps) {
  const { from, due, stopped, late } = clock;
  const end = stopped ?? today;
  const usedUntil = end < due ? end : due;
  const isOpen = stopped === null && due > today;
  return (
    <g data-tip={clockWords(clock)}>
      {isOpen && (
        <rect
          className="timeline-left"
          x={x(maxOf(from, today))}
          y={top + 0.5}
          width={span(x, maxOf(from, today), due)}
          height={thickness - 1}
        />
      )}
      <rect className="timeline-used" x={x(from)} y={top} width={span(x, from, usedUntil)} height={thickness} />
      {late && <rect className="timeline-late" x={x(due)} y={top} width={span(x, due, end)} height={thickness} />}
      {late && (
        <rect className="timeline-late-pattern" x={x(due)} y={top} width={span(x, due, end)} height={thickness} />
      )}
      <line className="timeline-due" x1={x(due)} x2={x(due)} y1={top - 2} y2={top + thickness + 2} />
      <rect
        className="timeline-hit"
        x={x(from) - 3}
        y={top - 2}
        width={span(x, from, maxOf(due, late ? end : due)) + 6}
        height={thickness + 4}
      />
    </g>
  );
}

const span = (x: (day: string) => number, from: string, until: string): number => Math.max(0, x(until) - x(from));
const maxOf = (a: string, b: string): string => (a > b ? a : b);
