import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForSleep } from '../../scripts/sleep-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a jump of the clock between two looks is sleep; being late by seconds is not', () => {
  let at = 0;
  let woken = 0;
  const stop = watchForSleep(() => woken++, { now: () => at, every: 1000 });
  for (const step of [1000, 9000, 1000]) {
    at += step;
    vi.advanceTimersByTime(1000);
  }
  expect(woken).toBe(0);
  at += 60_000;
  vi.advanceTimersByTime(1000);
  expect(woken).toBe(1);
  stop();
  at += 60_000;
  vi.advanceTimersByTime(1000);
  expect(woken).toBe(1);
});
