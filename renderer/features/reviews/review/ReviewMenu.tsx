import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { IconButton, Menu } from '../../../ui/index.ts';
import { showPart } from './show-part.ts';

export type ReviewMenuProps = { readonly review: ReviewDetail['review']; readonly onRemove: () => void };

export function ReviewMenu({ review, onRemove }: ReviewMenuProps) {
  return (
    <Menu
      label="More for this review"
      trigger={<IconButton icon="more" label="More for this review" />}
      items={[
        {
          key: 'convert',
          label: 'Convert to another type of review',
          note: 'Records the review that this one became',
          onChoose: () => goTo(`/reviews/new?convert=${review.id}`),
        },
        {
          key: 'beside',
          label: 'Record another review of this case',
          onChoose: () => goTo(`/reviews/new?beside=${review.id}`),
        },
        { key: 'history', label: 'Show the history', icon: 'history', onChoose: () => showPart('history') },
        'line',
        { key: 'remove', label: 'Remove this review', isDanger: true, onChoose: onRemove },
      ]}
    />
  );
}
