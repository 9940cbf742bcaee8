import type { Room } from './draw.ts';
import type { Drawing, Shape } from './drawing.ts';
import { drawKey } from './key.ts';
import { figure, fitted, textWidth } from './label-text.ts';
import type { ColumnChart } from './model.ts';
import { patternsOf } from './patterns.ts';

const PLOT = 120;
const WIDEST_STEP = 72;
const WIDEST_COLUMN = 36;
const FIGURE_GAP = 4;
const LABEL_GAP = 8;

/**
 * Columns that stand side by side: one count at each of a row of times. Each has its figure on it; where there are more than fit,
 * the latest are drawn, and where their names would run together, every second or third is named.
 */
export const drawColumns = (chart: ColumnChart, { width, size }: Room): Drawing => {
  const line = Math.round(size * 1.25);
  const [series] = chart.series;
  const key = series.symbol === null ? { shapes: [], height: 0 } : drawKey(chart.series, [], { width, size });
  const all = chart.columns.map(({ label, value }) => ({
    label: fitted(label, width * 0.3, size, 1)[0] ?? '',
    value: drawable(value),
  }));
  const labelWidth = Math.max(...all.map(({ label }) => textWidth(label, size)), size);
  const figureWidth = Math.max(...all.map(({ value }) => textWidth(figure(value), size, true)), size / 2) + FIGURE_GAP;
  // The names at both ends may be wider than their columns.
  const room = width - Math.max(labelWidth, figureWidth);
  const columns = all.slice(-Math.max(1, Math.floor(room / figureWidth)));
  const step = Math.min(room / Math.max(columns.length, 1), Math.max(WIDEST_STEP, figureWidth));
  const left = (width - room) / 2;
  const named = Math.ceil((labelWidth + LABEL_GAP) / step);
  const most = Math.max(...columns.map(({ value }) => value), 1);
  const base = key.height + line + PLOT;
  const pattern = patternsOf(chart.series).get(series.code) ?? 'solid';
  const shapes: Shape[] = [...key.shapes];
  for (const [at, { label, value }] of columns.entries()) {
    const middle = left + (at + 0.5) * step;
    const height = (value / most) * PLOT;
    const wide = Math.min(step * 0.68, WIDEST_COLUMN);
    if (value > 0) {
      const area = { x: middle - wide / 2, y: base - height, width: wide, height };
      shapes.push({ kind: 'area', ...area, tone: series.tone, pattern });
    }
    const above = { x: middle, y: base - height - line / 2 };
    shapes.push({ kind: 'words', at: above, text: figure(value), anchor: 'middle', size, bold: true });
    if ((columns.length - 1 - at) % named !== 0) continue;
    const below = { x: middle, y: base + line * 0.75 };
    shapes.push({ kind: 'words', at: below, text: label, anchor: 'middle', size, bold: false });
  }
  const foot = base + line * 1.5;
  const end = left + columns.length * step;
  shapes.push({ kind: 'line', from: { x: left, y: base }, to: { x: end, y: base }, use: 'axis' });
  const earlier = all.length - columns.length;
  if (earlier === 0) return { width, height: Math.ceil(foot), shapes };
  const text = `And ${figure(earlier)} earlier: see the table.`;
  shapes.push({ kind: 'words', at: { x: 0, y: foot + line / 2 }, text, anchor: 'start', size, bold: false });
  return { width, height: Math.ceil(foot + line * 1.2), shapes };
};

const drawable = (value: number): number => (Number.isFinite(value) ? Math.max(0, value) : 0);
