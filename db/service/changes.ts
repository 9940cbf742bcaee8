import { os } from './context.ts';

type Changed = { readonly operationId: string; readonly tables: string[] };

/**
 * Every operation of the open board as it lands on disk; a restore, or another day looked at, counts as a change of everything. How sync
 * stands is told as the table `syncPlaces`.
 */
export const changes = os.changes.handler(async function* ({ context: { session }, signal }) {
  const waiting: Changed[] = [];
  let wake: () => void = () => undefined;
  const push = (changed: Changed): void => {
    waiting.push(changed);
    wake();
  };
  let stop = session.isOpen ? listen(session.present, push) : () => undefined;
  const stopOpened = session.onOpened(() => {
    stop();
    stop = listen(session.present, push);
    push({ operationId: '', tables: [] });
  });
  const stopSync = session.sync.onStatus(() => push({ operationId: '', tables: ['syncPlaces'] }));
  const aborted = (): void => wake();
  signal?.addEventListener('abort', aborted);
  try {
    for (;;) {
      if (signal?.aborted) return;
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
    stopOpened();
    stopSync();
    signal?.removeEventListener('abort', aborted);
  }
});

type Listened = {
  onChange(listener: (changed: { operationId: string; tables: readonly string[] }) => void): () => void;
};

const listen = (store: Listened, push: (changed: Changed) => void): (() => void) =>
  store.onChange(({ operationId, tables }) => push({ operationId, tables: [...tables] }));
