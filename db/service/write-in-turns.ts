import type { Turn } from '../packs/turns.ts';

/** Lets messages in between two steps, so that a Cancel is heard. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A turn between two steps; an error of `refuseCancelled` ends the work there. */
export const turnOf = (refuseCancelled: () => void) => async (): Promise<void> => {
  await breathe();
  refuseCancelled();
};

/**
 * Writes a document and says now and then how many of its rows are written. `refuseCancelled` is asked at each turn; when it
 * throws, the writing ends there and that is the error.
 */
export const writeInTurns = async function* (
  write: (turn: Turn) => Promise<Uint8Array>,
  refuseCancelled: () => void,
): AsyncGenerator<Written, Uint8Array> {
  const state: { latest: Written | null; ended: boolean; wake: () => void } = {
    latest: null,
    ended: false,
    wake: () => undefined,
  };
  const turn = turnOf(refuseCancelled);
  const writing = write(async (done, of) => {
    state.latest = { done, of };
    state.wake();
    await turn();
  }).finally(() => {
    state.ended = true;
    state.wake();
  });
  // Its error is met below, when the last step has been told.
  writing.catch(() => undefined);
  while (!state.ended) {
    const { latest } = state;
    state.latest = null;
    if (latest !== null) yield latest;
    else {
      // oxlint-disable-next-line no-await-in-loop -- waits for the next turn
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  }
  return writing;
};

type Written = { readonly done: number; readonly of: number };
