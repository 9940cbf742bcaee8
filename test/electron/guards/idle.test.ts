import { describe, expect, it } from 'vitest';
import { graceAfterPageMs, isLeftAlone } from '../../../electron/guards/idle.ts';

const at = Date.parse('2026-11-23T09:00:00Z');
const minute = 60_000;
const inUse = { at, lockAfterMinutes: 10 };

describe('a board is left alone', () => {
  it.each([
    ['not while no page has it open', null, at + 1000 * minute, false],
    ['not just after it was used', inUse, at, false],
    ['not when its minutes are over: the page locks then, with its warning before', inUse, at + 10 * minute, false],
    ['when the page should have locked and did not', inUse, at + 10 * minute + graceAfterPageMs, true],
    ['when the laptop slept far past the time', inUse, at + 600 * minute, true],
    ['not when the clock was put back', inUse, at - 60 * minute, false],
    ['after one minute where that is what the board asks for', { at, lockAfterMinutes: 1 }, at + 2 * minute, true],
  ])('%s', (_, last, now, expected) => {
    expect(isLeftAlone(last, now)).toBe(expected);
  });
});
