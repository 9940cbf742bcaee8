import { regimeInForce } from '../domain/review-course.ts';
import { readCalendar } from '../store/facts.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { badInput, refuse } from './context.ts';

export const calendarOf = (store: Store) => {
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
  const regimeId = regimeInForce(regimesOf(store, type.id), review.notifiedOn)?.id ?? null;
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

const regimesOf = (store: Store, reviewTypeId: string): readonly Row<'regimes'>[] =>
  store
    .prepare<[string], Row<'regimes'>>(
      'select * from regimes where reviewTypeId = ? and removed is null order by position',
    )
    .all(reviewTypeId);

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
