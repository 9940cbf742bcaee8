import { drawChart } from '../charts/draw.ts';
import type { Chart } from '../charts/model.ts';
import { drawingToSvg } from '../charts/svg.ts';

/**
 * The picture in the page itself. Like a table, it scrolls sideways on a narrow screen, so it can be reached by keyboard. It stands
 * in no `figure` element: a PDF made of that would hold a figure in a figure, the outer one without a text alternative.
 */
export const chartToHtml = (chart: Chart, escaped: (text: string) => string): string =>
  `<div class="picture"><p class="caption">${escaped(chart.title)}</p>
<div class="drawing" role="group" tabindex="0" aria-label="${escaped(chart.title)}">
${drawingToSvg(drawChart(chart), chart, escaped)}
</div></div>`;
