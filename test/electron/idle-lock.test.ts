import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdleLock } from '../../electron/idle-lock.ts';

const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('locks once when nothing is heard of a page that was in use', async () => {
  const lock = vi.fn();
  const idle = createIdleLock(lock);
  await idle.inUse(2);
  vi.advanceTimersByTime(2 * minute);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(minute);
  expect(lock).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60 * minute);
  expect(lock).toHaveBeenCalledOnce();
  idle.stop();
});

it('does not lock while it hears of use, nor when the board was closed or locked meanwhile', async () => {
  const lock = vi.fn();
  const idle = createIdleLock(lock);
  for (let passed = 0; passed < 10; passed += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one minute after another
    await idle.inUse(2);
    vi.advanceTimersByTime(minute);
  }
  idle.forget();
  vi.advanceTimersByTime(60 * minute);
  expect(lock).not.toHaveBeenCalled();
  idle.stop();
});
