import { useState } from 'react';
import type { MeetingItem } from '../../../db/contract/meetings.ts';
import { useBoard } from '../../app/use-board.ts';
import { client } from '../../client.ts';
import { ComboBox } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { runSaved } from '../actions/acts/run-act.ts';
import { FindAction } from '../actions/FindAction.tsx';
import { FindReview } from '../actions/FindReview.tsx';

type LinkItemDialogProps = { readonly item: MeetingItem; readonly onClose: () => void };

/** What an item is about: a review, an action, a report of another body. What is left empty is taken off. */
export function LinkItemDialog({ item, onClose }: LinkItemDialogProps) {
  const { externalReports } = useBoard();
  const [reviewId, setReviewId] = useState(item.reviewId);
  const [actionId, setActionId] = useState(item.actionId);
  const [externalReportId, setExternalReportId] = useState(item.externalReportId);
  const { reviewId: wasReview, actionId: wasAction, externalReportId: wasReport } = item;
  const submit = () =>
    runSaved(
      () =>
        client.records.edit({
          table: 'meetingItems',
          id: item.id,
          was: { reviewId: wasReview, actionId: wasAction, externalReportId: wasReport },
          now: { reviewId, actionId, externalReportId },
        }),
      `Changed what “${item.title}” is about`,
    );
  return (
    <ActDialog
      title="What this item is about"
      submitLabel="Save what it is about"
      onClose={onClose}
      isReady
      onSubmit={submit}
    >
      {() => (
        <>
          <FindReview
            label="Review"
            hint={item.review === null ? undefined : `Now ${item.review.reference}. Find another to change it.`}
            value={reviewId}
            onChange={setReviewId}
            optional
          />
          <FindAction
            label="Action"
            hint={item.action === null ? undefined : `Now action ${item.action.number}. Find another to change it.`}
            value={actionId}
            onChange={(action) => setActionId(action?.id ?? null)}
            optional
          />
          <ComboBox
            label="Report of another body"
            options={externalReports.map(({ id, reference, title }) => ({ key: id, label: reference, note: title }))}
            value={externalReportId}
            onChange={setExternalReportId}
            width="full"
            optional
          />
        </>
      )}
    </ActDialog>
  );
}
