/**
 * Check 15, as far as a bundle and the keys of the devices tell it: each range is one unbroken run of its device's chain, from
 * the hash that the header names before it to the one that it names at its end, and sealed there by that device. Whether a run
 * follows what is held here, and whether `parent`, `undoes` and `seen` lie in its past, is for whoever knows the board.
 */
import type { BundleHeader, Range } from './bundle-header.ts';
import type { HashedOperation } from '../store/change-log.ts';
import { refuse } from './refused.ts';
import { isSealSignedBy, type Seal } from './seal.ts';

type Run = { readonly range: Range; next: number; hash: string; clock: string };

export const createRunsCheck = (ranges: readonly Range[]) => {
  const runs: readonly Run[] = ranges.map((range) => ({ range, next: range[1], hash: range[3], clock: '' }));
  const runsByDevice = Map.groupBy(runs, ({ range: [device] }) => device);

  return {
    takeOperation: ({ deviceId, sequence, previousHash, clock }: HashedOperation, hash: string): void => {
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

/** What is known of the devices once the operations of the bundle are: it may bring the keys of new ones itself. */
export type KnownDevices = {
  readonly signKeyOf: (device: string) => string | undefined;
  /** Whether the run, up to its head, was adopted from an export: such a run has no seal. */
  readonly isAdopted: (range: Range) => boolean;
};

/** Every range is sealed by its own device at its head, or adopted. */
export const checkSeals = ({ board, ranges }: BundleHeader, seals: readonly Seal[], known: KnownDevices): void => {
  for (const range of ranges) {
    const [device, , last, , head] = range;
    const seal = seals.find(
      ({ deviceId, sequence, hash }) => deviceId === device && sequence === last && hash === head,
    );
    const signKey = known.signKeyOf(device);
    const isSealed = seal !== undefined && signKey !== undefined && isSealSignedBy(board, seal, signKey);
    if (!isSealed && !(seal === undefined && known.isAdopted(range))) refuseRun(device, last);
  }
};

const refuseRun = (device: string, sequence: number): never =>
  refuse('bad-run', { device, sequence }, { device, sequence });
