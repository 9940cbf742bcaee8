import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { client } from '../../client.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { runSaved } from '../actions/acts/run-act.ts';
import { FindAction } from '../actions/FindAction.tsx';
import { FindReview } from '../actions/FindReview.tsx';

type DecidedDialogProps = { readonly decision: MeetingDetail['decisions'][number]; readonly onClose: () => void };

/** What a decision decided: a review, an action. What is left empty is taken off. */
export function DecidedDialog({ decision, onClose }: DecidedDialogProps) {
  const [reviewId, setReviewId] = useState(decision.reviewId);
  const [actionId, setActionId] = useState(decision.actionId);
  const { reviewId: wasReview, actionId: wasAction } = decision;
  const submit = () =>
    runSaved(
      () =>
        client.records.edit({
          table: 'decisions',
          id: decision.id,
          was: { reviewId: wasReview, actionId: wasAction },
          now: { reviewId, actionId },
        }),
      'Changed what a decision decided',
    );
  return (
    <ActDialog title="What it decided" submitLabel="Save what it decided" onClose={onClose} isReady onSubmit={submit}>
      {() => (
        <>
          <FindReview
            label="Review"
            hint={decision.review === null ? undefined : `Now ${decision.review.reference}. Find another to change it.`}
            value={reviewId}
            onChange={setReviewId}
            optional
          />
          <FindAction
            label="Action"
            hint={
              decision.action === null ? undefined : `Now action ${decision.action.number}. Find another to change it.`
            }
            value={actionId}
            onChange={(action) => setActionId(action?.id ?? null)}
            optional
          />
        </>
      )}
    </ActDialog>
  );
}
