import { readClock } from '../domain/clocks.ts';
import { comparePartialDates, latestDay } from '../domain/partial-date.ts';
import type { EventKind } from '../domain/codes.ts';
import { clockToRule, readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import { reviewEvents } from '../store/review-events.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { badInput, os, refuse, savedBy, todayOf } from './context.ts';
import { readReview } from './review-detail.ts';
import { listReviews, timelineReviews } from './review-list.ts';

const calendarOf = (store: Store) => {
  const calendar = readCalendar(store.db);
  if (calendar === null) throw new Failure('database-damaged');
  return calendar;
};

export type NewReview = {
  readonly reference: string;
  readonly reviewTypeId: string;
  readonly caseId?: string | undefined;
  readonly label: string;
  readonly labelKind: 'initials' | 'pseudonym' | 'family' | 'other';
  readonly title: string;
  readonly lead: 'own' | 'joint' | 'led-elsewhere';
  readonly leadBody: string;
  readonly ownerPost: string;
  readonly incidentOn: string | null;
  readonly incidentText: string | null;
  readonly notifiedOn: string | null;
  readonly notifiedText: string | null;
  readonly convertedFromReviewId: string | null;
};

/** Writes a review with its case, label, notification, and the clocks that its type and regime bring. */
export const writeReview = (store: Store, write: Writer, review: NewReview): string => {
  const type = store.row('reviewTypes', review.reviewTypeId);
  const taken = store
    .prepare<[string], { id: string }>('select id from reviews where reference = ? and removed is null')
    .get(review.reference);
  if (taken !== undefined)
    badInput(`Another review already has the reference ${review.reference}. Give this one its own.`);
  const stage = store
    .prepare<[string], { id: string }>(
      'select id from stages where reviewTypeId = ? and removed is null order by position limit 1',
    )
    .get(type.id);
  if (stage === undefined)
    return refuse(`The type “${type.name}” has no stages yet.`, 'Add its stages in Settings, Review types, first.');
  const caseId =
    review.caseId ??
    write.insert('cases', {
      reference: review.reference,
      incidentOn: review.incidentOn,
      incidentText: review.incidentText,
    });
  if (review.label !== '') {
    write.insert('labels', { caseId, label: review.label, kind: review.labelKind, audience: 'internal' });
  }
  const regimeId = regimeInForce(store, type.id, review.notifiedOn);
  const reviewId = write.insert('reviews', {
    caseId,
    reference: review.reference,
    title: review.title,
    reviewTypeId: type.id,
    regimeId,
    stageId: stage.id,
    lead: review.lead,
    leadBody: review.leadBody,
    ownerPost: review.ownerPost,
    convertedFromReviewId: review.convertedFromReviewId,
  });
  if (review.notifiedOn !== null || review.notifiedText !== null) {
    write.insert('milestones', { reviewId, kind: 'notified', date: review.notifiedOn, dateText: review.notifiedText });
  }
  if (review.lead !== 'led-elsewhere') addClocks(store, write, reviewId, type.id, regimeId);
  return reviewId;
};

/** The edition of the guidance in force on the day; the latest one when the day is not known. */
const regimeInForce = (store: Store, reviewTypeId: string, on: string | null): string | null => {
  const regimes = store
    .prepare<[string], Row<'regimes'>>(
      'select * from regimes where reviewTypeId = ? and removed is null order by position',
    )
    .all(reviewTypeId);
  const day = on === null ? null : latestDay(on);
  const inForce = regimes.filter(
    ({ fromDate, untilDate }) =>
      day === null || ((fromDate === null || fromDate <= day) && (untilDate === null || day < untilDate)),
  );
  return inForce.sort((a, b) => comparePartialDates(a.fromDate, b.fromDate)).at(-1)?.id ?? null;
};

const addClocks = (
  store: Store,
  write: Writer,
  reviewId: string,
  reviewTypeId: string,
  regimeId: string | null,
): void => {
  const rules = store
    .prepare<[string, string | null], Row<'clockRules'>>(
      'select * from clockRules where reviewTypeId = ? and removed is null and (regimeId is null or regimeId = ?) order by position',
    )
    .all(reviewTypeId, regimeId);
  const tableVersion = calendarOf(store).tableVersion;
  for (const rule of rules) {
    const { id: clockRuleId, removed: _, reviewTypeId: __, regimeId: ___, code: ____, ...clock } = rule;
    write.insert('clocks', { ...clock, reviewId, clockRuleId, tableVersion });
  }
};

/** Going back, or out of the review's course, needs a reason. */
const stageNeedsReason = (from: Row<'stages'>, to: Row<'stages'>): boolean =>
  to.position < from.position || to.kind === 'not-proceeding';

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
    const committed = session.store.operation({ kind: 'add-review' }, (write) =>
      writeReview(session.store, write, input),
    );
    return { ...savedBy(committed), id: committed.result };
  }),
  moveStage: os.reviews.moveStage.handler(({ input, context: { session } }) =>
    savedBy(moveStage(session.store, input.id, input.stageId, input.reason)),
  ),
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
