import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { eventLane } from './row-lanes.ts';
import { eventWords } from './timeline-words.ts';

export type EventMarkProps = { readonly event: TimelineRow['events'][number]; readonly x: number };

/** A disc for a day that is known, a hollow diamond for one that is not. */
export function EventMark({ event, x }: EventMarkProps) {
  return (
    <g data-tip={eventWords(event)}>
      {event.imprecise ? (
        <path className="timeline-event-about" d={`M${x} ${eventLane - 5}l5 5l-5 5l-5 -5z`} />
      ) : (
        <circle className="timeline-event" cx={x} cy={eventLane} r={4} />
      )}
      <circle className="timeline-hit" cx={x} cy={eventLane} r={8} />
    </g>
  );
}
