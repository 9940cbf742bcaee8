import type { Room } from './draw.ts';
import type { Drawing, Pattern, Shape } from './drawing.ts';
import { drawKey } from './key.ts';
import { figure, fitted, textWidth } from './label-text.ts';
import type { BarChart, ChartSeries } from './model.ts';
import { patternsOf } from './patterns.ts';

const BAR_HEIGHT = 18;
const GAP = 8;
/** No picture is taller than a page that lies on its side: the table has the rest. */
const MOST_HEIGHT = 540;
const MOST_LABEL_LINES = 2;

type Part = { readonly series: ChartSeries; readonly value: number };
type Bar = { readonly label: readonly string[]; readonly parts: readonly Part[]; readonly total: number };

export const drawBars = (chart: BarChart, { width, size }: Room): Drawing => {
  const line = Math.round(size * 1.25);
  const named = chart.series.length > 1 || chart.series.some(({ symbol }) => symbol !== null);
  const key = named ? drawKey(chart.series, [], { width, size }) : { shapes: [], height: 0 };
  const labelWidth = Math.min(
    Math.max(...chart.bars.map(({ label }) => textWidth(label, size)), size * 3) + 2,
    width * 0.42,
  );
  const bars = chart.bars.map(({ label, values }): Bar => {
    const parts = chart.series.map((series, at) => ({ series, value: drawable(values[at]) }));
    return {
      label: fitted(label, labelWidth, size, MOST_LABEL_LINES),
      parts: parts.filter(({ value }) => value > 0),
      total: parts.reduce((sum, { value }) => sum + value, 0),
    };
  });
  const stacked = bars.some(({ parts }) => parts.length > 1);
  const endWidth = Math.max(...bars.map((bar) => textWidth(endWords(bar, stacked), size, true)), size) + GAP;
  const plot = { x: labelWidth + GAP, width: width - labelWidth - GAP - endWidth };
  const most = Math.max(...bars.map(({ total }) => total), 1);
  const patterns = patternsOf(chart.series);
  const shapes: Shape[] = [...key.shapes];
  let y = key.height;
  let drawn = 0;
  for (const bar of bars) {
    const partLines = stacked ? partRows(bar.parts, width - plot.x, size) : [];
    const height = Math.max(bar.label.length * line, BAR_HEIGHT + partLines.length * line) + GAP;
    if (drawn > 0 && y + height > MOST_HEIGHT) break;
    const middle = y + BAR_HEIGHT / 2 + 1;
    const first = bar.label.length > 1 || stacked ? middle : y + (height - GAP) / 2;
    for (const [index, text] of bar.label.entries()) {
      const at = { x: labelWidth, y: first + index * line };
      shapes.push({ kind: 'words', at, text, anchor: 'end', size, bold: false });
    }
    let x = plot.x;
    for (const { series, value } of bar.parts) {
      const length = (value / most) * plot.width;
      const pattern = patterns.get(series.code) ?? 'solid';
      const area = { x, y: y + 1, width: Math.max(length, 1), height: BAR_HEIGHT };
      shapes.push({ kind: 'area', ...area, tone: series.tone, pattern });
      x += length;
    }
    const at = { x: x + GAP - 2, y: middle };
    shapes.push({ kind: 'words', at, text: endWords(bar, stacked), anchor: 'start', size, bold: true });
    for (const [index, parts] of partLines.entries()) {
      const place = { left: plot.x, y: y + BAR_HEIGHT + 2 + (index + 0.5) * line, size };
      shapes.push(...partShapes(parts, patterns, place));
    }
    y += height;
    drawn += 1;
  }
  const foot = Math.max(y - GAP + 3, key.height + BAR_HEIGHT);
  shapes.push({
    kind: 'line',
    from: { x: plot.x, y: Math.max(key.height - 2, 0) },
    to: { x: plot.x, y: foot },
    use: 'axis',
  });
  const left = bars.length - drawn;
  if (left === 0) return { width, height: Math.ceil(Math.max(foot, key.height) + 2), shapes };
  const text = `And ${figure(left)} more: see the table.`;
  shapes.push({ kind: 'words', at: { x: plot.x, y: foot + line }, text, anchor: 'start', size, bold: false });
  return { width, height: Math.ceil(foot + line * 1.7), shapes };
};

const drawable = (value: number | undefined): number =>
  value === undefined || !Number.isFinite(value) ? 0 : Math.max(0, value);

/** A stacked bar ends in its total, any other in its one figure, with the symbol of its series. */
const endWords = ({ parts, total }: Bar, stacked: boolean): string => {
  const symbol = stacked ? null : (parts[0]?.series.symbol ?? null);
  return symbol === null ? figure(total) : `${symbol} ${figure(total)}`;
};

/** A part of a bar may be too narrow for its figure, so the figures stand below the bar, each with its symbol or its pattern. */
const partText = ({ series: { symbol }, value }: Part): string =>
  symbol === null ? figure(value) : `${symbol} ${figure(value)}`;

const SWATCH = { width: 16, height: 10, gap: 5 } as const;
const PART_GAP = 16;

const swatchWidth = ({ series: { symbol } }: Part): number => (symbol === null ? SWATCH.width + SWATCH.gap : 0);

const partRows = (parts: readonly Part[], width: number, size: number): readonly (readonly Part[])[] => {
  const rows: Part[][] = [];
  let used = 0;
  for (const part of parts) {
    const needed = swatchWidth(part) + textWidth(partText(part), size) + PART_GAP;
    const row = rows.at(-1);
    if (row === undefined || used + needed - PART_GAP > width) {
      rows.push([part]);
      used = needed;
    } else {
      row.push(part);
      used += needed;
    }
  }
  return rows;
};

type PartPlace = { readonly left: number; readonly y: number; readonly size: number };

const partShapes = (
  parts: readonly Part[],
  patterns: ReadonlyMap<string, Pattern>,
  { left, y, size }: PartPlace,
): readonly Shape[] => {
  let x = left + 4;
  return parts.flatMap((part): Shape[] => {
    const text = partText(part);
    const { tone, code } = part.series;
    const area = { x, y: y - SWATCH.height / 2, width: SWATCH.width, height: SWATCH.height };
    const swatch: Shape[] =
      swatchWidth(part) === 0 ? [] : [{ kind: 'area', ...area, tone, pattern: patterns.get(code) ?? 'solid' }];
    const at = { x: x + swatchWidth(part), y };
    x = at.x + textWidth(text, size) + PART_GAP;
    return [...swatch, { kind: 'words', at, text, anchor: 'start', size, bold: false }];
  });
};
