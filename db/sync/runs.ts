/**
 * Check 15, as far as a bundle alone tells it: each range is one unbroken run of its device's chain, from the hash that the
 * header names before it to the one that it names at its end. Whether a run follows what is held here, whether its seal is its
 * device's, and whether `parent`, `undoes` and `seen` lie in its past, is for whoever knows the board.
 */
import type { Range } from './bundle-header.ts';
import type { SyncOperation } from './lines.ts';
import { refuse } from './refused.ts';
import type { Seal } from './seal.ts';

type Run = { readonly range: Range; next: number; hash: string; clock: string };

export const createRunsCheck = (ranges: readonly Range[]) => {
  const runs: readonly Run[] = ranges.map((range) => ({ range, next: range[1], hash: range[3], clock: '' }));
  const runsByDevice = Map.groupBy(runs, ({ range: [device] }) => device);

  return {
    takeOperation: ({ deviceId, sequence, previousHash, clock }: SyncOperation, hash: string): void => {
      const run = runsByDevice
        .get(deviceId)
        ?.find(({ range: [, first, last] }) => first <= sequence && sequence <= last);
      const isNext = run !== undefined && run.next === sequence && run.hash === previousHash && run.clock < clock;
      if (!isNext) return refuseRun(deviceId, sequence);
      const [, , last, , head] = run.range;
      if (sequence === last && hash !== head) refuseRun(deviceId, sequence);
      run.next = sequence + 1;
      run.hash = hash;
      run.clock = clock;
    },
    /** A seal belongs to the head of a range of the bundle. */
    takeSeal: ({ deviceId, sequence, hash }: Seal): void => {
      const isOfHead = ranges.some(
        ([device, , last, , head]) => device === deviceId && last === sequence && head === hash,
      );
      if (!isOfHead) refuseRun(deviceId, sequence);
    },
    end: (): void => {
      const open = runs.find(({ range: [, , last], next }) => next <= last);
      if (open !== undefined) refuseRun(open.range[0], open.next);
    },
  };
};

const refuseRun = (device: string, sequence: number): never =>
  refuse('bad-run', { device, sequence }, { device, sequence });
