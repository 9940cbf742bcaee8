import { afterEach, describe, expect, it } from 'vitest';
import { endOfUkDay, ukDayOf } from '../../../db/domain/uk-days.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('the civil day of an instant', () => {
  it.each(['Europe/London', 'Asia/Tokyo', 'America/New_York'])(
    'is the day in the United Kingdom on a laptop in %s',
    (laptop) => {
      process.env.TZ = laptop;
      expect(ukDayOf(Date.parse('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
      expect(ukDayOf(Date.parse('2026-07-01T22:59:59.999Z'))).toBe('2026-07-01');
      expect(ukDayOf(Date.parse('2026-07-01T23:00:00.000Z'))).toBe('2026-07-02');
    },
  );

  it.each([
    ['in winter', '2026-11-22', '2026-11-22T23:59:59.999Z'],
    ['in summer', '2026-07-01', '2026-07-01T22:59:59.999Z'],
    ['on the day the clocks go forward', '2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['on the day before they go back', '2026-10-24', '2026-10-24T22:59:59.999Z'],
    ['on the day they go back', '2026-10-25', '2026-10-25T23:59:59.999Z'],
    ['on the last day of a year', '2026-12-31', '2026-12-31T23:59:59.999Z'],
  ])('ends %s at midnight there', (_, day, instant) => {
    expect(new Date(endOfUkDay(day)).toISOString()).toBe(instant);
    expect(ukDayOf(endOfUkDay(day))).toBe(day);
    expect(ukDayOf(endOfUkDay(day) + 1)).not.toBe(day);
  });
});
