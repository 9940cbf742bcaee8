import type { RandomBytes } from '../../db/store/vault.ts';

/** mulberry32: the same bytes for the same seed. */
export const seededRandom = (seed: number): RandomBytes => {
  let state = seed;
  const byte = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (length) => Uint8Array.from({ length }, byte);
};

/** Apart from the seeds that tests name themselves. */
const FIRST_SEED = 1_000_000;
let seeds = FIRST_SEED;

/** Another seed at each call, the same ones in each test file. */
export const nextSeed = (): number => seeds++;

export const beginSeeds = (): void => {
  seeds = FIRST_SEED;
};
