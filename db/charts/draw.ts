import { drawBars } from './draw-bars.ts';
import { drawColumns } from './draw-columns.ts';
import { drawLines } from './draw-lines.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { Drawing } from './drawing.ts';
import type { Chart } from './model.ts';

/** Paper that stands upright is 174 mm wide between its margins; words on paper are 12 points. */
export const PAPER = { width: 656, size: 16 } as const;

export type Room = { readonly width: number; readonly size: number };

/** The one drawing of a chart for all media. The same chart in the same room gives the same shapes. */
export const drawChart = (chart: Chart, room: Room = PAPER): Drawing => {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart, room);
    case 'columns':
      return drawColumns(chart, room);
    case 'lines':
      return drawLines(chart, room);
    case 'timeline':
      return drawTimeline(chart, room);
  }
};
