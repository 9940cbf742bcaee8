import type { QueryKey } from '@tanstack/react-query';
import { client } from '../client.ts';
import { isQueryChangedBy } from './changed-queries.ts';
import { queryClient } from './query-client.ts';

/** Asks again what an operation changed, as soon as the data process says so: the page's own changes, undo, and any other's. */
let following: AbortController | null = null;

export const followChanges = (): void => {
  stopFollowingChanges();
  const abort = new AbortController();
  following = abort;
  void follow(abort.signal);
};

export const stopFollowingChanges = (): void => {
  following?.abort();
  following = null;
};

/** Everything is asked again: after a restore, at midnight, or when changes may have been missed. */
export const refreshEverything = (): Promise<void> => queryClient.invalidateQueries();

/**
 * Another board is answered from: a backup was restored, or another day is looked at. What stands on the screen goes at once,
 * so that no two boards are ever seen together; what the frame itself says is asked first.
 */
const beginAnew = (): void => {
  const isOfTheFrame = ({ queryKey: [path] }: { readonly queryKey: QueryKey }): boolean =>
    Array.isArray(path) && (path[0] === 'asAt' || path[0] === 'board');
  void queryClient.invalidateQueries({ predicate: isOfTheFrame });
  void queryClient.resetQueries({ predicate: (query) => !isOfTheFrame(query) });
};

const follow = async (signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      for await (const { operationId, tables } of await client.changes(undefined, { signal })) {
        if (operationId === '' && tables.length === 0) {
          beginAnew();
          continue;
        }
        const isChanged = isQueryChangedBy(tables);
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isChanged(queryKey) });
      }
    } catch {
      // The data process or its connection ended: whoever ended it says so. Otherwise it is followed again below.
    }
    if (signal.aborted) return;
    await pause();
    if (!signal.aborted) void refreshEverything();
  }
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
