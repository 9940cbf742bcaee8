import { Failure } from '../store/failure.ts';

export type Turns = <T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  how?: {
    /** Told to end as soon as other work waits, and begins after it. */
    readonly givesWay?: boolean;
  },
) => Promise<T>;

type Turn = {
  readonly givesWay: boolean;
  readonly giveWay: () => void;
  readonly take: () => Promise<void>;
};

/** How long work that was told to end is waited for: what it waits on may never answer. */
const PATIENCE = 5000;

/**
 * One work at a time, in the order in which they were asked for. Who is told to end before its turn leaves with `cancelled`.
 *
 * A share that does not answer cannot be interrupted: the turn of work that was told to end is over after a while, whether it
 * ended or not. Work that was told to end must therefore change nothing any more.
 */
export const createTurns = (patience = PATIENCE): Turns => {
  const waiting: Turn[] = [];
  let current: Turn | null = null;

  const next = async (): Promise<void> => {
    if (current !== null) return;
    const [turn] = waiting.toSorted((a, b) => Number(a.givesWay) - Number(b.givesWay));
    if (turn === undefined) return;
    waiting.splice(waiting.indexOf(turn), 1);
    current = turn;
    await turn.take();
    current = null;
    void next();
  };

  return (work, signal, { givesWay = false } = {}) =>
    new Promise((resolve, reject) => {
      const cancelled = (): void => reject(new Failure('cancelled'));
      if (signal.aborted) return cancelled();
      const way = new AbortController();
      const told = AbortSignal.any([signal, way.signal]);
      const turn: Turn = {
        givesWay,
        giveWay: () => way.abort(),
        take: async () => {
          signal.removeEventListener('abort', leave);
          const patiently = waitAfter(told, patience);
          const hasEnded = await Promise.race([
            work(told)
              .then(resolve, reject)
              .then(() => true),
            patiently.isOver,
          ]);
          patiently.end();
          if (hasEnded) return;
          // Of work that only gave way somebody still waits for the end.
          if (signal.aborted) cancelled();
          else signal.addEventListener('abort', cancelled, { once: true });
        },
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(turn), 1);
        cancelled();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(turn);
      if (!givesWay && current?.givesWay === true) current.giveWay();
      void next();
    });
};

/** Is over so long after the signal. */
const waitAfter = (signal: AbortSignal, ms: number) => {
  let timer: NodeJS.Timeout | undefined;
  let begin = (): void => undefined;
  const isOver = new Promise<false>((resolve) => {
    begin = () => {
      timer = setTimeout(resolve, ms, false).unref();
    };
    signal.addEventListener('abort', begin, { once: true });
  });
  return {
    isOver,
    end: () => {
      signal.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
};
