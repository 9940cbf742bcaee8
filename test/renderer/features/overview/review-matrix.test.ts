import { describe, expect, it } from 'vitest';
import { reviewMatrix } from '../../../../renderer/features/overview/review-matrix.ts';

const type = (id: string, counts: Readonly<Record<string, number>>) => ({
  reviewTypeId: id,
  reviewType: `Type ${id}`,
  shortName: id,
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  stages: Object.entries(counts).map(([kind, count]) => ({ kind, label: kind, count })),
});

describe('reviews by type and stage', () => {
  it('shows only stages in which a review stands, in their order', () => {
    const { stages } = reviewMatrix([type('a', { closed: 1, deciding: 0, referral: 2 }), type('b', { complete: 3 })]);
    expect(stages.map(({ kind }) => kind)).toEqual(['referral', 'complete', 'closed']);
  });

  it('adds a line of totals where there is more than one type', () => {
    const { rows } = reviewMatrix([type('a', { closed: 1, referral: 2 }), type('b', { closed: 4 })]);
    const totals = rows.at(-1);
    expect(totals).toMatchObject({ reviewTypeId: null, words: 'All reviews', total: 7 });
    expect(Object.fromEntries(totals?.counts ?? [])).toEqual({ referral: 2, closed: 5 });
  });

  it('adds none to a single type', () => {
    expect(reviewMatrix([type('a', { closed: 1 })]).rows).toHaveLength(1);
  });
});
