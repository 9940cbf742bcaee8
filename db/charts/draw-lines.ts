import type { Room } from './draw.ts';
import { type Drawing, MARKER_RADIUS, type Point, type Shape } from './drawing.ts';
import { figure, fitted, seriesName, textWidth } from './label-text.ts';
import type { ChartSeries, LineChart } from './model.ts';

const PANEL_PLOT = 34;
const GAP = 10;
const MOST_PANELS = 7;

/**
 * One panel a series, under one another, each on a scale of its own from nought: lines that cross in one plot are told apart by
 * colour alone, and a board's counts differ a hundredfold.
 */
export const drawLines = (chart: LineChart, { width, size }: Room): Drawing => {
  const line = Math.round(size * 1.25);
  const nameWidth = width * 0.34;
  const left = nameWidth + 24;
  const step = chart.points.length < 2 ? 0 : (width - left - 32) / (chart.points.length - 1);
  const xs = chart.points.map((_, at) => left + at * step);
  const panel = line + PANEL_PLOT + GAP * 2;
  const shapes: Shape[] = [];
  for (const [index, series] of chart.series.slice(0, MOST_PANELS).entries()) {
    const values = chart.points.map(({ values: all }) => known(all[index]));
    shapes.push(...panelShapes({ series, values, xs, top: index * panel, nameWidth, width, size, line, step }));
  }
  const foot = Math.min(chart.series.length, MOST_PANELS) * panel;
  shapes.push(...pointNames(chart, xs, foot, { width, size, left: nameWidth }));
  return { width, height: Math.ceil(foot + line + 4), shapes };
};

const known = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : Math.max(0, value);

type Panel = Room & {
  readonly series: ChartSeries;
  readonly values: readonly (number | null)[];
  readonly xs: readonly number[];
  readonly top: number;
  readonly nameWidth: number;
  readonly line: number;
  readonly step: number;
};

const panelShapes = ({ series, values, xs, top, nameWidth, width, size, line, step }: Panel): readonly Shape[] => {
  const base = top + line + GAP + PANEL_PLOT;
  const most = Math.max(...values.map((value) => value ?? 0), 1);
  const points = values.map((value, at): Point | null =>
    value === null ? null : { x: xs[at] ?? 0, y: base - (value / most) * PANEL_PLOT },
  );
  const shapes: Shape[] = [
    { kind: 'line', from: { x: nameWidth + GAP, y: base }, to: { x: width, y: base }, use: 'axis' },
    ...runs(points).map((run): Shape => ({ kind: 'course', points: run, tone: series.tone })),
    ...points.flatMap((at): Shape[] => (at === null ? [] : [{ kind: 'marker', at, tone: series.tone }])),
  ];
  const name = fitted(seriesName(series), nameWidth, size, 3);
  for (const [index, text] of name.entries()) {
    const y = base - PANEL_PLOT / 2 + (index - (name.length - 1) / 2) * line;
    shapes.push({ kind: 'words', at: { x: nameWidth, y }, text, anchor: 'end', size, bold: false });
  }
  let free = Number.POSITIVE_INFINITY;
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    const point = points[at];
    if (value === null || value === undefined || point === null || point === undefined) continue;
    const text = figure(value);
    const half = textWidth(text, size, true) / 2;
    const x = Math.min(point.x, width - half);
    if (x + half + 4 > free || x - half < nameWidth + 4) continue;
    // A figure stands above the highest point that it spans, so that no line runs through it.
    const reach = points.filter((near) => near !== null && Math.abs(near.x - point.x) <= Math.max(half, step * 0.5));
    const highest = Math.min(...reach.map((near) => near?.y ?? base));
    const y = Math.max(highest - MARKER_RADIUS - size * 0.65, top + size * 0.65);
    shapes.push({ kind: 'words', at: { x, y }, text, anchor: 'middle', size, bold: true });
    free = x - half;
  }
  return shapes;
};

/** The known points that follow one another: a gap in what is known is a gap in the line. */
const runs = (points: readonly (Point | null)[]): readonly (readonly Point[])[] => {
  const found: Point[][] = [[]];
  for (const point of points) {
    if (point === null) found.push([]);
    else found.at(-1)?.push(point);
  }
  return found.filter((run) => run.length > 1);
};

/** The last point is always named, and of the others as many as there is room for. */
const pointNames = (
  { points }: LineChart,
  xs: readonly number[],
  top: number,
  { width, size, left }: Room & { readonly left: number },
): readonly Shape[] => {
  const shapes: Shape[] = [];
  let free = width;
  for (let at = points.length - 1; at >= 0; at--) {
    const text = fitted(points[at]?.label ?? '', width * 0.4, size, 1)[0] ?? '';
    const half = textWidth(text, size) / 2;
    const x = Math.min(xs[at] ?? 0, width - half);
    if (x + half > free || x - half < left - half) continue;
    shapes.push({ kind: 'words', at: { x, y: top + size * 0.6 }, text, anchor: 'middle', size, bold: false });
    free = x - half - 12;
  }
  return shapes;
};
