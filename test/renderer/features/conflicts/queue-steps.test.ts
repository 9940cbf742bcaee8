import { describe, expect, it } from 'vitest';
import { nextToDecide, stepsAround } from '../../../../renderer/features/conflicts/queue-steps.ts';

const waiting = (id: string, deferred: object | null = null) => ({ id, deferred });
const queue = [waiting('a'), waiting('b'), waiting('c', {})];

describe('the queue around one conflict', () => {
  it('says where it stands, and what is before and after it', () => {
    expect(stepsAround(queue, 'b')).toEqual({ position: 2, count: 3, before: 'a', after: 'c' });
    expect(stepsAround(queue, 'a').before).toBeNull();
    expect(stepsAround(queue, 'c').after).toBeNull();
  });

  it('knows nothing of one that is not in it any more', () => {
    expect(stepsAround(queue, 'x')).toEqual({ position: 0, count: 3, before: null, after: null });
  });

  it('goes on to the next, from the beginning again, and never to what was put off', () => {
    expect(nextToDecide(queue, 'a')).toBe('b');
    expect(nextToDecide(queue, 'b')).toBe('a');
    expect(nextToDecide(queue, 'x')).toBe('a');
    expect(nextToDecide([waiting('a'), waiting('c', {})], 'a')).toBeNull();
  });
});
