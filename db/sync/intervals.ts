import type { Interval } from './folder-names.ts';

/** The same numbers in as few intervals as hold them, in order. */
export const mergeIntervals = (intervals: readonly Interval[]): readonly Interval[] => {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of intervals.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
};

/** The numbers of `all` that stand in none of `taken`, as few intervals in order. */
export const withoutIntervals = (all: readonly Interval[], taken: readonly Interval[]): readonly Interval[] => {
  const holes = mergeIntervals(taken);
  return mergeIntervals(all).flatMap(({ first, last }) => {
    const left: Interval[] = [];
    let from = first;
    for (const hole of holes) {
      if (hole.last < from || hole.first > last) continue;
      if (hole.first > from) left.push({ first: from, last: hole.first - 1 });
      from = hole.last + 1;
    }
    if (from <= last) left.push({ first: from, last });
    return left;
  });
};

/** The numbers after one and up to another: none, or one interval. */
export const after = (sequence: number, last: number): readonly Interval[] =>
  last > sequence ? [{ first: sequence + 1, last }] : [];

/** How far it goes without a gap after `reach`, with what stands in `more`. */
export const reachWith = (reach: number, more: readonly Interval[]): number => {
  let to = reach;
  for (const { first, last } of mergeIntervals(more)) if (first <= to + 1) to = Math.max(to, last);
  return to;
};
