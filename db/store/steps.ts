/** Long work in steps: between two of them others may ask, and whoever gives the work up calls `return`, and nothing is left. */

/** Does all of them at one go. */
export const atOneGo = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

export type Step = { readonly done: number; readonly of: number };

/** The steps of one part of a work of several, `at` counted from 0: told as how far the whole is, so that it never goes back. */
export const asPart = function* <T>(steps: Generator<Step, T>, at: number, of: number): Generator<Step, T> {
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      yield { done: at + (step.value.of === 0 ? 1 : step.value.done / step.value.of), of };
    }
  } finally {
    steps.return(undefined as never);
  }
};

/** Tells each step and waits for `turn` after it; an error of `turn` ends the work there. */
export const inTurns = async function* <S, T>(
  steps: Generator<S, T>,
  turn: () => Promise<void>,
): AsyncGenerator<S, T, undefined> {
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      yield step.value;
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      await turn();
    }
  } finally {
    steps.return(undefined as never);
  }
};

/** Tells each step in other words. */
export const toldAs = async function* <S, T, Told>(
  steps: AsyncGenerator<S, T>,
  words: (step: S) => Told,
): AsyncGenerator<Told, T, undefined> {
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      const step = await steps.next();
      if (step.done) return step.value;
      yield words(step.value);
    }
  } finally {
    await steps.return(undefined as never);
  }
};

/** Where nobody asks how far it is. */
export const resultOf = async <T>(steps: AsyncGenerator<unknown, T>): Promise<T> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    const step = await steps.next();
    if (step.done) return step.value;
  }
};
