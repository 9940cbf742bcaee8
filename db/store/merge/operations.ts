/** Operations as they travel: with their changes, and with ids where the log has numbers. */
import { type Moment, seenOf, type Vector } from '../causality.ts';
import { createChangesReader, type Operation } from '../change-log.ts';
import type { Sqlite } from '../database.ts';
import type { Incoming } from './merge.ts';
import { byLog } from './row-story.ts';

/** The operations of one device from `first` to `last`, in their order. */
export const readOperations = function* (
  db: Sqlite,
  { deviceId, first, last }: { readonly deviceId: string; readonly first: number; readonly last: number },
): Generator<Incoming> {
  const page = db.prepare<[string, number, number], Operation>(
    'select * from operations where deviceId = ? and sequence between ? and ? order by sequence limit 500',
  );
  const changesOf = createChangesReader(db);
  for (let from = first; from <= last; ) {
    const operations = page.all(deviceId, from, last);
    if (operations.length === 0) return;
    for (const { number, ...operation } of operations) {
      yield { ...operation, changes: changesOf(number) };
    }
    from = (operations.at(-1)?.sequence ?? last) + 1;
  }
};

export type Sorted<T> = {
  /** In the order of the log; each follows what is here or stands before it. */
  readonly ready: readonly T[];
  /** What something is missing before, and what follows that. */
  readonly waiting: readonly T[];
};

type Known = Moment & { readonly clock: string; readonly seen: string | null };

/** Which of the operations can be taken in over what is here (`heads`). Those that are here already are left out. */
export const sortReady = <T extends Known>(heads: Vector, operations: readonly T[]): Sorted<T> => {
  const reached = new Map(heads);
  const runs = Map.groupBy(operations, (operation) => operation.deviceId);
  const queues = [...runs.values()].map((run) => ({ run: run.toSorted((a, b) => a.sequence - b.sequence), at: 0 }));
  const ready: T[] = [];
  for (let moved = true; moved; ) {
    moved = false;
    for (const queue of queues) {
      for (let next = queue.run[queue.at]; next !== undefined; next = queue.run[queue.at]) {
        const here = reached.get(next.deviceId) ?? 0;
        if (next.sequence > here) {
          if (next.sequence !== here + 1 || !knownBy(reached, next.seen)) break;
          reached.set(next.deviceId, next.sequence);
          ready.push(next);
          moved = true;
        }
        queue.at += 1;
      }
    }
  }
  return { ready: ready.toSorted(byLog), waiting: queues.flatMap(({ run, at }) => run.slice(at)) };
};

const knownBy = (reached: Vector, seen: string | null): boolean =>
  seen === null || seenOf(seen).every(([deviceId, sequence]) => (reached.get(deviceId) ?? 0) >= sequence);
