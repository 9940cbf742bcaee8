/**
 * Continuous sync with a shared folder, while the board is unlocked: when to look, when to write, and what to say of it.
 *
 * - One step at a time: look, take in, write. Every 30 s, soon after a hint, and for own changes 5 s after the last one (during
 *   long work a minute after the first), but at most every minute.
 * - Trouble is a state and no end: it is tried again with growing pauses. A question (a bundle that would remove much) stops
 *   everything until a person has answered it and resumes.
 * - Pausing and stopping wait for the step under way, which ends between two bundles.
 *
 * Clocks that are put back make things due at once, never later.
 */
import path from 'node:path';
import { type FailureWords, failureWords } from '../domain/failures.ts';
import { failureFrom } from '../store/failure.ts';
import type { TookIn, Wrote } from './folder-exchange.ts';
import { folderOfBoard } from './folder-names.ts';
import { type FolderTrouble, folderTroubleWords } from './folder-trouble.ts';
import type { WatchFolder } from './folder-watch.ts';

export type SyncState =
  | { readonly kind: 'paused' }
  /** `since`: when it takes long, since when it waits. */
  | { readonly kind: 'looking'; readonly since?: number }
  /** `at`: when the last step ended. */
  | { readonly kind: 'up-to-date'; readonly at: number }
  | {
      readonly kind: 'away';
      readonly since: number;
      readonly trouble: FolderTrouble;
      readonly words: string;
      readonly nextTryAt: number;
    }
  /** Stopped until `resume`. */
  | { readonly kind: 'asks'; readonly name: string; readonly why: string }
  | { readonly kind: 'error'; readonly since: number; readonly words: FailureWords; readonly nextTryAt: number }
  | { readonly kind: 'stopped' };

export type ContinuousSyncOptions = {
  readonly root: string;
  readonly board: string;
  readonly thisDevice: () => string;
  readonly takeIn: (signal: AbortSignal) => Promise<TookIn>;
  readonly write: (signal: AbortSignal) => Promise<Wrote>;
  /** Instant, milliseconds UTC. */
  readonly now: () => number;
  /** Calls `act` once after so many milliseconds, unless what it returns is called before. */
  readonly setTimer: (ms: number, act: () => void) => () => void;
  readonly watch: WatchFolder;
  readonly onState: (state: SyncState) => void;
  /** What was taken in and what was left, after each look that came to its end. */
  readonly onTakenIn: (took: TookIn & { readonly kind: 'done' }) => void;
  /** A bug: what was thrown and is nothing that a person can act on. It is tried again all the same. */
  readonly onFault: (error: unknown) => void;
};

export type ContinuousSync = {
  readonly state: () => SyncState;
  /** Something was changed on this board by this laptop. */
  readonly noteChange: () => void;
  /** Looks and writes now, whatever is due; resolves when that is done. Nothing while paused or stopped. */
  readonly lookNow: () => Promise<void>;
  /** Resolves when the step under way has ended. */
  readonly pause: () => Promise<void>;
  /** Goes on after a pause, or after a question was answered. */
  readonly resume: () => void;
  /** For good. Resolves when the step under way has ended. */
  readonly stop: () => Promise<void>;
};

const SECOND = 1000;
const LOOK_EVERY = 30 * SECOND;
/** After a hint, so that a file that is being copied has some time; a stream of hints does not make a stream of looks. */
const LOOK_AFTER_HINT = SECOND;
const REST_BETWEEN_LOOKS = 5 * SECOND;
const WRITE_AFTER_CHANGE = 5 * SECOND;
const WRITE_AT_MOST_EVERY = 60 * SECOND;
/** A look that a person should be told of: the folder may not answer at all. */
const TAKES_LONG = 60 * SECOND;
const LONGEST_PAUSE = { away: 2 * 60 * SECOND, error: 10 * 60 * SECOND } as const;

/** Starts with a look, as soon as its timer fires. */
export const createContinuousSync = (options: ContinuousSyncOptions): ContinuousSync => {
  let mode: 'running' | 'paused' | 'asks' | 'stopped' = 'running';
  let state: SyncState = { kind: 'looking' };
  let step: Promise<void> | null = null;
  let ending = new AbortController();
  let cancelTimer = (): void => undefined;
  let lookDueAt = options.now();
  let lookedAt: number | null = null;
  let wroteAt: number | null = null;
  let unwritten: { readonly first: number; readonly last: number } | null = null;
  let isAskedFor = false;
  let trouble: { readonly since: number; readonly times: number } | null = null;
  const watches = new Map<string, () => void>();

  const say = (next: SyncState): void => {
    state = next;
    options.onState(next);
  };

  const writeDueAt = (): number => {
    const rested = wroteAt === null ? Number.NEGATIVE_INFINITY : wroteAt + WRITE_AT_MOST_EVERY;
    if (unwritten === null) return rested;
    return Math.max(rested, Math.min(unwritten.last + WRITE_AFTER_CHANGE, unwritten.first + WRITE_AT_MOST_EVERY));
  };

  /** No instant of the past lies in the future: the clock was put back. */
  const followClock = (now: number): void => {
    if (wroteAt !== null && wroteAt > now) wroteAt = null;
    if (lookedAt !== null && lookedAt > now) lookedAt = null;
    if (unwritten !== null && unwritten.last > now)
      unwritten = { first: now - WRITE_AFTER_CHANGE, last: now - WRITE_AFTER_CHANGE };
  };

  const schedule = (): void => {
    cancelTimer();
    if (mode !== 'running' || step !== null) return;
    const now = options.now();
    followClock(now);
    const dueAt = unwritten === null || trouble !== null ? lookDueAt : Math.min(lookDueAt, writeDueAt());
    // The longest pause bounds it too: an instant from before the clock was put back is no reason to wait.
    cancelTimer = options.setTimer(Math.min(Math.max(0, dueAt - now), LONGEST_PAUSE.error), run);
  };

  const run = (): void => {
    if (mode !== 'running' || step !== null) return;
    cancelTimer();
    step = takeStep().finally(() => {
      step = null;
      schedule();
    });
  };

  const takeStep = async (): Promise<void> => {
    const { signal } = ending;
    const isForced = isAskedFor;
    isAskedFor = false;
    lookDueAt = Number.POSITIVE_INFINITY;
    if (trouble === null || isForced) say({ kind: 'looking' });
    const since = options.now();
    const endsInTime = options.setTimer(TAKES_LONG, () => {
      if (state.kind === 'looking') say({ kind: 'looking', since });
    });
    let outcome: Outcome;
    try {
      outcome = await lookAndWrite(signal, isForced);
    } catch (error) {
      outcome = { kind: 'error', error };
    }
    endsInTime();
    const now = options.now();
    lookedAt = now;
    if (!signal.aborted) settle(outcome, now);
  };

  const lookAndWrite = async (signal: AbortSignal, isForced: boolean): Promise<Outcome> => {
    const took = await options.takeIn(signal);
    if (took.kind !== 'done') return took;
    options.onTakenIn(took);
    if (signal.aborted) return took;
    watchAll(took.devices);
    if (!isForced && options.now() < writeDueAt()) return took;
    // What changes from here on is due anew. If writing fails, the next step writes it: it writes whatever is lacking.
    unwritten = null;
    const wrote = await options.write(signal);
    if (wrote.kind === 'done' && wrote.wrote.length > 0) wroteAt = options.now();
    return wrote;
  };

  const settle = (outcome: Outcome, now: number): void => {
    if (outcome.kind === 'asks') {
      mode = 'asks';
      rest();
      say({ kind: 'asks', name: outcome.name, why: outcome.why });
      return;
    }
    if (outcome.kind === 'done') {
      trouble = null;
      // A hint that came meanwhile is no reason to look again without a rest.
      lookDueAt = Math.min(Math.max(lookDueAt, now + REST_BETWEEN_LOOKS), now + LOOK_EVERY);
      say({ kind: 'up-to-date', at: now });
      return;
    }
    trouble = { since: trouble?.since ?? now, times: (trouble?.times ?? 0) + 1 };
    const { since } = trouble;
    const longest = outcome.kind === 'trouble' ? LONGEST_PAUSE.away : LONGEST_PAUSE.error;
    const nextTryAt = now + Math.min(longest, LOOK_EVERY * 2 ** (trouble.times - 1));
    lookDueAt = nextTryAt;
    watchNothing();
    if (outcome.kind === 'trouble') {
      const words = folderTroubleWords(outcome.trouble, { since, now });
      say({ kind: 'away', since, trouble: outcome.trouble, words, nextTryAt });
      return;
    }
    const failure = failureFrom(outcome.error);
    if (failure === null) options.onFault(outcome.error);
    const words = failure === null ? BROKEN_OFF : failureWords(failure.code, failure.details);
    say({ kind: 'error', since, words, nextTryAt });
  };

  const hint = (): void => {
    if (mode !== 'running' || trouble !== null) return;
    const now = options.now();
    followClock(now);
    const rested = lookedAt === null ? now : lookedAt + REST_BETWEEN_LOOKS;
    lookDueAt = Math.min(lookDueAt, Math.max(now + LOOK_AFTER_HINT, rested));
    schedule();
  };

  /** The board's folder, for new laptops, and each other laptop's. */
  const watchAll = (devices: readonly string[]): void => {
    const board = folderOfBoard(options.root, options.board);
    const others = devices.filter((device) => device !== options.thisDevice());
    const wanted = new Set([board, ...others.map((device) => path.join(board, device))]);
    for (const [folder, end] of watches) {
      if (wanted.has(folder)) continue;
      end();
      watches.delete(folder);
    }
    for (const folder of wanted) {
      if (watches.has(folder)) continue;
      const end = options.watch(folder, hint, () => {
        watches.delete(folder);
        hint();
      });
      if (end !== null) watches.set(folder, end);
    }
  };

  const watchNothing = (): void => {
    for (const end of watches.values()) end();
    watches.clear();
  };

  const rest = (): void => {
    ending.abort();
    cancelTimer();
    watchNothing();
  };

  const end = async (to: 'paused' | 'stopped'): Promise<void> => {
    if (mode !== 'stopped' && mode !== to) {
      mode = to;
      rest();
      say({ kind: to });
    }
    await step;
  };

  schedule();
  return {
    state: () => state,
    noteChange: () => {
      if (mode === 'stopped') return;
      const now = options.now();
      followClock(now);
      unwritten = { first: unwritten?.first ?? now, last: now };
      schedule();
    },
    lookNow: async () => {
      await step;
      if (mode !== 'running') return;
      if (step === null) {
        isAskedFor = true;
        run();
      }
      await step;
    },
    pause: () => end('paused'),
    resume: () => {
      if (mode !== 'paused' && mode !== 'asks') return;
      mode = 'running';
      ending = new AbortController();
      trouble = null;
      lookDueAt = options.now();
      if (step === null) run();
    },
    stop: () => end('stopped'),
  };
};

/** The timer for `setTimer`. It keeps no process alive. */
export const systemTimer: ContinuousSyncOptions['setTimer'] = (ms, act) => {
  const timer = setTimeout(act, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

type Outcome = TookIn | Wrote | { readonly kind: 'error'; readonly error: unknown };

const BROKEN_OFF: FailureWords = {
  happened: 'The exchange with the shared folder was broken off.',
  advice: 'Nothing was lost, and what was taken in is kept. It is tried again by itself.',
};
