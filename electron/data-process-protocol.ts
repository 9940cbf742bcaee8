import type { DataProcess } from './board-session.ts';

/**
 * What a shell and a data process say to each other beside the page's own messages:
 * shell to process `connect` and `stop`, process to shell `ready`. Whatever kind of process it is.
 */
export type ProcessHandle = {
  readonly ended: Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  tell(message: { readonly type: 'stop' }): void;
  kill(): void;
};

/** Milliseconds a data process has to answer that it is ready. */
const longestStart = 15_000;
/** Milliseconds a data process has to put everything away before it is killed; nothing acknowledged depends on them. */
const longestStop = 1_000;

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

  return {
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
