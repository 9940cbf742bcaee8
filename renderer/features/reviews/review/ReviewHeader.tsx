import { useState } from 'react';
import type { BoardData } from '../../../../db/contract/board.ts';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { LABEL_AUDIENCE_LABELS, LABEL_KIND_LABELS, REVIEW_LEAD_LABELS } from '../../../../db/domain/codes.ts';
import { hrefTo } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { useLastSearch } from '../../../state/lists.ts';
import { PageHeader } from '../../../ui/index.ts';
import { CloseReviewDialog } from './CloseReviewDialog.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { relationWords } from './OfCase.tsx';
import { RemoveReviewDialog } from './RemoveReviewDialog.tsx';
import { ReviewMenu } from './ReviewMenu.tsx';
import { StageMenu } from './StageMenu.tsx';

type ReviewType = BoardData['reviewTypes'][number];
type Label = ReviewDetail['labels'][number];

/** What the review is and where it stands, in a few facts. */
export function ReviewHeader({ detail }: { readonly detail: ReviewDetail }) {
  const { review, labels } = detail;
  const { reviewTypes } = useBoard();
  const [isOpen, setOpen] = useState<'convert' | 'hand-over' | 'close' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const listSearch = useLastSearch('reviews');
  const type = reviewTypes.find(({ id }) => id === review.reviewTypeId);
  const [first, ...others] = [...labels].sort(
    (a, b) => Number(a.audience === 'print') - Number(b.audience === 'print'),
  );
  return (
    <>
      <PageHeader
        above={<a href={hrefTo('/reviews', listSearch)}>Reviews</a>}
        title={<ReviewTitle label={first} fallback={review.title || review.reference} />}
        facts={[
          review.reference,
          type?.name ?? 'Type not known',
          ...regimeWords(type, review.regimeId),
          leadWords(review),
          ...(review.title === '' || first === undefined ? [] : [review.title]),
        ]}
        action={
          <>
            <StageMenu review={review} />
            <ReviewMenu
              review={review}
              onConvert={() => setOpen('convert')}
              onHandOver={() => setOpen('hand-over')}
              onClose={() => setOpen('close')}
              onRemove={() => setOpen('remove')}
            />
          </>
        }
      />
      {others.length > 0 && <p className="review-known-as">Also {others.map(labelWords).join('; ')}.</p>}
      <Siblings detail={detail} />
      {isOpen === 'convert' && <ConvertDialog detail={detail} onClose={close} />}
      {isOpen === 'hand-over' && <HandOverDialog detail={detail} onClose={close} />}
      {isOpen === 'close' && <CloseReviewDialog reviewId={review.id} onClose={close} />}
      {isOpen === 'remove' && <RemoveReviewDialog detail={detail} onClose={close} />}
    </>
  );
}

function ReviewTitle({ label, fallback }: { readonly label: Label | undefined; readonly fallback: string }) {
  if (label === undefined) return <>{fallback}</>;
  return (
    <>
      {label.label} <span className="review-label-kind">{LABEL_KIND_LABELS[label.kind].toLowerCase()}</span>
    </>
  );
}

function Siblings({ detail: { siblings, review } }: { readonly detail: ReviewDetail }) {
  if (siblings.length === 0) return null;
  return (
    <p className="review-known-as">
      Of the same case:{' '}
      {siblings.map((sibling, place) => (
        <span key={sibling.id}>
          {place > 0 && '; '}
          <a href={hrefTo(`/reviews/${sibling.id}`)}>{sibling.reference}</a> ({sibling.type},{' '}
          {sibling.stage.toLowerCase()}
          {isConversion(sibling, review) && `, ${lowerFirst(relationWords(sibling, review))}`})
        </span>
      ))}
    </p>
  );
}

const isConversion = (sibling: ReviewDetail['siblings'][number], review: ReviewDetail['review']): boolean =>
  sibling.id === review.convertedFromReviewId || sibling.convertedFromReviewId === review.id;

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A type without editions of its guidance has nothing to say here. */
const regimeWords = (type: ReviewType | undefined, regimeId: string | null): readonly string[] => {
  if (type === undefined || type.regimes.length === 0) return [];
  const regime = type.regimes.find(({ id }) => id === regimeId);
  return [regime === undefined ? 'regime not recorded' : `under ${regime.name}`];
};

const labelWords = ({ label, kind, audience }: Label): string =>
  `${label} (${LABEL_KIND_LABELS[kind].toLowerCase()}, ${LABEL_AUDIENCE_LABELS[audience].toLowerCase()})`;

const leadWords = ({ lead, leadBody }: ReviewDetail['review']): string => {
  const words = REVIEW_LEAD_LABELS[lead].toLowerCase();
  if (lead === 'own' || leadBody === '') return words;
  return lead === 'joint' ? `led jointly with ${leadBody}` : `led by ${leadBody}`;
};
