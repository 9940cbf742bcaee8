import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../db/service/turns.ts';

const never = new AbortController().signal;
const forEver = (): Promise<void> => new Promise(() => undefined);

describe('works that take turns', () => {
  it('go one at a time, in the order in which they were asked for', async () => {
    const turns = createTurns();
    const told: string[] = [];
    const work = (name: string) =>
      turns(async () => {
        told.push(`${name} begins`);
        await wait(1);
        told.push(`${name} ends`);
      }, never);
    await Promise.all([work('one'), work('two')]);
    expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('go on after one that fails, and one told to end before its turn never begins', async () => {
    const turns = createTurns();
    const failing = turns(async () => Promise.reject(new Error('broken')), never);
    const stop = new AbortController();
    let hasBegun = false;
    const left = turns(async () => {
      hasBegun = true;
    }, stop.signal);
    stop.abort();
    await expect(failing).rejects.toThrow('broken');
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    expect(await turns(async () => 'next', never)).toBe('next');
    expect(hasBegun).toBe(false);
  });

  it('that give way are told to end when another waits, and begin after it', async () => {
    const turns = createTurns();
    const told: string[] = [];
    const giving = (name: string) =>
      turns(
        async (signal) => {
          told.push(name);
          if (name === 'looks') await new Promise((resolve) => signal.addEventListener('abort', resolve));
        },
        never,
        { givesWay: true },
      );
    const all = [giving('looks'), giving('writes'), turns(async () => void told.push('by hand'), never)];
    await Promise.all(all);
    expect(told).toEqual(['looks', 'by hand', 'writes']);
  });

  it('that never end hold up nobody once they were told to, and who waits for a cancelled one hears of it', async () => {
    const turns = createTurns(5);
    void turns(forEver, never, { givesWay: true });
    const stop = new AbortController();
    const hanging = turns(forEver, stop.signal);
    await wait(10);
    stop.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
    expect(await turns(async () => 'next', never)).toBe('next');
  });
});
