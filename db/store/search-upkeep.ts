/** Reads what was written into the index of "Find anything" while nothing else is to do, so that nobody waits for it. */
import { readWaiting } from './search-index.ts';
import type { Store } from './store.ts';

const pauseMs = 1000;
/** At a time, so that a question that comes meanwhile is answered soon. */
const recordsAtOnce = 10;

/** From here on, until what it returns is called. */
export const keepSearchReady = (store: Store): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(readSome, ms);
    timer.unref();
  };
  const readSome = (): void => {
    timer = null;
    try {
      if (store.db.open && readWaiting(store.db, recordsAtOnce) === recordsAtOnce) later(0);
    } catch {
      // A full disk, say: whatever was written is on disk, and what waits is read when something is looked for.
    }
  };
  const stopListening = store.onChange(() => later(pauseMs));
  return () => {
    stopListening();
    if (timer !== null) clearTimeout(timer);
  };
};
