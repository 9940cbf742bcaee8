/**
 * What a picture shows, as plain data: the same picture on screen and on paper is drawn from it (`draw.ts`), and so is the table
 * that says the same in figures. Never colour alone: every series has a pattern and its name, every bar its figure.
 */
export type Chart = BarChart | ColumnChart | LineChart | TimelineChart;

type ChartWords = {
  /** Stable within a pack, e.g. "reviews-by-stage". */
  readonly id: string;
  readonly title: string;
  /** The text alternative: one or two sentences that say what the picture shows, with its figures. */
  readonly alt: string;
};

/** Horizontal bars, one a category; several series are stacked in one bar. */
export type BarChart = ChartWords & {
  readonly kind: 'bars';
  /** What the categories are, as the heading of the table's first column, e.g. "Stage". */
  readonly categoryHeading: string;
  /** What is counted, e.g. "reviews" or "days". */
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  /** `values` run as the series do. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
};

export type ChartSeries = {
  readonly code: string;
  readonly label: string;
  readonly tone: ChartTone;
  /** The symbol of a RAG level, or null. */
  readonly symbol: string | null;
};

export type ChartTone = 'accent' | 'green' | 'amber' | 'red' | 'blue' | 'grey';

/** Columns side by side, one a time: how many there were in each year. */
export type ColumnChart = ChartWords & {
  readonly kind: 'columns';
  /** E.g. "Year". */
  readonly categoryHeading: string;
  readonly unit: string;
  readonly series: readonly [ChartSeries];
  /** In order of time. */
  readonly columns: readonly { readonly label: string; readonly value: number }[];
};

/** How figures went from one point in time to the next. */
export type LineChart = ChartWords & {
  readonly kind: 'lines';
  /** E.g. "Pack". */
  readonly categoryHeading: string;
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  /** In order of time; null where a figure is not known. */
  readonly points: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
};

/** Spells of time on lines under one another: reviews with their clocks and delays. */
export type TimelineChart = ChartWords & {
  readonly kind: 'timeline';
  /** What a lane is, e.g. "Review". */
  readonly laneHeading: string;
  /** Civil days YYYY-MM-DD, both included. */
  readonly from: string;
  readonly until: string;
  /** The day that is marked, or null. */
  readonly today: string | null;
  /** The kinds of spell, for the key. */
  readonly series: readonly ChartSeries[];
  /** What the marks mean, by their symbols, for the key. */
  readonly markKinds: readonly { readonly symbol: string; readonly label: string }[];
  readonly lanes: readonly {
    readonly label: string;
    readonly spells: readonly {
      /** A code of `series`. */
      readonly series: string;
      readonly from: string;
      /** null: not ended. */
      readonly until: string | null;
      /** All that the table says of it, dates included. */
      readonly words: string;
    }[];
    readonly marks: readonly { readonly on: string; readonly symbol: string; readonly words: string }[];
  }[];
};
