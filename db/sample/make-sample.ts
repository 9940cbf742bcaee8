/**
 * The sample board: fictional Exampleshire, rich enough to show everything the product does. Built as a board is in life, one
 * operation at a time, each dated when it would have happened, so that its history and "as at" a past date mean something.
 */
import { addDays } from '../domain/partial-date.ts';
import { SAMPLE_BOARD_NAME, SAMPLE_PASSPHRASE } from '../domain/sample.ts';
import { BoardSession } from '../service/session.ts';
import { Failure } from '../store/failure.ts';
import type { RandomBytes, ScryptCost } from '../store/vault.ts';
import { addBigBoard } from './big-board.ts';
import { addSmallBoard } from './small-board.ts';

export type SampleOptions = {
  /** The civil day that the sample is made for: everything in it is dated from here. */
  readonly today: string;
  readonly scale: 'small' | 'big';
  readonly random: RandomBytes;
  readonly cost?: ScryptCost;
  readonly signal?: AbortSignal | undefined;
};

export type SampleStep = { readonly doing: string; readonly done: number; readonly of: number };

/** A clock that is set to each day of the story in turn. */
export type StoryClock = { on(day: string): void; readonly now: () => number };

const createStoryClock = (): StoryClock => {
  let now = 0;
  let last = '';
  return {
    on: (day) => {
      const start = Date.parse(`${day}T09:00:00Z`);
      now = day === last ? now + 60_000 : start;
      last = day;
    },
    now: () => now,
  };
};

/** Makes the board in the folder, which must be empty or absent, and closes it again. A cancelled or failed one leaves nothing. */
export const makeSampleBoard = async function* (folder: string, options: SampleOptions): AsyncGenerator<SampleStep> {
  const clock = createStoryClock();
  clock.on(addDays(options.today, -6600));
  const session = new BoardSession(
    folder,
    { now: clock.now, random: options.random },
    options.cost ? { cost: options.cost } : {},
  );
  yield { doing: 'Making the board', done: 0, of: 1 };
  await session.create({
    name: SAMPLE_BOARD_NAME,
    nation: 'england',
    passphrase: SAMPLE_PASSPHRASE,
    post: 'Board manager',
    deviceName: 'Board manager’s laptop',
  });
  let finished = false;
  try {
    // Nothing of an unfinished sample is kept, so its many small operations need not each wait for the disk.
    session.store.db.pragma('synchronous = OFF');
    const add = options.scale === 'small' ? addSmallBoard : addBigBoard;
    for (const step of add(session.store, clock, options.today)) {
      if (options.signal?.aborted) throw new Failure('cancelled');
      yield step;
    }
    finished = true;
  } finally {
    session.close();
    if (!finished) session.discard();
  }
};
