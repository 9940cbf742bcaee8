import { setImmediate as breathe } from 'node:timers/promises';
import { formatDate } from '../domain/partial-date.ts';
import { replayInSteps } from '../store/as-at.ts';
import { clockToInstant } from '../store/change-log.ts';
import { Failure } from '../store/failure.ts';
import { endOfDay } from '../store/log-end.ts';
import { PastStore } from '../store/past-store.ts';
import type { Store } from '../store/store.ts';
import { civilDayOf, os, todayOf } from './context.ts';

/** The day of the board's first operation. */
const firstDayOf = (store: Store): string => {
  const clock = store.prepare<[], { clock: string | null }>('select min(clock) as clock from operations').get()?.clock;
  return typeof clock === 'string' ? civilDayOf(clockToInstant(clock)) : todayOf(store);
};

const refuseDay = (store: Store, on: string): void => {
  const problem = (words: string): never => {
    throw new Failure('bad-input', { problem: words, field: 'on' });
  };
  if (on >= todayOf(store))
    problem(
      on === todayOf(store)
        ? 'That is today, which has not ended. Choose an earlier day.'
        : 'That day has not come yet. Choose an earlier day.',
    );
  const first = firstDayOf(store);
  if (on < first)
    problem(`The board was begun on ${formatDate(first)}. There is nothing before that day; choose a later one.`);
};

export const asAt = {
  status: os.asAt.status.handler(({ context: { session } }) => ({
    day: session.pastDay,
    firstDay: firstDayOf(session.present),
    today: todayOf(session.present),
  })),
  look: os.asAt.look.handler(async function* ({ input: { on }, context: { session }, signal }) {
    const { present } = session;
    refuseDay(present, on);
    const doing = `Going back to ${formatDate(on)}`;
    const steps = replayInSteps(present.db, endOfDay(on));
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) {
          session.lookAt(new PastStore(present, step.value, on));
          break;
        }
        yield { doing, ...step.value, day: null };
        // oxlint-disable-next-line no-await-in-loop -- lets other questions, and a Cancel, in between two steps
        await breathe();
        if (signal?.aborted || session.present !== present) throw new Failure('cancelled');
      }
    } finally {
      steps.return(undefined as never);
    }
    yield { doing, done: 1, of: 1, day: on };
  }),
  leave: os.asAt.leave.handler(({ context: { session } }) => {
    session.lookAt(null);
    return { done: true as const };
  }),
};
