/** Reviews that came, went and moved on. */
import { BEGINNINGS_IN_SQL } from '../../domain/review-beginnings.ts';
import { EVENT_KIND_LABELS, type EventKind } from '../../domain/codes.ts';
import type { Reader } from '../../service/context.ts';
import type { NewReview, ReviewNamed, StageMove } from './model.ts';
import { byId, type Comparison, isNewIn, liesIn, loggedMoves, namedReviews, when } from './period.ts';

type ReviewRow = {
  readonly id: string;
  readonly stageId: string;
  readonly stage: string;
  readonly type: string;
  readonly began: string | null;
  readonly beganText: string | null;
  readonly convertedFrom: string | null;
};

const readReviews = (reader: Reader): readonly ReviewRow[] =>
  reader
    .prepare<[], ReviewRow>(
      `select r.id, r.stageId, g.name as stage, t.name as type, m.date as began, m.dateText as beganText, o.reference as convertedFrom
       from reviews r join stages g on g.id = r.stageId join reviewTypes t on t.id = r.reviewTypeId
       left join reviews o on o.id = r.convertedFromReviewId
       left join milestones m on m.id = (select f.id from milestones f where f.reviewId = r.id and f.removed is null
         and f.kind in ${BEGINNINGS_IN_SQL} and coalesce(f.date, f.dateText) is not null order by f.date is null, f.date, f.id limit 1)
       where r.removed is null order by r.reference, r.id`,
    )
    .all();

export const newReviews = (comparison: Comparison): readonly NewReview[] => {
  const isNew = isNewIn(comparison, 'reviews');
  const names = namedReviews(comparison.now.reader);
  return readReviews(comparison.now.reader)
    .filter(({ id, began }) => isNew(id, began))
    .flatMap(({ id, type, stage, began, beganText, convertedFrom }) => {
      const name = names.get(id);
      return name === undefined
        ? []
        : [{ ...name, type, stage, began: when(began, beganText), convertedFrom: convertedFrom ?? '' }];
    });
};

export const reviewsRemoved = ({ earlier: then, now }: Comparison): readonly ReviewNamed[] => {
  const still = namedReviews(now.reader);
  return then === null ? [] : [...namedReviews(then.reader).values()].filter(({ reviewId }) => !still.has(reviewId));
};

export const stageMoves = (comparison: Comparison): readonly StageMove[] =>
  comparison.earlier === null ? datedMoves(comparison) : recordedMoves(comparison, comparison.earlier);

const recordedMoves = ({ now }: Comparison, then: NonNullable<Comparison['earlier']>): readonly StageMove[] => {
  const before = byId(readReviews(then.reader));
  const logged = loggedMoves(then.log, 'reviews', ['stageId']);
  const names = namedReviews(now.reader);
  return readReviews(now.reader).flatMap(({ id, stageId, stage }) => {
    const earlier = before.get(id);
    const name = names.get(id);
    if (earlier === undefined || name === undefined || earlier.stageId === stageId) return [];
    const move = logged.get(id);
    return [{ ...name, from: earlier.stage, to: stage, when: move?.when ?? when(null), reason: move?.reason ?? '' }];
  });
};

/** Events that a review moves on by. */
const MOVING_EVENTS = `('decided-to-proceed', 'decided-not-to-proceed', 'report-agreed', 'completed', 'handed-over', 'closed')`;

type DatedEvent = {
  readonly reviewId: string;
  readonly kind: EventKind;
  readonly date: string;
  readonly dateText: string | null;
};

const datedMoves = (comparison: Comparison): readonly StageMove[] => {
  const names = namedReviews(comparison.now.reader);
  return comparison.now.reader
    .prepare<[], DatedEvent>(
      `select reviewId, kind, date, dateText from milestones where removed is null and date is not null and kind in ${MOVING_EVENTS}
       order by date, id`,
    )
    .all()
    .filter(({ date }) => liesIn(comparison, date))
    .flatMap(({ reviewId, kind, date, dateText }) => {
      const name = names.get(reviewId);
      return name === undefined
        ? []
        : [{ ...name, from: '', to: EVENT_KIND_LABELS[kind], when: when(date, dateText), reason: '' }];
    });
};
