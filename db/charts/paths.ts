import { type Area, type Course, DOT_RADIUS, MARKER_RADIUS, type Point, type Words } from './drawing.ts';
import { dotsOf, strokesOf } from './patterns.ts';

/** Path data of SVG for the parts of a drawing: the documents and the screen write the same. */
export const strokePath = (area: Area): string =>
  strokesOf(area)
    .map(({ from, to }) => `M${at(from)}L${at(to)}`)
    .join('');

/** Dots as filled circles. */
export const dotPath = (area: Area): string =>
  dotsOf(area)
    .map((dot) => circle(dot, DOT_RADIUS))
    .join('');

export const coursePath = ({ points }: Course): string => `M${points.map(at).join('L')}`;

export const markerPath = (point: Point): string => circle(point, MARKER_RADIUS);

const circle = ({ x, y }: Point, radius: number): string =>
  `M${at({ x: x - radius, y })}a${radius},${radius},0,1,0,${radius * 2},0a${radius},${radius},0,1,0,${-radius * 2},0`;

/** Where a line of words stands on its base line: letters reach further up than down. */
export const baseLine = ({ at: { y }, size }: Words): number => round(y + size * 0.35);

/** Tenths are finer than any printer, and the same on every machine. */
export const round = (length: number): number => Math.round(length * 10) / 10;

const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
