/** The shared folder that a board is kept up to date with: on this laptop alone, in no export, no bundle and no history. */
import type { Store } from '../store/store.ts';

export type StoredPlace = {
  readonly path: string;
  readonly isPaused: boolean;
  /** Instant, milliseconds UTC; null while it was never looked through. */
  readonly lastLookAt: number | null;
};

type Row = { readonly path: string; readonly paused: 0 | 1; readonly lastLookAt: number | null };

export const readPlace = (store: Store): StoredPlace | null => {
  const row = store.prepare<[], Row>('select path, paused, lastLookAt from syncPlaces limit 1').get();
  return row === undefined ? null : { path: row.path, isPaused: row.paused === 1, lastLookAt: row.lastLookAt };
};

/** In the place of the one before it; null for none. */
export const storePlace = (store: Store, place: StoredPlace | null): void => {
  store.db.transaction(() => {
    store.prepare('delete from syncPlaces').run();
    if (place === null) return;
    store
      .prepare('insert into syncPlaces (id, path, paused, lastLookAt) values (?, ?, ?, ?)')
      .run(store.newId(), place.path, place.isPaused ? 1 : 0, place.lastLookAt);
  })();
};

export const notePaused = (store: Store, isPaused: boolean): void => {
  store.prepare('update syncPlaces set paused = ?').run(isPaused ? 1 : 0);
};

export const noteLook = (store: Store, at: number): void => {
  store.prepare('update syncPlaces set lastLookAt = ?').run(at);
};
