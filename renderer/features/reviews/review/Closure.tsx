import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { closureChecklist, closureFigures, openItems } from '../../../../db/domain/closure.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Button, useReadOnly } from '../../../ui/index.ts';
import { CloseReviewDialog } from './CloseReviewDialog.tsx';
import { ClosureList } from './ClosureList.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** What is open before the review can rest. Published, embargoed and closed are three different things, and are said apart. */
export function Closure({ detail }: { readonly detail: ReviewDetail }) {
  const { today, reviewTypes } = useBoard();
  const isReadOnly = useReadOnly();
  const [isClosing, setClosing] = useState(false);
  const { review, milestones } = detail;
  const checklist = closureChecklist(closureFigures(detail, today));
  const open = openItems(checklist).length;
  const stage = reviewTypes.flatMap(({ stages }) => stages).find(({ id }) => id === review.stageId);
  const closed = milestones.find(({ kind }) => kind === 'closed');
  const isClosed = stage?.kind === 'closed';
  return (
    <ReviewPart part="closure" note="Closed means that the board has nothing more to do. It does not mean published.">
      <p>
        {isClosed
          ? `Closed${closed === undefined || closed.date === null ? '' : ` on ${formatDate(closed.date)}`}. `
          : ''}
        {open === 0 ? 'Nothing is open any more.' : `${countOf(open, 'thing is', 'things are')} still open.`}
      </p>
      <ClosureList reviewId={review.id} items={checklist} />
      {!isClosed && !isReadOnly && (
        <div className="review-add">
          <Button size="small" onPress={() => setClosing(true)}>
            Close this review
          </Button>
        </div>
      )}
      {isClosing && <CloseReviewDialog reviewId={review.id} onClose={() => setClosing(false)} />}
    </ReviewPart>
  );
}
