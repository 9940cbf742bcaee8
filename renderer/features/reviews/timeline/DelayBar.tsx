import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import type { Lane } from './row-lanes.ts';
import { delayWords } from './timeline-words.ts';

export type DelayBarProps = {
  readonly delay: TimelineRow['delays'][number];
  readonly x: (day: string) => number;
  readonly lane: Lane;
  readonly today: string;
};

/** A publication delay, hatched; open at its end while it goes on. */
export function DelayBar({ delay, x, lane: { top, thickness }, today }: DelayBarProps) {
  const width = Math.max(2, x(delay.until ?? today) - x(delay.from));
  return (
    <g data-tip={`Publication delayed. ${delayWords(delay)}`}>
      <rect className="timeline-delay" x={x(delay.from)} y={top} width={width} height={thickness} />
      <line className="timeline-delay-edge" x1={x(delay.from)} x2={x(delay.from)} y1={top} y2={top + thickness} />
      {delay.until !== null && (
        <line className="timeline-delay-edge" x1={x(delay.until)} x2={x(delay.until)} y1={top} y2={top + thickness} />
      )}
    </g>
  );
}
