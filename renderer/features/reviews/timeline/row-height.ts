import type { TimelineRow } from '../../../../db/contract/reviews.ts';

export const eventLane = 15;
export const laneHeight = 10;
const padding = 10;
const leastHeight = 48;

/** A lane for the events, one for each clock and each delay. A row that is not loaded yet is as high as a small one. */
export const rowHeight = (row: TimelineRow | undefined): number =>
  row === undefined
    ? leastHeight
    : Math.max(leastHeight, eventLane + padding + (row.clocks.length + row.delays.length) * laneHeight + padding);

/** The top of the lane below the events. */
export const laneTop = (lane: number): number => eventLane + padding + lane * laneHeight;
