import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsInWords, columnsInWords, linesInWords } from '../../../db/charts/alt-words.ts';
import { drawChart, PAPER } from '../../../db/charts/draw.ts';
import type { Area, Drawing } from '../../../db/charts/drawing.ts';
import type { BarChart, Chart, ColumnChart, LineChart, TimelineChart } from '../../../db/charts/model.ts';
import { dotsOf, patternsOf, strokesOf } from '../../../db/charts/patterns.ts';
import { chartTable } from '../../../db/charts/table.ts';
import { addDays } from '../../../db/domain/partial-date.ts';
import { problemsIn, wordsIn } from './drawing-problems.ts';
import { byAgency, byStage, byYear, EXAMPLES, liveReviews, overPacks, RATINGS } from './example-charts.ts';

const SCREEN = { width: 420, size: 14 } as const;

const areasIn = ({ shapes }: Drawing): readonly Area[] =>
  shapes.filter((shape): shape is Area => shape.kind === 'area');

const barsOf = (count: number, label: string, value: number): BarChart => ({
  ...byStage,
  bars: Array.from({ length: count }, (_, at) => ({ label: `${label} ${at}`, values: [value] })),
});

const columnsOf = (count: number, value: number, label = ''): ColumnChart => ({
  ...byYear,
  columns: Array.from({ length: count }, (_, at) => ({ label: `${label}${1990 + at}`, value })),
});

const extremes: readonly { readonly title: string; readonly chart: Chart }[] = [
  { title: 'no bar', chart: barsOf(0, '', 0) },
  { title: 'one bar', chart: barsOf(1, 'Neglect', 1) },
  { title: 'sixty bars', chart: barsOf(60, 'Theme', 3) },
  { title: 'bars of nought', chart: barsOf(5, 'Stage', 0) },
  { title: 'huge figures', chart: barsOf(4, 'Reason', 987_654_321_012) },
  { title: 'labels of many words', chart: barsOf(6, 'North Exampleshire Integrated Care Board and its partners', 4) },
  { title: 'labels of one long word', chart: barsOf(3, 'x'.repeat(200), 4) },
  { title: 'empty labels', chart: barsOf(3, '', 4) },
  {
    title: 'forty stacked bars of huge figures',
    chart: {
      ...byAgency,
      bars: Array.from({ length: 40 }, () => ({ label: 'Police', values: [1, 1e9, 1e9, 1e9, 1e9] })),
    },
  },
  { title: 'no column', chart: columnsOf(0, 0) },
  { title: 'one column', chart: columnsOf(1, 3) },
  { title: 'ninety columns', chart: columnsOf(90, 14) },
  { title: 'columns of huge figures', chart: columnsOf(12, 987_654_321_012) },
  { title: 'columns of long names', chart: columnsOf(9, 4, 'the year that began in April ') },
  {
    title: 'rated columns',
    chart: { ...byYear, series: [{ code: 'late', label: 'Late', tone: 'red', symbol: '▲' }] },
  },
  { title: 'no point', chart: { ...overPacks, points: [] } },
  { title: 'one point', chart: { ...overPacks, points: overPacks.points.slice(0, 1) } },
  { title: 'nothing known', chart: { ...overPacks, points: overPacks.points.map((p) => ({ ...p, values: [] })) } },
  {
    title: 'forty points of huge figures',
    chart: {
      ...overPacks,
      points: Array.from({ length: 40 }, (_, at) => ({ label: `${at} November 2019`, values: [1e9 + at, at, 0] })),
    },
  },
  { title: 'no lane', chart: { ...liveReviews, lanes: [] } },
  {
    title: 'sixty lanes',
    chart: { ...liveReviews, lanes: Array.from({ length: 60 }, (_, at) => liveReviews.lanes[at % 2] as never) },
  },
  { title: 'a time of one day', chart: { ...liveReviews, from: '2020-05-08', until: '2020-05-08' } },
  { title: 'a time of thirty years', chart: { ...liveReviews, from: '1995-01-01', until: '2025-01-01' } },
];

describe('drawing a chart', () => {
  it.each(EXAMPLES.map((chart) => [chart.title, chart] as const))('%s: the same shapes each time', (_, chart) => {
    expect(drawChart(structuredClone(chart))).toEqual(drawChart(chart));
  });

  it.each([...EXAMPLES.map((chart) => ({ title: chart.title, chart })), ...extremes])(
    '$title: no words run together or out of the picture, on paper or on a narrow screen',
    ({ chart }) => {
      expect(problemsIn(drawChart(chart))).toEqual([]);
      expect(problemsIn(drawChart(chart, SCREEN))).toEqual([]);
    },
  );

  it.each(extremes)('$title: fits on a page that lies on its side', ({ chart }) => {
    const { width, height } = drawChart(chart);
    expect(width).toBe(PAPER.width);
    expect(height).toBeLessThanOrEqual(620);
  });

  it('says how many bars and lanes the table has more', () => {
    const bars = wordsIn(drawChart(barsOf(60, 'Theme', 3))).filter((text) => text.startsWith('Theme')).length;
    expect(bars).toBeGreaterThan(15);
    expect(wordsIn(drawChart(barsOf(60, 'Theme', 3)))).toContain(`And ${60 - bars} more: see the table.`);
  });

  it('prints the figure of every bar, and its symbol and name where there are several series', () => {
    const words = wordsIn(drawChart(byAgency));
    for (const { symbol, label } of RATINGS) expect(words).toContain(`${symbol} ${label}`);
    expect(words).toEqual(expect.arrayContaining(['19', '▲ 3', '◆ 2', '● 9', '✓ 4', '– 1', 'No lead agency', '0']));
    expect(wordsIn(drawChart(byStage))).toEqual(expect.arrayContaining(['In progress', '4', '30']));
  });

  it('prints the figure of every column, also where there is none, and names as many as there is room for', () => {
    const words = wordsIn(drawChart(byYear));
    expect(words.filter((text) => text === '0')).toHaveLength(3);
    expect(words).toEqual(expect.arrayContaining(['1', '12', '3', '2009', '2014']));
    const many = wordsIn(drawChart(columnsOf(20, 5)));
    expect(many.filter((text) => text === '5')).toHaveLength(20);
    expect(many).toEqual(expect.arrayContaining(['2009', '2007']));
    expect(many).not.toContain('2008');
    expect(wordsIn(drawChart(columnsOf(90, 14)))).toContainEqual(
      expect.stringMatching(/^And \d+ earlier: see the table\.$/),
    );
  });

  it('makes heights by the figures', () => {
    const heights = areasIn(drawChart(byYear)).map(({ height }) => height);
    expect(heights.map((height) => height / (heights[0] ?? 1))).toEqual([1, 12, 3]);
  });

  it('makes lengths by the figures', () => {
    const [four, twelve, thirty] = areasIn(drawChart(byStage)).map(({ width }) => width);
    expect((twelve ?? 0) / (four ?? 1)).toBeCloseTo(3);
    expect((thirty ?? 0) / (four ?? 1)).toBeCloseTo(7.5);
  });

  it('gives each series of a picture a pattern of its own, the usual one where it is free', () => {
    const tones = ['red', 'red', 'accent', 'grey', 'grey', 'blue', 'green'] as const;
    const series = tones.map((tone, at) => ({ code: `${at}`, label: '', tone, symbol: null }));
    expect(new Set(patternsOf(series).values()).size).toBe(7);
    expect(patternsOf(RATINGS)).toEqual(
      new Map([
        ['overdue', 'solid'],
        ['due-soon', 'rising'],
        ['on-time', 'dots'],
        ['signed-off', 'level'],
        ['none', 'open'],
      ]),
    );
  });

  it('keeps a pattern within its area', () => {
    for (const pattern of ['rising', 'falling', 'crossed', 'level', 'dots'] as const) {
      const area: Area = { kind: 'area', x: 10, y: 20, width: 33, height: 18, tone: 'red', pattern };
      const points = [...strokesOf(area).flatMap(({ from, to }) => [from, to]), ...dotsOf(area)];
      expect(points.length).toBeGreaterThan(3);
      expect(points.every(({ x, y }) => x >= 10 && x <= 43 && y >= 20 && y <= 38)).toBe(true);
    }
  });

  it('leaves a gap where a figure is not known', () => {
    const courses = drawChart(overPacks).shapes.filter(({ kind }) => kind === 'course');
    expect(courses.map((course) => (course.kind === 'course' ? course.points.length : 0))).toEqual([6, 2, 3, 6]);
  });

  it('draws any bars within bounds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            label: fc.string({ unit: 'grapheme', maxLength: 60 }),
            values: fc.array(fc.oneof(fc.nat(2_000_000_000), fc.double()), { maxLength: 6 }),
          }),
          { maxLength: 70 },
        ),
        (bars) => {
          const drawing = drawChart({ ...byAgency, bars });
          expect(problemsIn(drawing).filter((problem) => problem.startsWith('a shape'))).toEqual([]);
          expect(drawing.height).toBeLessThanOrEqual(620);
        },
      ),
      { seed: 4, numRuns: 60 },
    );
  });

  it('draws any columns within bounds', () => {
    const column = fc.record({
      label: fc.string({ unit: 'grapheme', maxLength: 60 }),
      value: fc.oneof(fc.nat(2_000_000_000), fc.double()),
    });
    fc.assert(
      fc.property(fc.array(column, { maxLength: 90 }), (columns) => {
        const drawing = drawChart({ ...byYear, columns });
        expect(problemsIn(drawing).filter((problem) => problem.startsWith('a shape'))).toEqual([]);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('draws any spells within bounds', () => {
    const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2020-05-08', days));
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.record({
              series: fc.constantFrom('running', 'late'),
              from: day,
              until: fc.option(day),
              words: fc.constant(''),
            }),
            {
              maxLength: 5,
            },
          ),
          { maxLength: 30 },
        ),
        (lanes) => {
          const chart: TimelineChart = {
            ...liveReviews,
            lanes: lanes.map((spells, at) => ({ label: `Review ${at}`, spells, marks: [] })),
          };
          expect(problemsIn(drawChart(chart))).toEqual([]);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
});

describe('what a chart says without its picture', () => {
  it('says the figures of bars', () => {
    expect(barsInWords(byStage)).toBe('Bars of reviews. Referral: 0; In progress: 4; Complete: 12; Closed: 30.');
    expect(barsInWords(byAgency)).toContain(
      'Children’s social care: 19 (3 overdue, 2 due soon, 9 on time, 4 signed off, 1 not rated); Police: 3 (1 due soon, 2 on time)',
    );
    expect(barsInWords(barsOf(60, 'Theme', 3))).toContain('Theme 11: 3; and 48 more bars in the table.');
    expect(barsInWords(barsOf(0, '', 0))).toBe('Bars of reviews: there are none.');
  });

  it('says the figures of columns and that the others are nought', () => {
    expect(columnsInWords(byYear)).toBe(
      'Columns of reviews, 2009 to 2014. 2009: 1; 2012: 12; 2014: 3; every other: 0.',
    );
    expect(columnsInWords(columnsOf(2, 0))).toBe('Columns of reviews, 1990 to 1991: all are 0.');
    expect(columnsInWords(columnsOf(0, 0))).toBe('Columns of reviews: there are none.');
  });

  it('says where lines begin, end and turn', () => {
    expect(linesInWords(overPacks)).toContain(
      'Lines from 8 May 2019 to 5 August 2020. Live reviews: from 5 to 7 (lowest 4, highest 7)',
    );
    const unknown: LineChart = { ...overPacks, points: [{ label: '8 May 2019', values: [] }] };
    expect(linesInWords(unknown)).toContain('Live reviews: not known');
  });

  it('has every figure in its table', () => {
    expect(chartTable(byStage)).toEqual({
      headings: ['Stage', 'Reviews'],
      rows: [
        ['Referral', 0],
        ['In progress', 4],
        ['Complete', 12],
        ['Closed', 30],
      ],
    });
    expect(chartTable(byAgency).rows[0]).toEqual(['Children’s social care', 3, 2, 9, 4, 1, 19]);
    expect(chartTable(byYear).rows[3]).toEqual(['2012', 12]);
    expect(chartTable(overPacks).rows[2]).toEqual(['6 November 2019', 6, null, 0]);
    expect(chartTable(liveReviews)).toEqual({
      headings: ['Review', 'Review', 'Past a due date', 'Publication delayed', 'Next due'],
      rows: [
        ['SCR 2019/02', 'since notification', 'six months', 'criminal proceedings', 'final report'],
        ['CPR 2020/01 with a long name that goes on', 'since notification', '', '', ''],
      ],
    });
  });
});
