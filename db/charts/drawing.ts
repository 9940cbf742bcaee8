import type { ChartTone } from './model.ts';

/**
 * A picture as plain shapes, before it takes a medium: the SVG of documents, the elements of the screen and the shapes of a Word
 * document are all made from these. Lengths are in units of a ninety-sixth of an inch, from the top left corner.
 */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

export type Shape = Area | Line | Course | Marker | Words;

/** A filled rectangle with an edge of its tone. */
export type Area = {
  readonly kind: 'area';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: ChartTone;
  readonly pattern: Pattern;
};

/** `axis` bears the bars; `grid` helps the eye; `today` marks the day of the figures. */
export type Line = {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly use: 'axis' | 'grid' | 'today';
};

/** Points joined by straight lines. */
export type Course = { readonly kind: 'course'; readonly points: readonly Point[]; readonly tone: ChartTone };

export type Marker = { readonly kind: 'marker'; readonly at: Point; readonly tone: ChartTone };

/** One line of words; `at` is the middle of its height. */
export type Words = {
  readonly kind: 'words';
  readonly at: Point;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
};

export type Point = { readonly x: number; readonly y: number };

/** How an area is filled, so that two series are told apart without their colours. */
export const PATTERNS = ['solid', 'rising', 'dots', 'level', 'falling', 'crossed', 'open'] as const;
export type Pattern = (typeof PATTERNS)[number];

export const MARKER_RADIUS = 4;
export const DOT_RADIUS = 1.4;
