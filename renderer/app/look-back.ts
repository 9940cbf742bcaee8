import { client } from '../client.ts';
import { showDayRefused, showGoingBack, stopAsking, useLookingBack } from '../state/looking-back.ts';
import { showToast } from '../ui/index.ts';
import { errorToFailure, errorToLine } from './failure-words.ts';
import { showProblem } from './problem-toast.ts';

/** Shows the whole board as it was at the end of the day. Everything on the screen is asked again once it is there. */
export const lookBackAt = async (on: string): Promise<void> => {
  const abort = new AbortController();
  const cancel = (): void => abort.abort();
  showGoingBack({ doing: 'Going back', done: 0, of: 0, cancel });
  try {
    for await (const { doing, done, of, day } of await client.asAt.look({ on }, { signal: abort.signal })) {
      if (abort.signal.aborted) return;
      if (day === null) showGoingBack({ doing, done, of, cancel });
    }
    if (!abort.signal.aborted) useLookingBack.setState({ isAsking: false, goingBack: null, problem: null });
  } catch (error) {
    if (abort.signal.aborted || errorToFailure(error)?.code === 'cancelled') return stopAsking();
    showDayRefused(errorToLine(error));
  }
};

export const goBackToToday = async (): Promise<void> => {
  try {
    if ((await client.asAt.status()).day === null) showToast({ message: 'This is the board as it is today.' });
    else await client.asAt.leave();
  } catch (error) {
    showProblem(errorToLine(error));
  }
};
