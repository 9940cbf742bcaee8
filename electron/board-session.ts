/**
 * The board that is open: one folder, one data process, whichever shell is around it.
 *
 * Must hold: at most one data process at a time; every step waits for the one before it, so a lock can neither be lost
 * between two others nor leave two processes on one folder; a data process that ends unasked is followed by a new one,
 * which comes up locked.
 */
export type DataProcess<Connection> = {
  /** Resolves when it can be connected to; rejects when it ends before that. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended, asked to or not. */
  readonly ended: Promise<void>;
  connect(): Connection;
  /** Tells it a folder under an id. False when it does not know it: no board is open there. */
  offerSyncFolder(placeId: string, folder: string): Promise<boolean>;
  /** Asks it to put everything away and end; after a second it is killed. Never rejects. */
  stop(): Promise<void>;
};

export type BoardSession<Connection> = {
  /** The folder whose data process is running, once everything asked for before is done. */
  currentFolder(): Promise<string | null>;
  /** Ends what is open and starts a data process on `folder`. False when none could be started. */
  open(folder: string): Promise<boolean>;
  close(): Promise<void>;
  /** Ends the data process, and with it the keys; a new one waits for the passphrase. */
  lock(): Promise<void>;
  /** Null when no board is open. */
  connect(): Promise<Connection | null>;
  /** The folder stands under this id in `sync` of the contract from then on. False when no board is open. */
  offerSyncFolder(placeId: string, folder: string): Promise<boolean>;
};

export type BoardSessionOptions<Connection> = {
  readonly start: (folder: string) => DataProcess<Connection>;
  /** The data process is about to be ended because someone asked for it. */
  readonly onStopping?: () => void;
  /** A data process ended unasked; the new one is ready, or has failed as well. */
  readonly onEnded: () => void;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
};

/** So many unasked ends within a minute are not an accident any more: no further data process is started. */
const mostEndsInAMinute = 3;

export const createBoardSession = <Connection>(options: BoardSessionOptions<Connection>): BoardSession<Connection> => {
  type Open = { readonly folder: string; readonly dataProcess: DataProcess<Connection> };
  let open: Open | null = null;
  let ends: readonly number[] = [];
  const inTurn = createTurns();

  const start = async (folder: string): Promise<boolean> => {
    const started: Open = { folder, dataProcess: options.start(folder) };
    open = started;
    try {
      await started.dataProcess.ready;
    } catch {
      open = null;
      await started.dataProcess.stop();
      return false;
    }
    void started.dataProcess.ended.then(() => inTurn(() => startAgain(started)));
    return true;
  };

  const stop = async (): Promise<void> => {
    const stopping = open;
    open = null;
    if (stopping === null) return;
    options.onStopping?.();
    await stopping.dataProcess.stop();
  };

  const startAgain = async (ended: Open): Promise<void> => {
    // Something else has been asked for meanwhile, or this end was asked for.
    if (open !== ended) return;
    open = null;
    const now = options.now();
    ends = [...ends.filter((end) => now - end < 60_000), now];
    if (ends.length <= mostEndsInAMinute) await start(ended.folder);
    options.onEnded();
  };

  return {
    currentFolder: () => inTurn(async () => open?.folder ?? null),
    open: (folder) =>
      inTurn(async () => {
        await stop();
        return start(folder);
      }),
    close: () => inTurn(stop),
    lock: () =>
      inTurn(async () => {
        const folder = open?.folder;
        await stop();
        if (folder !== undefined) await start(folder);
      }),
    connect: () => inTurn(async () => open?.dataProcess.connect() ?? null),
    offerSyncFolder: async (placeId, folder) => {
      const dataProcess = await inTurn(async () => open?.dataProcess ?? null);
      // Not in turn: a data process that is busy must not keep anybody from locking.
      return dataProcess === null ? false : dataProcess.offerSyncFolder(placeId, folder);
    },
  };
};

const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(step: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(step);
    last = turn.catch(() => undefined);
    return turn;
  };
};
