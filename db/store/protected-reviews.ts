/**
 * The one place that keeps a review from being changed where it must not be, whoever asks: it looks at what an operation
 * changed, before it is committed.
 *
 * - A review that was handed over (its stage says so, and a hand-over says when) is read-only: nothing that belongs to it
 *   changes, but by a step of the hand-over itself. What it shares with others (a case with another review still here, evidence
 *   of another action) stays theirs to change. Merged themes and a meeting that moves are not about the review.
 * - A review or case on legal hold is not removed, also not by undoing what made it; and a hold says why.
 */
import { formatDate } from '../domain/partial-date.ts';
import type { Reader } from './database.ts';
import { Failure } from './failure.ts';
import { REVIEW_ROWS, type ReviewRows, SERVES_NO_OTHERS } from './review-rows.ts';
import { quoted } from './tables.ts';

const HANDED_OVER = `
  select r.id, not exists (
    select 1 from reviews o join stages s on s.id = o.stageId where o.caseId = r.caseId and o.removed is null and s.kind <> 'handed-over') as hasCase
  from stages g join reviews r on r.stageId = g.id
  where g.kind = 'handed-over' and exists (
    select 1 from handOvers h where h.reviewId = r.id and h.removed is null and h.direction = 'to' and h.handedOverOn is not null)`;

export type HandedOver = { readonly id: string; readonly hasCase: number };

/** The reviews that are read-only now. */
export const handedOverReviews = (reader: Reader): readonly HandedOver[] =>
  reader.prepare<[], HandedOver>(HANDED_OVER).all();

/** Steps of a hand-over, decisions on what laptops wrote apart, and acts that are about something else which a review only names. */
const ALLOWED: ReadonlySet<string> = new Set([
  'hand-over',
  'take-back-review',
  'decide-conflict',
  'merge-themes',
  'edit-meeting',
]);

/** Whether an operation of this kind may change a review that was handed over. */
export const isStepOfHandOver = (kind: string): boolean => ALLOWED.has(kind);

/** Fails with not-allowed when the operation changed a review that had been handed over `before`. */
export const refuseChangesToHandedOver = (
  reader: Reader,
  operation: { readonly number: number; readonly kind: string },
  before: readonly HandedOver[],
): void => {
  if (before.length === 0 || isStepOfHandOver(operation.kind)) return;
  const touched = tablesOf(reader, operation.number);
  for (const rows of REVIEW_ROWS) {
    if (!touched.has(rows.table)) continue;
    const ids = before.filter(({ hasCase }) => rows.sharedBy !== 'case' || hasCase === 1).map(({ id }) => id);
    if (ids.length > 0 && isTouched(reader, operation.number, rows, ids))
      refuseHandedOver(reader, rows, operation.number, ids);
  }
};

const tablesOf = (reader: Reader, operation: number): ReadonlySet<string> =>
  new Set(
    reader
      .prepare<[number], { tableName: string }>('select distinct tableName from changes where operation = ?')
      .all(operation)
      .map(({ tableName }) => tableName),
  );

/** The rows of the review that the operation changed, without what the review shares with others that are still here. */
export const changedRowsOf = (reader: Reader, operation: number, review: HandedOver): readonly string[] => {
  const touched = tablesOf(reader, operation);
  return REVIEW_ROWS.filter(
    ({ table, sharedBy }) => touched.has(table) && (sharedBy !== 'case' || review.hasCase === 1),
  ).flatMap((rows) => touchedRows(reader, operation, rows, [review.id]));
};

type Question = { readonly operation: number; readonly reviewIds: string };

const isTouched = (reader: Reader, operation: number, rows: ReviewRows, reviewIds: readonly string[]): boolean =>
  touchedRows(reader, operation, rows, reviewIds).length > 0;

const touchedRows = (
  reader: Reader,
  operation: number,
  rows: ReviewRows,
  reviewIds: readonly string[],
): readonly string[] =>
  reader
    .prepare<[Question], { id: string }>(
      `select distinct c.rowId as id from changes c join ${quoted(rows.table)} x on x.id = c.rowId
       where c.operation = @operation and c.tableName = '${rows.table}'
         and (${ownWhere(rows)} or (c.field = 'reviewId' and c.old in (select value from json_each(@reviewIds))))`,
    )
    .all({ operation, reviewIds: JSON.stringify(reviewIds) })
    .map(({ id }) => id);

const ownWhere = ({ table, where, sharedBy }: ReviewRows): string =>
  sharedBy === 'evidence'
    ? `(${where} and ${SERVES_NO_OTHERS(table === 'evidence' ? 'x.id' : 'x.evidenceId')})`
    : where;

const refuseHandedOver = (reader: Reader, rows: ReviewRows, operation: number, ids: readonly string[]): never => {
  const reviewId = ids.find((id) => isTouched(reader, operation, rows, [id])) ?? ids[0] ?? '';
  const { reference, body, on } = reader
    .prepare<[string], { reference: string; body: string; on: string }>(
      `select r.reference, h.body, h.handedOverOn as "on" from reviews r join handOvers h on h.reviewId = r.id
       where r.id = ? and h.removed is null and h.direction = 'to' order by h.handedOverOn desc limit 1`,
    )
    .get(reviewId) ?? { reference: 'The review', body: 'another body', on: '' };
  throw new Failure('not-allowed', {
    why: `${reference} was handed over to ${body}${on === '' ? '' : ` on ${formatDate(on)}`}, so it is read-only here.`,
    advice: 'Nothing was changed. Where it did not leave after all, take it back first, with a reason.',
    reviewId,
  });
};

const REMOVED_ON_HOLD = `
  select r.reference as what, case when r.legalHold = 1 then r.legalHoldReason else k.legalHoldReason end as reason
  from changes c join reviews r on r.id = c.rowId join cases k on k.id = r.caseId
  where c.operation = @operation and c.tableName = 'reviews' and c.field = 'removed' and c.new is not null
    and (r.legalHold = 1 or k.legalHold = 1)
  union all
  select 'The case ' || k.reference, k.legalHoldReason from changes c join cases k on k.id = c.rowId
  where c.operation = @operation and c.tableName = 'cases' and c.field = 'removed' and c.new is not null and k.legalHold = 1`;

const HOLD_WITHOUT_REASON = (table: 'reviews' | 'cases'): string => `
  select x.reference from changes c join ${table} x on x.id = c.rowId
  where c.operation = @operation and c.tableName = '${table}' and c.field in ('legalHold', 'legalHoldReason')
    and x.legalHold = 1 and trim(x.legalHoldReason) = '' limit 1`;

/** Fails with not-allowed when something on legal hold was removed, and with bad-input when a hold has no reason. */
export const refuseLossUnderHold = (reader: Reader, operation: number): void => {
  const removed = reader
    .prepare<[{ operation: number }], { what: string; reason: string }>(REMOVED_ON_HOLD)
    .get({ operation });
  if (removed !== undefined) {
    throw new Failure('not-allowed', {
      why: `${removed.what} is on legal hold (${removed.reason}), so it cannot be removed.`,
      advice: 'Nothing was changed. When the hold has ended, lift it first, with a reason.',
    });
  }
  for (const table of ['reviews', 'cases'] as const) {
    if (reader.prepare<[{ operation: number }], unknown>(HOLD_WITHOUT_REASON(table)).get({ operation }) === undefined)
      continue;
    throw new Failure('bad-input', {
      problem: 'A legal hold needs its reason: say who asked for it, and why.',
      field: 'legalHoldReason',
    });
  }
};
