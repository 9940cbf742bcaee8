import { readClock } from '../domain/clocks.ts';
import type { EventKind } from '../domain/codes.ts';
import { stageNeedsReason } from '../domain/review-course.ts';
import { clockToRule } from '../store/facts.ts';
import { reviewEvents } from '../store/review-events.ts';
import type { Store } from '../store/store.ts';
import { badInput, os, refuse, savedBy, todayOf } from './context.ts';
import {
  closeReview,
  convertReview,
  countConversions,
  decideProceed,
  holdReview,
  requestAgencyReports,
  sendForAccuracy,
} from './review-acts.ts';
import { calendarOf, writeReview } from './new-review.ts';
import { readReview } from './review-detail.ts';
import { listReviews, timelineReviews } from './review-list.ts';
import { countStages, readStageColumn } from './review-stages.ts';

export const moveStage = (store: Store, reviewId: string, stageId: string, reason: string) => {
  const review = store.row('reviews', reviewId);
  const [from, to] = [store.row('stages', review.stageId), store.row('stages', stageId)];
  if (to.reviewTypeId !== review.reviewTypeId) refuse(`“${to.name}” is not a stage of this type of review.`);
  if (from.id !== to.id && stageNeedsReason(from, to) && reason.trim() === '') {
    badInput(`Moving from “${from.name}” to “${to.name}” needs a reason.`);
  }
  return store.operation({ kind: 'move-stage', reason }, (write) => write.update('reviews', reviewId, { stageId }));
};

/** Takes the review off the register, and its actions off the lists; one Undo brings all of it back. */
const removeReview = (store: Store, reviewId: string, reason: string) =>
  store.operation({ kind: 'remove', reason }, (write) => {
    const actions = store
      .prepare<[string], { id: string }>('select id from actions where reviewId = ? and removed is null')
      .all(reviewId);
    for (const { id } of actions) write.remove('actions', id);
    write.remove('reviews', reviewId);
  });

const suggestReference = (store: Store, reviewTypeId: string): string => {
  const type = store.row('reviewTypes', reviewTypeId);
  const prefix = `${type.shortName} ${todayOf(store).slice(0, 4)}/`;
  const used = store
    .prepare<[string], { reference: string }>(`select reference from reviews where reference like ? || '%'`)
    .all(prefix)
    .map(({ reference }) => Number.parseInt(reference.slice(prefix.length), 10) || 0);
  return `${prefix}${String(Math.max(0, ...used) + 1).padStart(2, '0')}`;
};

export const reviews = {
  list: os.reviews.list.handler(({ input, context: { session } }) =>
    listReviews(session.store, todayOf(session.store), input),
  ),
  timeline: os.reviews.timeline.handler(({ input, context: { session } }) =>
    timelineReviews(session.store, todayOf(session.store), input),
  ),
  get: os.reviews.get.handler(({ input, context: { session } }) =>
    readReview(session.store, todayOf(session.store), calendarOf(session.store), input.id),
  ),
  suggestReference: os.reviews.suggestReference.handler(({ input, context: { session } }) => ({
    reference: suggestReference(session.store, input.reviewTypeId),
  })),
  add: os.reviews.add.handler(({ input, context: { session } }) => {
    const kind = input.convertedFromReviewId === null ? 'add-review' : 'convert-review';
    const committed = session.store.operation({ kind }, (write) => writeReview(session.store, write, input));
    return { ...savedBy(committed), id: committed.result };
  }),
  moveStage: os.reviews.moveStage.handler(({ input, context: { session } }) =>
    savedBy(moveStage(session.store, input.id, input.stageId, input.reason)),
  ),
  stageCounts: os.reviews.stageCounts.handler(({ input, context: { session } }) =>
    countStages(session.store, todayOf(session.store), input.filter),
  ),
  stageColumn: os.reviews.stageColumn.handler(({ input, context: { session } }) =>
    readStageColumn(session.store, todayOf(session.store), input),
  ),
  convert: os.reviews.convert.handler(({ input, context: { session } }) => {
    const committed = convertReview(session.store, input);
    return { ...savedBy(committed), id: committed.result };
  }),
  conversions: os.reviews.conversions.handler(({ context: { session } }) => countConversions(session.store)),
  decideProceed: os.reviews.decideProceed.handler(({ input, context: { session } }) => {
    const committed = decideProceed(session.store, input);
    return { ...savedBy(committed), id: committed.result };
  }),
  requestAgencyReports: os.reviews.requestAgencyReports.handler(({ input, context: { session } }) => {
    const { committed, changed } = requestAgencyReports(session.store, input);
    return { ...savedBy(committed), changed };
  }),
  sendForAccuracy: os.reviews.sendForAccuracy.handler(({ input, context: { session } }) => {
    const { committed, round } = sendForAccuracy(session.store, input);
    return { ...savedBy(committed), round };
  }),
  close: os.reviews.close.handler(({ input, context: { session } }) => {
    const { store } = session;
    return savedBy(closeReview(store, readReview(store, todayOf(store), calendarOf(store), input.id), input));
  }),
  hold: os.reviews.hold.handler(({ input, context: { session } }) => savedBy(holdReview(session.store, input))),
  remove: os.reviews.remove.handler(({ input, context: { session } }) =>
    savedBy(removeReview(session.store, input.id, input.reason)),
  ),
  whatIf: os.reviews.whatIf.handler(({ input, context: { session } }) => {
    const { store } = session;
    const clock = store.row('clocks', input.clockId);
    const events = [
      ...reviewEvents(store, clock.reviewId).filter((event) => event.kind !== clock.runsFrom),
      { kind: clock.runsFrom as EventKind, date: input.eventOn, text: null },
    ];
    const reading = readClock({
      ...clockToRule(clock),
      override: null,
      events,
      today: todayOf(store),
      calendar: calendarOf(store),
    });
    return { dueOn: reading.dueOn, words: reading.words };
  }),
};
