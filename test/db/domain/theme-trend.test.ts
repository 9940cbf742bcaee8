import { describe, expect, it } from 'vitest';
import { readTrend, trendWords, yearOf, yearsOf } from '../../../db/domain/theme-trend.ts';

const reviews = (...years: readonly (number | null)[]) => years.map((year, at) => ({ reviewId: `r${at}`, year }));

describe('the trend of a theme', () => {
  it.each([
    ['2007', 2007],
    ['2007-05', 2007],
    ['2007-05-08', 2007],
    [null, null],
  ])('the year of %s is %s', (date, year) => expect(yearOf(date)).toBe(year));

  it('has every year between the first and the last, and says how many have none', () => {
    const trend = readTrend(reviews(2020, 2023, 2023, null));
    expect(trend).toEqual({ years: [2020, 2021, 2022, 2023], counts: [1, 0, 0, 2], withoutYear: 1, total: 4 });
    expect(yearsOf(reviews(null))).toEqual([]);
  });

  it('counts a review once, however many links it has', () => {
    const twice = [...reviews(2020), ...reviews(2020)];
    expect(readTrend(twice).counts).toEqual([1]);
  });

  it('sets the last three years beside the three before, when there are six', () => {
    expect(trendWords(readTrend(reviews(2021, 2024, 2024, 2026)))).toBe(
      '3 reviews in 2024–2026, against 1 in 2021–2023',
    );
    expect(trendWords(readTrend(reviews(2024, 2026)))).toBeNull();
  });
});
