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
