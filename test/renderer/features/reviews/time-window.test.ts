import { describe, expect, it } from 'vitest';
import { placeAfterRowKey, windowAfterKey } from '../../../../renderer/features/reviews/timeline/timeline-keys.ts';
import {
  endOf,
  panned,
  scaleOf,
  ticksOf,
  windowAround,
  windowFrom,
  zoomed,
} from '../../../../renderer/features/reviews/timeline/time-window.ts';

const today = '2026-11-22';

describe('the time in sight', () => {
  it('begins around today, two thirds of it past', () => {
    expect(windowAround(today, 3)).toEqual({ from: '2024-11-01', years: 3 });
    expect(endOf({ from: '2024-11-01', years: 3 })).toBe('2027-11-01');
  });

  it('is read from an address, and is around today where the address makes no sense', () => {
    expect(windowFrom({ from: '2019-04-17', years: '10' }, today)).toEqual({ from: '2019-04-01', years: 10 });
    expect(windowFrom({ from: 'yesterday', years: '4' }, today)).toEqual(windowAround(today, 3));
  });

  it('moves by a twelfth of itself', () => {
    expect(panned({ from: '2024-11-01', years: 1 }, -1).from).toBe('2024-10-01');
    expect(panned({ from: '2024-11-01', years: 10 }, 1).from).toBe('2025-09-01');
  });

  it('keeps its middle when it is zoomed out and in again', () => {
    const window = windowAround(today, 3);
    expect(zoomed(window, 10).from).toBe('2021-05-01');
    expect(zoomed(zoomed(window, 10), 3)).toEqual(window);
  });

  it('lays its first and last day at the edges of the width', () => {
    const x = scaleOf({ from: '2024-01-01', years: 1 }, 366);
    expect([x('2024-01-01'), x('2024-12-31'), x('2025-01-01')]).toEqual([0, 365, 366]);
  });

  it.each([
    [1, 12, 'Jan'],
    [3, 12, 'Apr'],
    [10, 10, '2025'],
  ] as const)('of %i years is marked %i times', (years, marks, second) => {
    const ticks = ticksOf({ from: '2023-12-01', years });
    expect(ticks).toHaveLength(marks);
    expect(ticks.every(({ day }) => day.endsWith('-01'))).toBe(true);
    expect(ticks.some(({ label }) => label === second || label === '2024')).toBe(true);
  });
});

describe('the keys of the timeline', () => {
  it('never lead out of the list', () => {
    expect(placeAfterRowKey('ArrowUp', 0, 5)).toBe(0);
    expect(placeAfterRowKey('PageDown', 3, 5)).toBe(4);
    expect(placeAfterRowKey('End', 0, 5)).toBe(4);
    expect(placeAfterRowKey('a', 0, 5)).toBeNull();
  });

  it('zoom no further than one and ten years', () => {
    const widest = { from: '2020-01-01', years: 10 } as const;
    expect(windowAfterKey('-', widest, today)).toEqual(widest);
    expect(windowAfterKey('+', widest, today)?.years).toBe(3);
    expect(windowAfterKey('x', widest, today)).toBeNull();
  });
});
