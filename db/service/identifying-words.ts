/** The words of the board's own records by which a case could be told: `db/domain/identifying-words.ts` looks for them. */
import type { IdentifyingWords } from '../domain/identifying-words.ts';
import type { Reader } from './context.ts';

/** `publicReviewIds`: their references are public. `caseId`: of this case only; of the whole board otherwise. */
export const identifyingWords = (
  reader: Reader,
  {
    publicReviewIds,
    caseId = null,
  }: { readonly publicReviewIds: ReadonlySet<string>; readonly caseId?: string | null },
): IdentifyingWords => {
  const of = <T>(sql: string): T[] => reader.prepare<[{ caseId: string | null }], T>(sql).all({ caseId });
  const reviews = of<{ id: string; reference: string }>(
    'select id, reference from reviews where @caseId is null or caseId = @caseId order by id',
  );
  const published = new Set(reviews.filter(({ id }) => publicReviewIds.has(id)).map(({ reference }) => reference));
  const cases = of<{ reference: string }>('select reference from cases where @caseId is null or id = @caseId');
  const references = new Set([
    ...reviews.filter(({ id }) => !publicReviewIds.has(id)).map(({ reference }) => reference),
    // A case is often known by the reference of its first review.
    ...cases.map(({ reference }) => reference).filter((reference) => !published.has(reference)),
  ]);
  return {
    labels: of<{ label: string; kind: string }>(
      'select distinct label, kind from labels where @caseId is null or caseId = @caseId order by label, kind',
    ).map(({ label, kind }) => ({ label, isInitials: kind === 'initials' })),
    references: [...references],
    days: of<{ day: string }>(
      `select incidentOn as day from cases where (@caseId is null or id = @caseId) and length(incidentOn) = 10
       union select m.date from milestones m join reviews r on r.id = m.reviewId
       where m.kind = 'incident' and (@caseId is null or r.caseId = @caseId) and length(m.date) = 10`,
    ).map(({ day }) => day),
  };
};
