/** What changed between two moments of the board: every record of both is read, so nothing depends on how it was changed. */
import type { ReplayStep } from '../../store/as-at.ts';
import type { Sqlite } from '../../store/database.ts';
import { atOneGo } from '../../store/steps.ts';
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
export const changesBetween = (
  then: EarlierMoment | null,
  now: Moment,
  from: string,
  counts: HeadlineCounts = readCounts(now),
): SinceChanges => {
  const comparison: Comparison = { earlier: then, now, from };
  return {
    from,
    until: now.day,
    wasRecorded: then !== null,
    figures: compareHeadlines(then === null ? null : readCounts(then), counts),
    newReviews: newReviews(comparison),
    reviewsRemoved: reviewsRemoved(comparison),
    stageMoves: stageMoves(comparison),
    ...latenessChanges(comparison),
    datesMoved: datesMoved(comparison),
    approvals: approvalChanges(comparison),
    actionsAdded: actionsAdded(comparison),
    actionMoves: actionMoves(comparison),
    delays: delayChanges(comparison),
    publications: publicationChanges(comparison),
  };
};

/** What changed between two moments of the board whose change log `db` holds, e.g. those of two issued packs; null where it was not recorded at one of them. */
export const changesBetweenMoments = (db: Sqlite, then: MomentWanted, now: MomentWanted): SinceChanges | null =>
  atOneGo(changesInSteps(db, then, now));

/** The same in steps of replaying the two. */
export const changesInSteps = function* (
  db: Sqlite,
  then: MomentWanted,
  now: MomentWanted,
): Generator<ReplayStep, SinceChanges | null> {
  const boards = createEarlierBoards(db, now.end);
  try {
    yield* boards.replayInSteps(then.end);
    yield* boards.replayInSteps(now.end);
    const [before, after] = [boards.at(then), boards.at(now)];
    return after === null ? null : changesBetween(before, after, then.day);
  } finally {
    boards.close();
  }
};
