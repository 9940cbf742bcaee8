import type { DataProcess } from './board-session.ts';

/**
 * What a shell and a data process say to each other beside the page's own messages:
 * shell to process `connect`, `sync-folder` and `stop`, process to shell `ready` and the answer to `sync-folder`. Whatever kind
 * of process it is.
 */
export type ToProcess =
  | { readonly type: 'stop' }
  /** A folder that the person chose; the page hears of the id alone. */
  | { readonly type: 'sync-folder'; readonly placeId: string; readonly path: string };

export type ProcessHandle = {
  readonly ended: Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  tell(message: ToProcess): void;
  kill(): void;
};

/** Milliseconds a data process has to answer that it is ready. */
const longestStart = 15_000;
/** Milliseconds a data process has to put everything away before it is killed; nothing acknowledged depends on them. */
const longestStop = 1_000;
/** Milliseconds it may be busy with something else before it says whether it knows a folder. */
const longestAnswer = 10_000;

export const createDataProcess = (handle: ProcessHandle): Omit<DataProcess<never>, 'connect'> => {
  const ready = new Promise<void>((resolve, reject) => {
    handle.onMessage((message) => {
      if ((Object(message) as { type?: unknown }).type === 'ready') resolve();
    });
    void handle.ended.then(() => reject(new Error('The data process ended before it was ready.')));
    setTimeout(() => reject(new Error('The data process did not start in time.')), longestStart).unref();
  });
  // Whoever waits for it hears of it; nobody waiting is no fault.
  ready.catch(() => undefined);

  const waiting = new Map<string, (known: boolean) => void>();
  handle.onMessage((message) => {
    const { type, placeId, known } = Object(message) as Readonly<Record<string, unknown>>;
    if (type === 'sync-folder' && typeof placeId === 'string') waiting.get(placeId)?.(known === true);
  });

  const offerSyncFolder = async (placeId: string, path: string): Promise<boolean> => {
    const answered = new Promise<boolean>((resolve) => {
      waiting.set(placeId, resolve);
      void handle.ended.then(() => resolve(false));
      setTimeout(() => resolve(false), longestAnswer).unref();
    });
    handle.tell({ type: 'sync-folder', placeId, path });
    const known = await answered;
    waiting.delete(placeId);
    return known;
  };

  return {
    offerSyncFolder,
    ready,
    ended: handle.ended,
    stop: async () => {
      handle.tell({ type: 'stop' });
      const kill = setTimeout(() => handle.kill(), longestStop);
      await handle.ended;
      clearTimeout(kill);
    },
  };
};
