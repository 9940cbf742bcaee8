import { describe, expect, test } from 'vitest';
import { placeInYear, reportedYearBefore } from '../../../db/domain/reported-year.ts';

describe('the year that is reported on', () => {
  test.each([
    ['2026-11-23', '2025-04-01', '2026-03-31'],
    ['2026-04-01', '2025-04-01', '2026-03-31'],
    ['2026-03-31', '2024-04-01', '2025-03-31'],
    ['2026-01-01', '2024-04-01', '2025-03-31'],
  ])('before %s runs from %s to %s', (day, from, until) => {
    expect(reportedYearBefore(day)).toEqual({ from, until });
  });
});

describe('a date', () => {
  const year = { from: '2025-04-01', until: '2026-03-31' };
  test.each([
    ['2025-03-31', 'before'],
    ['2025-03', 'before'],
    ['2025-04-01', 'in'],
    ['2025-04', 'in'],
    ['2026-03-31', 'in'],
    ['2026-04', 'after'],
    ['2027', 'after'],
    ['2025', 'unclear'],
    ['2026', 'unclear'],
  ])('%s is %s of April 2025 to March 2026', (date, placed) => {
    expect(placeInYear(year, date)).toBe(placed);
  });

  test('that is only words is unclear, and none at all is never', () => {
    expect(placeInYear(year, null, 'late 2025')).toBe('unclear');
    expect(placeInYear(year, null)).toBe('never');
  });
});
