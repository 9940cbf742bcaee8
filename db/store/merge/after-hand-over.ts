/**
 * Changes to a review that was handed over meanwhile, by laptops that did not know of it. They stand, because refusing them would
 * split the board; but the body that leads the review now does not have them, so a person is asked.
 */
import { headsOf, type IsInPast, type Moment, type Vector } from '../causality.ts';
import type { Sqlite } from '../database.ts';
import { changedRowsOf, handedOverReviews, isStepOfHandOver } from '../protected-reviews.ts';
import { REVIEW_ROWS } from '../review-rows.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf } from './materialise.ts';
import { byLog } from './row-story.ts';

type Act = Moment & { readonly id: string; readonly number: number; readonly clock: string; readonly kind: string };

const HAND_OVERS = `
  select distinct o.id, o.number, o.deviceId, o.sequence, o.clock, o.kind
  from handOvers h join changes c on c.rowId = h.id and c.tableName = 'handOvers' join operations o on o.number = c.operation
  where h.reviewId = ? and h.removed is null and h.direction = 'to' and h.handedOverOn is not null
    and ((c.field = 'handedOverOn' and c.new is not null)
      or (c.field = '' and json_extract(c.new, '$.handedOverOn') is not null))`;

/** The columns by which a row belongs to a review, and the one that says whether a review is handed over. */
const LINKS: ReadonlySet<string> = new Set([
  'stageId',
  ...REVIEW_ROWS.flatMap(({ where }) => where.match(/\w+Id\b/g) ?? []),
]);

/** Tables of which a row more or less makes shared what was of one review alone, or the other way about. */
const SHARING: ReadonlySet<string> = new Set(['reviews', 'evidenceLinks']);

/** Whether these changes may say that a review is handed over, or is no longer, or what belongs to it alone. */
export const isAboutHandOver = (changes: Iterable<{ readonly tableName: string; readonly field: string }>): boolean => {
  for (const { tableName, field } of changes) {
    if (tableName === 'handOvers' || tableName === 'stages' || LINKS.has(field)) return true;
    if (SHARING.has(tableName) && (field === '' || field === 'removed')) return true;
  }
  return false;
};

export const changesAfterHandOver = (db: Sqlite, isInPast: IsInPast): Conflict[] => {
  const reviews = handedOverReviews(db);
  if (reviews.length === 0) return [];
  const heads = headsOf(db);
  return reviews.flatMap((review) => {
    const handOvers = db.prepare<[string], Act>(HAND_OVERS).all(review.id);
    const apart = handOvers.flatMap((handOver) => actsApart(db, handOver, heads, isInPast));
    const edits = [...new Map(apart.map((act) => [act.id, act])).values()].filter(
      (act) =>
        !isStepOfHandOver(act.kind) &&
        !handOvers.some((handOver) => isInPast(act, handOver)) &&
        changedRowsOf(db, act.number, review).length > 0,
    );
    const at = { tableName: 'reviews', rowId: review.id, cell: '', base: null };
    const sides = edits.toSorted(byLog).map(({ id }) => id);
    return sides.length === 0 ? [] : [conflictOf('after-hand-over', at, sides, null)];
  });
};

/** Of each other laptop, what it wrote since what the author of the act knew of, and before it knew of the act. */
const actsApart = (db: Sqlite, act: Act, heads: Vector, isInPast: IsInPast): readonly Act[] => {
  const between = db.prepare<[string, number, number], Act>(
    'select id, number, deviceId, sequence, clock, kind from operations where deviceId = ? and sequence > ? and sequence < ?',
  );
  return [...heads]
    .filter(([deviceId]) => deviceId !== act.deviceId)
    .flatMap(([deviceId, head]) => {
      const known = firstThat(head, (sequence) => !isInPast({ deviceId, sequence }, act)) - 1;
      const knowing = firstThat(head, (sequence) => isInPast(act, { deviceId, sequence }));
      return between.all(deviceId, known, knowing);
    });
};

/** The first of 1 to `last` for which it holds, as it does for all after it; one beyond the last when it holds for none. */
const firstThat = (last: number, holds: (sequence: number) => boolean): number => {
  let [low, high] = [1, last + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
