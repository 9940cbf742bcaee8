import { describe, expect, it } from 'vitest';
import { idleStateAt } from '../../../renderer/app/idle-clock.ts';

const minute = 60_000;

describe('idle clock', () => {
  it('is active until half a minute before the time', () => {
    expect(idleStateAt(10 * minute - 31_000, 0, 10)).toEqual({ at: 'active' });
  });

  it('warns in the last half minute and says how long is left', () => {
    expect(idleStateAt(10 * minute - 30_000, 0, 10)).toEqual({ at: 'warning', secondsLeft: 30 });
    expect(idleStateAt(10 * minute - 1, 0, 10)).toEqual({ at: 'warning', secondsLeft: 1 });
  });

  it('locks when the time is up', () => {
    expect(idleStateAt(10 * minute, 0, 10)).toEqual({ at: 'lock' });
  });

  it('locks at once when the laptop slept past the time', () => {
    expect(idleStateAt(8 * 60 * minute, 0, 10)).toEqual({ at: 'lock' });
  });
});
