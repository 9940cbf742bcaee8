import { describe, expect, it, test } from 'vitest';
import { delaysOverTime, MOST_PERIODS, mergeSpans } from '../../../db/domain/delays-over-time.ts';

const TODAY = '2026-11-23';
const spell = (reviewId: string, reasonIds: readonly string[], start: string, end: string) => ({
  reviewId,
  reasonIds,
  span: { start, end },
});

describe('days of delay by quarter', () => {
  it('are cut at the ends of the quarters', () => {
    const { periods, byReason } = delaysOverTime([spell('a', ['trial'], '2026-06-21', '2026-10-11')], 'quarter', TODAY);
    expect(periods.map(({ label }) => label)).toEqual(['Apr–Jun 2026', 'Jul–Sep 2026', 'Oct–Dec 2026']);
    expect(byReason).toEqual([{ reasonId: 'trial', days: [10, 92, 10], total: 112 }]);
  });

  it('count a day once for a review and reason, and each review of its own', () => {
    const { byReason, inAll } = delaysOverTime(
      [
        spell('a', ['trial'], '2026-10-01', '2026-10-11'),
        spell('a', ['trial', 'inquest'], '2026-10-06', '2026-10-16'),
        spell('b', ['inquest'], '2026-10-01', '2026-10-03'),
      ],
      'quarter',
      TODAY,
    );
    expect(byReason).toEqual([
      { reasonId: 'trial', days: [15], total: 15 },
      { reasonId: 'inquest', days: [12], total: 12 },
    ]);
    expect(inAll).toEqual({ days: [17], total: 17 });
  });
});

test('by year there are no more periods than fit on a page, the last of them this year', () => {
  const { periods, inAll } = delaysOverTime([spell('a', ['trial'], '2001-01-01', '2026-11-23')], 'year', TODAY);
  expect(periods).toHaveLength(MOST_PERIODS);
  expect(periods.at(-1)?.label).toBe('2026');
  expect(inAll.days.at(-1)).toBe(326);
  expect(inAll.days[1]).toBe(366);
});

test('without a delay there is no period', () => {
  expect(delaysOverTime([], 'year', TODAY)).toEqual({ periods: [], byReason: [], inAll: { days: [], total: 0 } });
});

test('spans that touch become one, and one within another adds nothing', () => {
  expect(
    mergeSpans([
      { start: '2026-03-01', end: '2026-04-01' },
      { start: '2026-01-01', end: '2026-02-01' },
      { start: '2026-02-01', end: '2026-02-10' },
      { start: '2026-03-05', end: '2026-03-06' },
    ]),
  ).toEqual([
    { start: '2026-01-01', end: '2026-02-10' },
    { start: '2026-03-01', end: '2026-04-01' },
  ]);
});
