import { describe, expect, it } from 'vitest';
import { partComingUp } from '../../../../renderer/features/overview/coming-up.ts';

const on = (...days: readonly string[]) =>
  days.map((day) => ({
    on: day,
    kind: 'clock' as const,
    subject: day,
    words: '',
    link: { place: 'none' as const },
  }));

const days = (today: string, ...next: readonly string[]) =>
  partComingUp(on(...next), today).map(({ items }) => items.map((item) => item.on));

describe('what is next', () => {
  it('counts the next 7 days, whatever the day of the week', () => {
    expect(days('2026-06-07', '2026-06-07', '2026-06-14', '2026-06-15')).toEqual([
      ['2026-06-07', '2026-06-14'],
      ['2026-06-15'],
      [],
    ]);
  });

  it('ends the next 30 days on the thirtieth day after today', () => {
    expect(days('2026-06-03', '2026-07-03', '2026-07-04')).toEqual([[], ['2026-07-03'], ['2026-07-04']]);
  });

  it('says a nil for every part', () => {
    for (const { nil } of partComingUp([], '2026-06-03')) expect(nil).toMatch(/^Nothing .*\.$/);
  });
});
