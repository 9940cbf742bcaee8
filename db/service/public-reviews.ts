/**
 * Which reviews anyone may know of. A review is public when it is published now, for the public and under the board's own name: one
 * that was passed on anonymously would be told by its board naming it, one for a limited audience is not public at all, and one
 * whose recorded time of publication is over is not public any more.
 */
import type { StageKind } from '../domain/codes.ts';
import { latestDay } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';
import type { YearReview } from './year-reviews.ts';
import { type Publications, readPublications, type ReviewPublication } from './publication-readings.ts';

export type ReviewOfPublic = {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly typeId: string;
  readonly type: string;
  readonly stageKind: StageKind;
  readonly lead: YearReview['lead'];
  readonly publication: ReviewPublication;
};

export type PublicReviews = {
  /** The latest published first. */
  readonly published: readonly ReviewOfPublic[];
  /** Not published now: counted, and nothing else. */
  readonly unpublished: readonly ReviewOfPublic[];
  /** Published, but anonymously, not for everyone, or for a time that is over: counted with those that are not. */
  readonly limited: readonly ReviewOfPublic[];
};

export const readPublicReviews = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): PublicReviews => {
  const reviews = reader
    .prepare<[], Omit<ReviewOfPublic, 'publication'>>(
      `select r.id, r.caseId, r.reference, t.id as typeId, t.name as type, g.kind as stageKind, r.lead
       from reviews r join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null order by t.position, t.id, r.reference, r.id`,
    )
    .all()
    .flatMap((review) => {
      const publication = publications.get(review.id);
      return publication === undefined ? [] : [{ ...review, publication }];
    });
  const out = reviews.filter(({ publication }) => publication.reading.state === 'published');
  return {
    published: out
      .filter(({ publication }) => isForAnyone(publication) && isStillOut(publication, today))
      .sort((a, b) => publishedOn(b).localeCompare(publishedOn(a)) || (a.id < b.id ? -1 : 1)),
    limited: out.filter(({ publication }) => !isForAnyone(publication) || !isStillOut(publication, today)),
    unpublished: reviews.filter(({ publication }) => publication.reading.state !== 'published'),
  };
};

const publishedOn = ({ publication }: ReviewOfPublic): string => publication.record?.publishedOn ?? '';

/** An audience that was written down and is not the public is taken to be a limited one. */
const isForAnyone = ({ record, reading }: ReviewPublication): boolean =>
  reading.decision !== 'anonymous-nspcc' && /^(?:(?:the )?(?:general )?public)?$/i.test(record?.audience.trim() ?? '');

/** Through the last day that it was to be available; without one, until it is taken down. */
const isStillOut = ({ record }: ReviewPublication, today: string): boolean =>
  !record?.availableUntil || latestDay(record.availableUntil) >= today;
