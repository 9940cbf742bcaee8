import type { Chart } from './model.ts';

/** What a picture shows, in figures: one heading a column; a cell is words, a number, or null for a figure that is not known. */
export type ChartTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** The table that says the same as the picture, nothing left out. */
export const chartTable = (chart: Chart): ChartTable => {
  switch (chart.kind) {
    case 'bars': {
      const many = chart.series.length > 1;
      return {
        headings: [chart.categoryHeading, ...chart.series.map(({ label }) => label), ...(many ? ['Total'] : [])],
        rows: chart.bars.map(({ label, values }) => {
          const figures = chart.series.map((_, at) => values[at] ?? 0);
          return [label, ...figures, ...(many ? [figures.reduce((sum, value) => sum + value, 0)] : [])];
        }),
      };
    }
    case 'columns':
      return {
        headings: [chart.categoryHeading, chart.series[0].label],
        rows: chart.columns.map(({ label, value }) => [label, value]),
      };
    case 'lines':
      return {
        headings: [chart.categoryHeading, ...chart.series.map(({ label }) => label)],
        rows: chart.points.map(({ label, values }) => [label, ...chart.series.map((_, at) => values[at] ?? null)]),
      };
    case 'timeline': {
      const kinds = [...chart.series.map(({ label }) => label), ...chart.markKinds.map(({ label }) => label)];
      return {
        headings: [chart.laneHeading, ...kinds],
        rows: chart.lanes.map(({ label, spells, marks }) => [
          label,
          ...chart.series.map(({ code }) => inOneCell(spells.filter(({ series }) => series === code))),
          ...chart.markKinds.map(({ symbol }) => inOneCell(marks.filter((mark) => mark.symbol === symbol))),
        ]),
      };
    }
  }
};

const inOneCell = (parts: readonly { readonly words: string }[]): string => parts.map(({ words }) => words).join('; ');
