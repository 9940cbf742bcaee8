import type { Shape } from './drawing.ts';
import { fitted, seriesName, textWidth } from './label-text.ts';
import type { ChartSeries } from './model.ts';
import { patternsOf } from './patterns.ts';

const SWATCH = { width: 28, height: 14 } as const;
const GAP = { afterSwatch: 6, afterName: 20, below: 12 } as const;

export type KeyMark = { readonly symbol: string; readonly label: string };

export type Key = { readonly shapes: readonly Shape[]; readonly height: number };

/** What the fills and the marks of a picture mean, in as many rows as the names take. */
export const drawKey = (
  series: readonly ChartSeries[],
  marks: readonly KeyMark[],
  { width, size }: { readonly width: number; readonly size: number },
): Key => {
  const patterns = patternsOf(series);
  const row = size + 8;
  const shapes: Shape[] = [];
  let x = 0;
  let y = row / 2;
  const entries = [
    ...series.map((one) => ({ swatch: one, name: seriesName(one) })),
    ...marks.map(({ symbol, label }) => ({ swatch: null, name: `${symbol} ${label}` })),
  ];
  for (const { swatch, name } of entries) {
    const before = swatch === null ? 0 : SWATCH.width + GAP.afterSwatch;
    const text = fitted(name, width - before, size, 1)[0] ?? '';
    const needed = before + textWidth(text, size);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += row;
    }
    if (swatch !== null) {
      shapes.push({
        kind: 'area',
        x: x + 1,
        y: y - SWATCH.height / 2,
        width: SWATCH.width - 2,
        height: SWATCH.height,
        tone: swatch.tone,
        pattern: patterns.get(swatch.code) ?? 'solid',
      });
    }
    shapes.push({ kind: 'words', at: { x: x + before, y }, text, anchor: 'start', size, bold: false });
    x += needed + GAP.afterName;
  }
  return { shapes, height: entries.length === 0 ? 0 : y + row / 2 + GAP.below };
};
