import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { closureChecklist, closureFigures, openItems } from '../../../../db/domain/closure.ts';
import { Failure } from '../../../app/Failure.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { api, client } from '../../../client.ts';
import { DateEntry, Dialog, Skeleton, TextArea } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';
import { useDateField } from '../../actions/acts/use-date-field.ts';
import { ClosureList } from './ClosureList.tsx';

type CloseReviewDialogProps = { readonly reviewId: string; readonly onClose: () => void };

/** Shows what is still open, and closes all the same with a reason. */
export function CloseReviewDialog({ reviewId, onClose }: CloseReviewDialogProps) {
  const { data, error, refetch } = useQuery(api.reviews.get.queryOptions({ input: { id: reviewId } }));
  if (data !== undefined) return <Loaded detail={data} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title="Close the review" footer={null}>
      {error === null ? <Skeleton lines={4} /> : <Failure error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
}

function Loaded({ detail, onClose }: { readonly detail: ReviewDetail; readonly onClose: () => void }) {
  const { today } = useBoard();
  const { id, reference } = detail.review;
  const checklist = closureChecklist(closureFigures(detail, today));
  const isAllDone = openItems(checklist).length === 0;
  const closed = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={`Close ${reference}`}
      submitLabel="Close the review"
      onClose={onClose}
      isReady={closed.wrong === null && (isAllDone || reason.trim() !== '')}
      onSubmit={() =>
        runSaved(
          () => client.reviews.close({ id, closedOn: closed.value.date ?? today, reason }),
          `Closed ${reference}`,
        )
      }
    >
      {(tried) => (
        <>
          <p>{isAllDone ? 'Nothing is open any more.' : 'Still open:'}</p>
          <ClosureList reviewId={id} items={isAllDone ? checklist : openItems(checklist)} onFollow={onClose} />
          <DateEntry label="Closed on" {...closed.entry(tried)} />
          <TextArea
            label="Reason"
            hint={isAllDone ? undefined : 'Why it is closed all the same. Kept with the change.'}
            optional={isAllDone}
            rows={2}
            value={reason}
            onChange={setReason}
            error={
              isAllDone ? undefined : missing(tried, reason, 'Give the reason for closing it with something open.')
            }
          />
        </>
      )}
    </ActDialog>
  );
}
