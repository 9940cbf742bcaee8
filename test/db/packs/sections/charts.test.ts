import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawChart } from '../../../../db/charts/draw.ts';
import type { Chart } from '../../../../db/charts/model.ts';
import { PACK_SECTIONS } from '../../../../db/contract/packs.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { openBoard, openSharedBoard, type TestBoard } from '../../../support/board.ts';
import { problemsIn } from '../../charts/drawing-problems.ts';
import { printSections, rowsOf } from './printed-sections.ts';

const chartsOf = (pack: Pack): readonly Chart[] =>
  pack.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])));

const barsOf = (pack: Pack, id: string): Readonly<Record<string, readonly number[]>> => {
  const chart = chartsOf(pack).find((one) => one.id === id);
  return chart?.kind === 'bars' ? Object.fromEntries(chart.bars.map(({ label, values }) => [label, values])) : {};
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the pictures of a board pack', () => {
  let board: TestBoard & { close(): void };
  let pack: Pack;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
    pack = printSections(board, ['live-reviews', 'clocks', 'publication', 'action-plans', 'themes', 'since-last']);
  });
  afterAll(() => board.close());

  test('are drawn without words that run together, each with its figures in words', () => {
    const charts = chartsOf(pack);
    expect(charts.map(({ id }) => id)).toEqual([
      'reviews-by-stage',
      'review-timeline',
      'delay-days-by-reason',
      'ratings-by-agency',
      'themes-seen',
    ]);
    for (const chart of charts) {
      expect(problemsIn(drawChart(chart))).toEqual([]);
      expect(chart.alt).toMatch(/\d/);
    }
  });

  test('agree with the tables beside them', () => {
    const all = rowsOf(pack, 'reviews-by-type-and-stage').at(-1);
    expect(String(sum(Object.values(barsOf(pack, 'reviews-by-stage')).flat()))).toBe(all?.['total']);
    expect(all?.['type']).toBe('All types');
    for (const { reason = '', total } of rowsOf(pack, 'publication-delays-by-reason')) {
      expect(barsOf(pack, 'delay-days-by-reason')[reason]).toEqual([Number(total)]);
    }
    for (const { theme = '', reviews } of rowsOf(pack, 'theme-counts').filter(({ reviews }) => reviews !== '0')) {
      expect(sum(barsOf(pack, 'themes-seen')[theme] ?? [])).toBe(Number(reviews));
    }
  });

  test('agree with the overview: open actions by agency', async () => {
    const { actionsByAgency, counts } = await board.client.overview.get();
    const bars = barsOf(pack, 'ratings-by-agency');
    for (const { agency, open } of actionsByAgency) expect(sum(bars[agency] ?? [])).toBe(open);
    expect(sum(Object.values(bars).flat())).toBe(counts.openActions);
  });

  test('bring their table where the section has none that says the same', () => {
    expect(rowsOf(pack, 'ratings-by-agency-figures')).toHaveLength(
      Object.keys(barsOf(pack, 'ratings-by-agency')).length,
    );
    const lanes = rowsOf(pack, 'review-timeline-figures');
    expect(lanes.length).toBeGreaterThan(3);
    expect(Object.values(lanes[0] ?? {}).join(' ')).toMatch(/Baby T · LCSPR 2025\/02 .* days after /);
  });

  test('are in no public pack', () => {
    expect(chartsOf(printSections(board, PACK_SECTIONS, { audience: 'public' }))).toEqual([]);
  });
});

describe('direction of travel', () => {
  const figures = (open: number) => JSON.stringify({ liveReviews: 2, openActions: open });
  const issue = (board: TestBoard, dataAsAt: string, open: number, body = 'Executive group'): void => {
    board.store.operation({ kind: 'issue-pack' }, (write) =>
      write.insert('packs', {
        title: 'Status pack',
        body,
        options: '{}',
        dataAsAt,
        logClock: 'x',
        issuedAt: write.now,
        figures: figures(open),
      }),
    );
  };

  test('says that there is no earlier pack', async () => {
    const pack = printSections(await openBoard(), ['since-last'], { body: 'Executive group' });
    expect(chartsOf(pack)).toEqual([]);
    expect(JSON.stringify(pack)).toContain(
      'No earlier pack for the Executive group is in the register to compare with.',
    );
  });

  test('runs over the last packs for the same body, the last of each day, and ends in this one', async () => {
    const board = await openBoard();
    issue(board, '2019-01-01', 1, 'Case review group');
    for (let month = 1; month <= 9; month++) issue(board, `2019-0${month}-02`, month);
    issue(board, '2019-09-02', 40);
    const pack = printSections(board, ['since-last'], { body: 'Executive group' });
    const [chart] = chartsOf(pack);
    const open = chart?.kind === 'lines' ? chart.points.map(({ values }) => values[3]) : [];
    expect(open).toEqual([3, 4, 5, 6, 7, 8, 40, 0]);
    expect(chart?.title).toBe('Direction of travel over 8 packs');
    expect(chart?.kind === 'lines' ? chart.points[0]?.values : []).toEqual([2, null, null, 3, null]);
    expect(rowsOf(pack, 'direction-of-travel-figures')).toHaveLength(8);
  });

  test('knows nothing of a pack whose stored figures cannot be read', async () => {
    const board = await openBoard();
    issue(board, '2019-01-02', 1);
    board.store.operation({ kind: 'edit' }, (write) => {
      const { id } = board.store.prepare<[], { id: string }>('select id from packs').get() ?? { id: '' };
      write.update('packs', id, { figures: '{"openActions":' });
    });
    const [chart] = chartsOf(printSections(board, ['since-last'], { body: 'Executive group' }));
    expect(chart?.kind === 'lines' ? chart.points[0]?.values : []).toEqual([null, null, null, null, null]);
  });
});
