import { watch } from 'node:fs';

/** Calls `onHint` when something may have changed in the folder; what it returns ends it. Null where a folder cannot be watched. */
export type WatchFolder = (folder: string, onHint: () => void, onLost: () => void) => (() => void) | null;

/**
 * A hint and no more: a share gives no events, or twice, or without a name; a folder that goes ends in EPERM or in silence;
 * watches run out (ENOSPC). Never recursive, which not every system can.
 */
export const watchFolder: WatchFolder = (folder, onHint, onLost) => {
  try {
    const watcher = watch(folder, { persistent: false });
    watcher.on('change', onHint);
    watcher.on('error', () => {
      watcher.close();
      onLost();
    });
    return () => watcher.close();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
};
