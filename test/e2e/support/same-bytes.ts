import { createHash } from 'node:crypto';
import type { RandomBytes } from '../../../db/store/vault.ts';

/** Chance that is the same in every run, so that boards made with it are. */
export const sameBytesEachRun = (seed: string): RandomBytes => {
  let drawn = 0;
  return (length) => {
    drawn += 1;
    return createHash('shake256', { outputLength: length }).update(`${seed} ${drawn}`).digest();
  };
};
