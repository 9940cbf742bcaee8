/** Status statements about the board's reviews, nil returns among them: `db/domain/statements.ts` words them. */
import { reviewStatement } from '../domain/statements.ts';
import type { Reader } from './context.ts';
import { type Publications, readPublications } from './publication-readings.ts';

type TypedReview = {
  readonly id: string;
  readonly typeId: string;
  readonly singular: string;
  readonly plural: string;
  readonly lead: string;
  readonly kind: string;
};

const typedReviews = (reader: Reader): readonly TypedReview[] =>
  reader
    .prepare<[], TypedReview>(
      `select r.id, t.id as typeId, t.singular, t.plural, r.lead, g.kind from reviews r
       join reviewTypes t on t.id = r.reviewTypeId join stages g on g.id = r.stageId
       where r.removed is null order by t.position, r.reference`,
    )
    .all();

/** "3 serious case reviews are complete; publication is delayed by ongoing criminal proceedings." One for each type that the board has. */
export const publicationStatements = (
  reader: Reader,
  today: string,
  publications: Publications = readPublications(reader, today),
): string[] => {
  const reviews = typedReviews(reader);
  const types = [...new Map(reviews.map((review) => [review.typeId, review])).values()];
  return types.map((type) => {
    const unpublished = reviews.filter(
      (review) => review.typeId === type.typeId && publications.get(review.id)?.reading.completeAndUnpublished,
    );
    const reasons = new Map<string, Set<string>>();
    for (const { id } of unpublished) {
      const publication = publications.get(id);
      publication?.delays.forEach((delay, at) => {
        if (!publication.reading.delays[at]?.open) return;
        for (const { phrase } of delay.reasons) reasons.set(phrase, (reasons.get(phrase) ?? new Set()).add(id));
      });
    }
    return reviewStatement({
      kind: 'complete-and-unpublished',
      of: type,
      count: unpublished.length,
      reasons: [...reasons].map(([phrase, ids]) => ({ reason: phrase, reviews: ids.size })),
    });
  });
};

/** Reviews under way by type, and those led elsewhere; a board with none says so. */
export const progressStatements = (reader: Reader): string[] => {
  const reviews = typedReviews(reader);
  const own = reviews.filter((review) => review.lead !== 'led-elsewhere');
  const types = [...new Map(own.map((review) => [review.typeId, review])).values()];
  const underWay = types.map((type) =>
    reviewStatement({
      kind: 'under-way',
      of: type,
      count: own.filter((review) => review.typeId === type.typeId && LIVE_KINDS.has(review.kind)).length,
      expected: null,
    }),
  );
  const elsewhere = reviews.filter((review) => review.lead === 'led-elsewhere' && LIVE_KINDS.has(review.kind)).length;
  return [...underWay, reviewStatement({ kind: 'outside-area', count: elsewhere })];
};

const LIVE_KINDS: ReadonlySet<string> = new Set(['referral', 'deciding', 'in-progress', 'report-agreed']);
