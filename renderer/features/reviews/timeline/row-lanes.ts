/** Every row is as high, so that a long list keeps its place while it loads. */
export const rowHeight = 56;

/** Where the events lie. */
export const eventLane = 13;

const firstLane = 24;
const lanesEnd = rowHeight - 4;
const widestLane = 10;

export type Lane = { readonly top: number; readonly thickness: number };

/** The lanes below the events, one for each clock and delay; many share the room that there is. */
export const laneAt = (lane: number, lanes: number): Lane => {
  const height = Math.min(widestLane, (lanesEnd - firstLane) / Math.max(1, lanes));
  return { top: firstLane + lane * height, thickness: Math.max(2, height - 4) };
};
