import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { goTo } from '../../../app/go-to.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { ConfirmDialog } from '../../../ui/index.ts';
import { problemOf } from './saving.ts';

export function RemoveReviewDialog({
  detail: { review, actions },
  onClose,
}: {
  readonly detail: ReviewDetail;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={`Remove ${review.reference}?`}
      confirmLabel="Remove this review"
      reason={{ label: 'Reason', hint: 'Kept in the history.' }}
      onCancel={onClose}
      onConfirm={async (reason) => {
        const problem = problemOf(
          await save(() => client.reviews.remove({ id: review.id, reason }), `Removed ${review.reference}`),
        );
        if (problem !== null) return { message: problem };
        goTo('/reviews');
      }}
    >
      <p>
        The review and its {countOf(actions.length, 'action', 'actions')} leave every list and pack. Nothing is deleted:
        Undo brings all of it back.
      </p>
    </ConfirmDialog>
  );
}
