import { type Area, PATTERNS, type Pattern, type Point } from './drawing.ts';
import type { ChartSeries, ChartTone } from './model.ts';

/** The same meaning has the same pattern in every picture, as long as no other series of the picture has it. */
const USUAL: Readonly<Record<ChartTone, Pattern>> = {
  accent: 'solid',
  red: 'solid',
  amber: 'rising',
  green: 'dots',
  blue: 'level',
  grey: 'open',
};

/** A pattern for each series, by its code; no two of a picture's first seven share one. */
export const patternsOf = (series: readonly ChartSeries[]): ReadonlyMap<string, Pattern> => {
  const taken = new Map<string, Pattern>();
  for (const { code, tone } of series) {
    const isFree = (pattern: Pattern): boolean => ![...taken.values()].includes(pattern);
    taken.set(code, isFree(USUAL[tone]) ? USUAL[tone] : (PATTERNS.find(isFree) ?? USUAL[tone]));
  }
  return taken;
};

export type Stroke = { readonly from: Point; readonly to: Point };

/** How far the lines of a pattern, or its dots, stand apart. */
const SPACING = 6;

/** The lines of an area's pattern, cut at its edges. A pattern of lines stays sharp in every medium, which a tiled one does not. */
export const strokesOf = (area: Area): readonly Stroke[] => {
  switch (area.pattern) {
    case 'rising':
      return diagonals(area, 'rising');
    case 'falling':
      return diagonals(area, 'falling');
    case 'crossed':
      return [...diagonals(area, 'rising'), ...diagonals(area, 'falling')];
    case 'level':
      return steps(area.height, SPACING - 2).map((down) => ({
        from: { x: area.x, y: area.y + down },
        to: { x: area.x + area.width, y: area.y + down },
      }));
    default:
      return [];
  }
};

/** The middles of an area's dots. */
export const dotsOf = (area: Area): readonly Point[] =>
  area.pattern === 'dots'
    ? steps(area.height, SPACING).flatMap((down, row) =>
        steps(area.width, SPACING)
          .map((along) => along + (row % 2 === 0 ? 0 : SPACING / 2))
          .filter((along) => along < area.width - 1)
          .map((along) => ({ x: area.x + along, y: area.y + down })),
      )
    : [];

/** Distances from half a step on, as long as they are inside. */
const steps = (length: number, step: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.floor((length - 1) / step + 0.5)) }, (_, index) => (index + 0.5) * step).filter(
    (at) => at < length - 1,
  );

const diagonals = ({ x, y, width, height }: Area, direction: 'rising' | 'falling'): readonly Stroke[] =>
  steps(width + height, SPACING).map((along) => {
    // A line from the top edge or beyond it down to the left, within 0…width and 0…height.
    const start = { x: Math.min(along, width), y: Math.max(0, along - width) };
    const end = { x: Math.max(0, along - height), y: Math.min(along, height) };
    const placed = (point: Point): Point => ({
      x: x + (direction === 'rising' ? point.x : width - point.x),
      y: y + point.y,
    });
    return { from: placed(start), to: placed(end) };
  });
