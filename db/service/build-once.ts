/**
 * The pack of a board for its options, built in turns and kept for a minute: the preview and each format of one saving ask for
 * the same one. A board that changes between two turns is read anew, so that no pack says two things.
 */
import type { PackOptions } from '../contract/packs.ts';
import type { BuildStep, BuiltPack } from '../packs/build-pack.ts';
import { Failure } from '../store/failure.ts';
import { atOneGo } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import { todayOf } from './context.ts';
import { type LogRead, logReadFor } from './pack-clock.ts';
import { buildInSteps } from './pack-steps.ts';
import type { BoardSession } from './session.ts';
import { turnOf } from './write-in-turns.ts';

/** With how far it read the change log. */
type Read = LogRead & { readonly built: BuiltPack };

type Kept = { readonly of: string; readonly read: Read; readonly ends: NodeJS.Timeout };

const KEPT_FOR = 60_000;

/** After so many readings that a change came between, nobody is let in between any more. */
const READINGS_IN_TURNS = 3;

const latest = new WeakMap<Store, Kept>();

export const buildOnce = async function* (
  session: Pick<BoardSession, 'store' | 'present'>,
  options: PackOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<BuildStep, Read> {
  const { store, present } = session;
  const stateOf = (): string =>
    `${logReadFor(present, todayOf(present)).logVector} ${todayOf(store)} ${JSON.stringify(options)}`;
  const turn = turnOf(() => {
    if (signal?.aborted || session.present !== present || session.store !== store) throw new Failure('cancelled');
  });
  for (let reading = 1; ; reading += 1) {
    const of = stateOf();
    const kept = latest.get(store);
    if (kept?.of === of) return kept.read;
    const steps = buildInSteps(store, options);
    try {
      for (let step = reading > READINGS_IN_TURNS ? allOf(steps) : steps.next(); ; step = steps.next()) {
        if (step.done) return keep(store, of, { built: step.value, ...logReadFor(present, step.value.pack.dataAsAt) });
        yield step.value;
        await turn();
        if (stateOf() !== of) break;
      }
    } finally {
      steps.return(undefined as never);
    }
  }
};

const allOf = (steps: Generator<BuildStep, BuiltPack>): IteratorReturnResult<BuiltPack> => ({
  done: true,
  value: atOneGo(steps),
});

const keep = (store: Store, of: string, read: Read): Read => {
  clearTimeout(latest.get(store)?.ends);
  const ends = setTimeout(() => latest.delete(store), KEPT_FOR).unref();
  latest.set(store, { of, read, ends });
  return read;
};
