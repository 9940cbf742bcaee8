import '../../figures/figures.css';
import { useQuery } from '@tanstack/react-query';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { hrefTo } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import { Link, SimpleTable } from '../../../ui/index.ts';
import { figuresOfReview } from '../../figures/figure-columns.tsx';
import { NewFigure } from '../../figures/NewFigure.tsx';
import { AddInline } from './AddInline.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** What papers state, beside what is computed: never corrected silently. */
export function StatedFigures({ detail: { review, statedFigures } }: { readonly detail: ReviewDetail }) {
  const { data } = useQuery({
    ...api.statedFigures.list.queryOptions({ input: { reviewId: review.id } }),
    enabled: statedFigures.length > 0,
  });
  return (
    <ReviewPart
      part="figures"
      count={statedFigures.length}
      note="Figures as a paper states them. They stand beside what the program counts, and are never corrected by it."
    >
      <SimpleTable
        caption="Stated figures"
        hideCaption
        columns={figuresOfReview}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        whenEmpty={statedFigures.length === 0 ? 'No stated figure is recorded.' : 'Counting …'}
      />
      <AddInline label="Add a stated figure">
        {(close) => <NewFigure reviewId={review.id} position={statedFigures.length} onClose={close} />}
      </AddInline>
      <p>
        <Link href={hrefTo('/packs/figures')}>All stated figures of the board</Link>
      </p>
    </ReviewPart>
  );
}
