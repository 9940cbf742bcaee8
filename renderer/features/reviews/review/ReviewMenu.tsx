import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { IconButton, Menu, useReadOnly } from '../../../ui/index.ts';
import { showPart } from './show-part.ts';

export type ReviewMenuProps = {
  readonly review: ReviewDetail['review'];
  readonly onConvert: () => void;
  readonly onHandOver: () => void;
  readonly onClose: () => void;
  readonly onRemove: () => void;
};

export function ReviewMenu({ review, onConvert, onHandOver, onClose, onRemove }: ReviewMenuProps) {
  const isReadOnly = useReadOnly();
  const history = {
    key: 'history',
    label: 'Show the history',
    icon: 'history',
    onChoose: () => showPart('history'),
  } as const;
  return (
    <Menu
      label="More for this review"
      trigger={<IconButton icon="more" label="More for this review" />}
      items={
        isReadOnly
          ? [history]
          : [
              {
                key: 'convert',
                label: 'Convert to another type of review',
                note: 'Records the review that this one became',
                onChoose: onConvert,
              },
              {
                key: 'beside',
                label: 'Record another review of this case',
                onChoose: () => goTo(`/reviews/new?beside=${review.id}`),
              },
              {
                key: 'hand-over',
                label: 'Hand over to another body',
                note: 'As one encrypted file; read-only here from then on',
                onChoose: onHandOver,
              },
              { key: 'close', label: 'Close this review', onChoose: onClose },
              history,
              'line',
              { key: 'remove', label: 'Remove this review', isDanger: true, onChoose: onRemove },
            ]
      }
    />
  );
}
