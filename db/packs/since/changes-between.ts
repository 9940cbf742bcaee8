/** What changed between two moments of the board: every record of both is read, so nothing depends on how it was changed. */
import type { ReplayStep } from '../../store/as-at.ts';
import type { Sqlite } from '../../store/database.ts';
import { asPart, atOneGo } from '../../store/steps.ts';
import { actionMoves, actionsAdded } from './actions.ts';
import { approvalChanges } from './approvals.ts';
import { datesMoved } from './dates-moved.ts';
import { compareHeadlines, type HeadlineCounts, readCounts } from './headline-figures.ts';
import { latenessChanges } from './lateness.ts';
import type { SinceChanges } from './model.ts';
import { createEarlierBoards, type EarlierMoment, type Moment, type MomentWanted } from './moment.ts';
import type { Comparison } from './period.ts';
import { delayChanges, publicationChanges } from './publication.ts';
import { newReviews, reviewsRemoved, stageMoves } from './reviews.ts';

/**
 * `from`: the day at whose end the period begins; `then` is null where the board was not recorded yet on that day. `counts`: the
 * figures of now, where they were read already.
 */
export const changesBetweenInSteps = function* (
  then: EarlierMoment | null,
  now: Moment,
  from: string,
  given: HeadlineCounts | null = null,
): Generator<ReplayStep, SinceChanges> {
  const comparison: Comparison = { earlier: then, now, from };
  let done = 0;
  /** Others get their turn after each part: on a big board one takes up to a second. */
  const part = function* <T>(read: () => T): Generator<ReplayStep, T> {
    const found = read();
    done += 1;
    yield { done, of: PARTS };
    return found;
  };
  return {
    from,
    until: now.day,
    wasRecorded: then !== null,
    figures: compareHeadlines(
      then === null ? null : yield* part(() => readCounts(then)),
      given ?? (yield* part(() => readCounts(now))),
    ),
    newReviews: yield* part(() => newReviews(comparison)),
    reviewsRemoved: yield* part(() => reviewsRemoved(comparison)),
    stageMoves: yield* part(() => stageMoves(comparison)),
    ...(yield* part(() => latenessChanges(comparison))),
    datesMoved: yield* part(() => datesMoved(comparison)),
    approvals: yield* part(() => approvalChanges(comparison)),
    actionsAdded: yield* part(() => actionsAdded(comparison)),
    actionMoves: yield* part(() => actionMoves(comparison)),
    delays: yield* part(() => delayChanges(comparison)),
    publications: yield* part(() => publicationChanges(comparison)),
  };
};

/** What is read one after another, at most. */
const PARTS = 12;

/** What changed between two moments of the board whose change log `db` holds, e.g. those of two issued packs; null where it was not recorded at one of them. */
export const changesBetweenMoments = (db: Sqlite, then: MomentWanted, now: MomentWanted): SinceChanges | null =>
  atOneGo(changesInSteps(db, then, now));

/** The same in steps of replaying the two and of comparing them. */
export const changesInSteps = function* (
  db: Sqlite,
  then: MomentWanted,
  now: MomentWanted,
): Generator<ReplayStep, SinceChanges | null> {
  const boards = createEarlierBoards(db, now.end);
  try {
    yield* asPart(boards.replayInSteps(then.end), 0, 3);
    yield* asPart(boards.replayInSteps(now.end), 1, 3);
    const [before, after] = [boards.at(then), boards.at(now)];
    return after === null ? null : yield* asPart(changesBetweenInSteps(before, after, then.day), 2, 3);
  } finally {
    boards.close();
  }
};
