/**
 * What the work says on its way, as a stream; its result is what the stream returns, its error what the stream fails with. Of
 * steps that nobody has taken yet, the newest is kept. Who stops reading waits for the work to end: it has a signal for that.
 */
export const stepsOf = async function* <Step, Result>(
  work: (say: (step: Step) => void) => Promise<Result>,
): AsyncGenerator<Step, Result> {
  const state: { latest: { readonly step: Step } | null; hasEnded: boolean; wake: () => void } = {
    latest: null,
    hasEnded: false,
    wake: () => undefined,
  };
  const working = work((step) => {
    state.latest = { step };
    state.wake();
  }).finally(() => {
    state.hasEnded = true;
    state.wake();
  });
  // Its error is met below, when the last step has been told.
  working.catch(() => undefined);
  try {
    while (!state.hasEnded || state.latest !== null) {
      const { latest } = state;
      state.latest = null;
      if (latest !== null) yield latest.step;
      else {
        // oxlint-disable-next-line no-await-in-loop -- waits for the next step
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
    }
    return await working;
  } finally {
    await working.catch(() => undefined);
  }
};
