import { create } from 'zustand';

/** What the saved indicator shows: how many saves are under way, when the last one was kept, whether the last one failed. */
type Saving = { readonly underWay: number; readonly savedAt: number | null; readonly failed: boolean };

export const useSaving = create<Saving>(() => ({ underWay: 0, savedAt: null, failed: false }));

export const saveBegan = (): void => useSaving.setState(({ underWay }) => ({ underWay: underWay + 1 }));

/** Refused: what was asked for cannot be, and whoever asked was told; nothing that should be saved is missing. */
export type SaveEnd = 'saved' | 'refused' | 'failed';

export const saveEnded = (end: SaveEnd): void =>
  useSaving.setState(({ underWay, savedAt }) => ({
    underWay: underWay - 1,
    savedAt: end === 'saved' ? Date.now() : savedAt,
    failed: end === 'failed',
  }));

/** Resolves when no save is under way: what a person takes back next is the change they have just made, not the one before it. */
export const savesDone = (): Promise<void> =>
  new Promise((resolve) => {
    if (useSaving.getState().underWay === 0) return resolve();
    const stop = useSaving.subscribe(({ underWay }) => {
      if (underWay > 0) return;
      stop();
      resolve();
    });
  });
