/** Acts on a review that write several records in one operation. */
import type { ReviewDetail } from '../contract/reviews.ts';
import type { ProceedDecision as Decision } from '../domain/proceed-words.ts';
import { BEGINNINGS_IN_SQL } from '../domain/review-beginnings.ts';
import { closureChecklist, closureFigures, openItems } from '../domain/closure.ts';
import { STAGE_KIND_LABELS, type StageKind } from '../domain/codes.ts';
import { latestDay } from '../domain/partial-date.ts';
import { joinWords } from '../domain/plain-words.ts';
import { Failure } from '../store/failure.ts';
import { handedOverReviews } from '../store/protected-reviews.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { badInput, refuse, todayOf } from './context.ts';
import { writeReview } from './new-review.ts';

const live = (store: Store, reviewId: string): Row<'reviews'> => {
  const review = store.row('reviews', reviewId);
  if (review.removed !== null) throw new Failure('not-found', { what: 'review', id: reviewId });
  return review;
};

const wrong = (field: string, problem: string): never => {
  throw new Failure('bad-input', { problem, field });
};

export type Conversion = {
  readonly id: string;
  readonly reviewTypeId: string;
  readonly reference: string;
  readonly initiatedOn: string | null;
  readonly initiatedText: string | null;
};

/** Records the review that this one became. Both are of one case, and each page shows the other. */
export const convertReview = (store: Store, conversion: Conversion) => {
  const from = live(store, conversion.id);
  if (handedOverReviews(store).some(({ id }) => id === from.id)) {
    refuse(`${from.reference} was handed over, so its successor board converts it.`);
  }
  if (conversion.reviewTypeId === from.reviewTypeId) {
    wrong('reviewTypeId', 'Choose another type: a review is converted into one of another type.');
  }
  return store.operation({ kind: 'convert-review' }, (write) => {
    const id = writeReview(store, write, {
      reference: conversion.reference,
      reviewTypeId: conversion.reviewTypeId,
      caseId: from.caseId,
      label: '',
      labelKind: 'other',
      title: from.title,
      lead: from.lead as 'own' | 'joint' | 'led-elsewhere',
      leadBody: from.leadBody,
      ownerPost: from.ownerPost,
      incidentOn: null,
      incidentText: null,
      notifiedOn: null,
      notifiedText: null,
      convertedFromReviewId: from.id,
    });
    const { trigger, periodFrom, periodUntil, retentionClass } = from;
    write.update('reviews', id, { trigger, periodFrom, periodUntil, retentionClass });
    if (conversion.initiatedOn !== null || conversion.initiatedText !== null) {
      const { initiatedOn: date, initiatedText: dateText } = conversion;
      write.insert('milestones', { reviewId: id, kind: 'initiated', date, dateText });
    }
    return id;
  });
};

export type ProceedDecision = {
  readonly id: string;
  readonly decision: Decision;
  readonly decidedOn: string | null;
  readonly decidedBy: string;
  readonly reasons: string;
  readonly told: string;
  readonly toldOn: string | null;
  readonly move: boolean;
};

export const decideProceed = (store: Store, { id: reviewId, move, ...decision }: ProceedDecision) => {
  const review = live(store, reviewId);
  const { decidedOn, toldOn, reasons } = decision;
  if (decision.decision === 'do-not-proceed' && reasons.trim() === '') {
    wrong('reasons', 'Give the reasons. A decision not to review has to be explained, also years later.');
  }
  if (decidedOn !== null && toldOn !== null && latestDay(toldOn) < decidedOn.padEnd(10, '-01')) {
    wrong('toldOn', 'They were told before it was decided. Check the dates.');
  }
  return store.operation({ kind: 'decide-whether-to-proceed', reason: reasons.slice(0, 500) }, (write) => {
    const id = write.insert('proceedDecisions', { reviewId, ...decision });
    if (move) moveAfter(store, write, review, decision.decision);
    return id;
  });
};

/** Not to proceed ends the review's course; to proceed starts it, where it has not got there yet. */
const moveAfter = (
  store: Store,
  write: Writer,
  review: Row<'reviews'>,
  decision: ProceedDecision['decision'],
): void => {
  if (decision === 'defer') return;
  const now = store.row('stages', review.stageId);
  const to = stageOfKind(store, review.reviewTypeId, decision === 'proceed' ? 'in-progress' : 'not-proceeding');
  if (decision === 'proceed' && now.kind !== 'referral' && now.kind !== 'deciding') return;
  write.update('reviews', review.id, { stageId: to.id });
};

const stageOfKind = (store: Store, reviewTypeId: string, kind: StageKind): Row<'stages'> =>
  store
    .prepare<[string, string], Row<'stages'>>(
      'select * from stages where reviewTypeId = ? and kind = ? and removed is null order by position limit 1',
    )
    .get(reviewTypeId, kind) ??
  refuse(
    `This type of review has no stage “${STAGE_KIND_LABELS[kind]}”.`,
    'Nothing was changed. Add the stage in Settings, Review types, first.',
  );

export type AgenciesAsked = {
  readonly id: string;
  readonly agencyIds: readonly string[];
  readonly dueOn: string | null;
  readonly note: string;
};

/** Agencies by id, each once. Fails with not-found. */
const agenciesOf = (store: Store, ids: readonly string[]): readonly Row<'agencies'>[] =>
  [...new Set(ids)].map((id) => store.row('agencies', id));

const refuseDueBefore = (from: string | null, dueOn: string | null, problem: string): void => {
  if (from !== null && dueOn !== null && latestDay(dueOn) < from.padEnd(10, '-01')) wrong('dueOn', problem);
};

export const requestAgencyReports = (
  store: Store,
  { id: reviewId, agencyIds, ...asked }: AgenciesAsked & { readonly requestedOn: string | null },
) => {
  live(store, reviewId);
  refuseDueBefore(
    asked.requestedOn,
    asked.dueOn,
    'The reports would be due before they are asked for. Check the dates.',
  );
  const agencies = agenciesOf(store, agencyIds);
  const before = new Set(
    store
      .prepare<[string], { agencyId: string }>(
        'select agencyId from agencyReports where reviewId = ? and removed is null',
      )
      .all(reviewId)
      .map(({ agencyId }) => agencyId),
  );
  const again = agencies.filter(({ id }) => before.has(id)).map(({ name }) => name);
  if (again.length > 0)
    wrong('agencyIds', `A report of ${joinWords(again)} is recorded already. Change its dates in its own row.`);
  const committed = store.operation({ kind: 'edit-review-record' }, (write) => {
    for (const { id: agencyId } of agencies) write.insert('agencyReports', { reviewId, agencyId, ...asked });
  });
  return { committed, changed: agencies.length };
};

export const sendForAccuracy = (
  store: Store,
  { id: reviewId, agencyIds, ...sent }: AgenciesAsked & { readonly sentOn: string | null },
) => {
  live(store, reviewId);
  refuseDueBefore(sent.sentOn, sent.dueOn, 'The draft would be due back before it is sent. Check the dates.');
  const last = store
    .prepare<[string], { round: number | null }>(
      'select max(round) as round from accuracyRounds where reviewId = ? and removed is null',
    )
    .get(reviewId);
  const round = (last?.round ?? 0) + 1;
  const committed = store.operation({ kind: 'edit-review-record' }, (write) => {
    for (const { id: agencyId } of agenciesOf(store, agencyIds)) {
      write.insert('accuracyRounds', { reviewId, agencyId, round, ...sent });
    }
  });
  return { committed, round };
};

/** Closes with a date; while something is still open only with a reason, which is kept with what it was. */
export const closeReview = (
  store: Store,
  detail: ReviewDetail,
  { closedOn, reason }: { readonly closedOn: string; readonly reason: string },
) => {
  const review = live(store, detail.review.id);
  const today = todayOf(store);
  if (closedOn.padEnd(10, '-01') > today) wrong('closedOn', 'The day of closing has not come yet. Check the date.');
  const to = stageOfKind(store, review.reviewTypeId, 'closed');
  if (review.stageId === to.id) refuse('This review is closed already.');
  const open = openItems(closureChecklist(closureFigures(detail, today)));
  if (open.length > 0 && reason.trim() === '') {
    wrong(
      'reason',
      `Still open: ${joinWords(open.map(({ label }) => label.toLowerCase()))}. Closing it all the same needs a reason.`,
    );
  }
  return store.operation({ kind: 'close-review', reason }, (write) => {
    write.update('reviews', review.id, { stageId: to.id });
    const dated = detail.milestones.find(({ kind }) => kind === 'closed');
    if (dated === undefined) write.insert('milestones', { reviewId: review.id, kind: 'closed', date: closedOn });
    else write.update('milestones', dated.id, { date: closedOn });
  });
};

export const holdReview = (
  store: Store,
  {
    id,
    of,
    isHeld,
    reason,
  }: { readonly id: string; readonly of: 'review' | 'case'; readonly isHeld: boolean; readonly reason: string },
) => {
  const review = live(store, id);
  const [table, rowId] = of === 'review' ? (['reviews', review.id] as const) : (['cases', review.caseId] as const);
  if (store.row(table, rowId).legalHold === (isHeld ? 1 : 0))
    badInput(isHeld ? 'It is on legal hold already.' : 'It is not on legal hold.');
  const patch = { legalHold: isHeld ? 1 : 0, legalHoldReason: isHeld ? reason : '' };
  return store.operation({ kind: 'edit-review', reason }, (write) => write.update(table, rowId, patch));
};

const CONVERSIONS = `
  select substr(min(m.date), 1, 4) as year, f.reviewTypeId as fromTypeId, tf.name as fromType, r.reviewTypeId as toTypeId, tt.name as toType
  from reviews r join reviews f on f.id = r.convertedFromReviewId join reviewTypes tf on tf.id = f.reviewTypeId
    join reviewTypes tt on tt.id = r.reviewTypeId
    left join milestones m on m.reviewId = r.id and m.removed is null and m.date is not null
      and m.kind in ${BEGINNINGS_IN_SQL}
  where r.removed is null and r.convertedFromReviewId is not null group by r.id`;

type ConversionRow = {
  year: string | null;
  fromTypeId: string;
  fromType: string;
  toTypeId: string;
  toType: string;
  count: number;
};

/** A metric that boards want: how many reviews grew out of others, newest year first. */
export const countConversions = (store: Store): { total: number; rows: ConversionRow[] } => {
  const rows = store
    .prepare<[], ConversionRow>(
      `select year, fromTypeId, fromType, toTypeId, toType, count(*) as count from (${CONVERSIONS})
       group by year, fromTypeId, toTypeId order by year is null, year desc, fromType, toType`,
    )
    .all();
  return { total: rows.reduce((all, { count }) => all + count, 0), rows };
};
