import { describe, expect, it } from 'vitest';
import { type CountGiven, type KnownSum, withheldCounts } from '../../../db/domain/small-numbers.ts';

type Row = {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly hidden?: Readonly<Record<string, number>>;
  readonly sums: readonly KnownSum[];
  readonly withheld: readonly string[];
};

const ROWS: readonly Row[] = [
  { name: 'nothing is withheld where nothing is small', counts: { a: 5, b: 9 }, sums: [], withheld: [] },
  { name: '1 and 4 are small, 5 is not', counts: { a: 1, b: 4, c: 5 }, sums: [], withheld: ['a', 'b'] },
  { name: 'none is no small number', counts: { a: 0, b: 0 }, sums: [], withheld: [] },
  {
    name: 'one small count below a total takes the next smallest along',
    counts: { total: 20, a: 3, b: 9, c: 8 },
    sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    withheld: ['a', 'c'],
  },
  {
    name: 'none does not hide another: it is printed',
    counts: { total: 11, a: 3, b: 0, c: 8 },
    sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    withheld: ['a', 'c'],
  },
  {
    name: 'two small counts below a total keep each other',
    counts: { total: 15, a: 3, b: 4, c: 8 },
    sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    withheld: ['a', 'b'],
  },
  {
    name: 'two that must be one each take a further one along',
    counts: { total: 10, a: 1, b: 1, c: 8 },
    sums: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    withheld: ['a', 'b', 'c'],
  },
  {
    name: 'a small total is withheld with what it is made of',
    counts: { total: 3, a: 3, b: 0 },
    sums: [{ total: 'total', parts: ['a', 'b'] }],
    withheld: ['total', 'a'],
  },
  {
    name: 'a count that only two tables together give away is found',
    counts: { total: 30, live: 12, a: 4, b: 8, c: 3, d: 15 },
    sums: [
      { total: 'total', parts: ['a', 'b', 'c', 'd'] },
      { total: 'live', parts: ['a', 'b'] },
    ],
    withheld: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'the small difference of two printed figures is protected too',
    counts: { live: 12, elsewhere: 9 },
    hidden: { here: 3 },
    sums: [{ total: 'live', parts: ['elsewhere', 'here'] }],
    withheld: ['elsewhere'],
  },
  {
    name: 'a difference that is not small needs no protection',
    counts: { live: 18, elsewhere: 9 },
    hidden: { here: 9 },
    sums: [{ total: 'live', parts: ['elsewhere', 'here'] }],
    withheld: [],
  },
  {
    name: 'a single part that is the whole of a larger total is printed',
    counts: { total: 6, a: 6 },
    sums: [{ total: 'total', parts: ['a'] }],
    withheld: [],
  },
];

const given = (values: Readonly<Record<string, number>>, isHidden: boolean): CountGiven[] =>
  Object.entries(values).map(([key, value]) => ({ key, value, isHidden }));

describe('the rule for small numbers', () => {
  it.each(ROWS)('$name', ({ counts, hidden = {}, sums, withheld }) => {
    const found = withheldCounts([...given(counts, false), ...given(hidden, true)], sums);
    expect([...found].sort()).toEqual([...withheld].sort());
  });

  it('leaves every table of small whole numbers with at least two answers to each withheld one', () => {
    let seed = 11;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 150; round++) {
      const parts = Object.fromEntries(['a', 'b', 'c', 'd'].map((key) => [key, next(9)]));
      const total = Object.values(parts).reduce((sum, value) => sum + value, 0);
      const live = (parts.a ?? 0) + (parts.b ?? 0);
      const counts = { ...parts, total, live };
      const withheld = withheldCounts(given(counts, false), [
        { total: 'total', parts: ['a', 'b', 'c', 'd'] },
        { total: 'live', parts: ['a', 'b'] },
      ]);
      for (const key of withheld) {
        const value = (counts as Record<string, number>)[key] ?? 0;
        if (value === 0 || value > 4) continue;
        expect(answersTo(key, counts, withheld), `${key} of ${JSON.stringify(counts)}`).toBeGreaterThan(1);
      }
    }
  });
});

/** How many values of one withheld count fit all that is printed. */
const answersTo = (key: string, counts: Readonly<Record<string, number>>, withheld: ReadonlySet<string>): number => {
  const answers = new Set<number>();
  const values = (part: string): number[] =>
    withheld.has(part) ? Array.from({ length: 12 }, (_, at) => at + 1) : [counts[part] ?? 0];
  for (const a of values('a'))
    for (const b of values('b'))
      for (const c of values('c'))
        for (const d of values('d')) {
          const made: Record<string, number> = { a, b, c, d, total: a + b + c + d, live: a + b };
          const fits = Object.keys(made).every((one) => withheld.has(one) || made[one] === counts[one]);
          if (fits) answers.add(made[key] ?? 0);
        }
  return answers.size;
};
