import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../db/sync/folder-names.ts';
import { after, mergeIntervals, reachWith, withoutIntervals } from '../../../db/sync/intervals.ts';

const interval = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(6))
  .map(([first, more]) => ({ first, last: first + more }));
const intervals = fc.array(interval, { maxLength: 8 });

const numbersOf = (all: readonly Interval[]): readonly number[] =>
  [...new Set(all.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)))].sort(
    (a, b) => a - b,
  );

describe('intervals', () => {
  it('hold the same numbers when they are merged, and no two meet', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        const merged = mergeIntervals(all);
        expect(numbersOf(merged)).toEqual(numbersOf(all));
        for (const [at, one] of merged.entries())
          if (at > 0) expect(one.first).toBeGreaterThan((merged[at - 1]?.last ?? 0) + 1);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('lose exactly the numbers that are taken from them', () => {
    fc.assert(
      fc.property(intervals, intervals, (all, taken) => {
        const gone = new Set(numbersOf(taken));
        const left = withoutIntervals(all, taken);
        expect(numbersOf(left)).toEqual(numbersOf(all).filter((number) => !gone.has(number)));
        expect(mergeIntervals(left)).toEqual(left);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('reach as far as there is no gap', () => {
    expect(
      reachWith(4, [
        { first: 8, last: 9 },
        { first: 5, last: 6 },
      ]),
    ).toBe(6);
    expect(
      reachWith(4, [
        { first: 2, last: 7 },
        { first: 8, last: 9 },
      ]),
    ).toBe(9);
    expect(reachWith(0, [])).toBe(0);
  });

  it('after one number up to another may be none', () => {
    expect(after(4, 6)).toEqual([{ first: 5, last: 6 }]);
    expect(after(6, 6)).toEqual([]);
  });
});
