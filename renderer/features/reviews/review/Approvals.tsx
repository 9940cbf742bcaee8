import { useState } from 'react';
import type { ApprovalRow, LadderReading, ReviewDetail } from '../../../../db/contract/reviews.ts';
import { Button } from '../../../ui/index.ts';
import { ApprovalRecords, RevokeDialog } from './ApprovalRecords.tsx';
import { type ApprovalStart, RecordApprovalDialog } from './RecordApprovalDialog.tsx';
import { Ladder } from './Ladder.tsx';
import { ReviewPart } from './ReviewPart.tsx';

const subjects = ['report', 'plan'] as const;

/** What the board's ladder asks for, what was given, and with what conditions. */
export function Approvals({ detail: { review, ladders, approvals } }: { readonly detail: ReviewDetail }) {
  const [start, setStart] = useState<ApprovalStart | null>(null);
  const [reopening, setReopening] = useState<ApprovalRow | null>(null);
  const ofReview = approvals.filter(({ appliesTo }) => appliesTo !== 'action');
  return (
    <ReviewPart
      part="approvals"
      count={ofReview.length}
      actions={
        <Button size="small" onPress={() => setStart({ appliesTo: 'report' })}>
          Record an approval
        </Button>
      }
    >
      <div className="review-ladders">
        {subjects.map((subject) => {
          const ladder = ladders.find(({ appliesTo }) => appliesTo === subject) ?? noLadder(subject);
          return (
            <Ladder
              key={subject}
              ladder={ladder}
              onRecord={setStart}
              onReopen={(appliesTo, { bodyId }) => setReopening(rejectionOf(ofReview, appliesTo, bodyId))}
            />
          );
        })}
      </div>
      <ApprovalRecords approvals={ofReview} />
      {reopening !== null && <RevokeDialog approval={reopening} isReopening onClose={() => setReopening(null)} />}
      {start !== null && <RecordApprovalDialog reviewId={review.id} start={start} onClose={() => setStart(null)} />}
    </ReviewPart>
  );
}

/** The rejection that stands. */
const rejectionOf = (approvals: readonly ApprovalRow[], appliesTo: string, bodyId: string): ApprovalRow | null =>
  approvals.findLast(
    (approval) =>
      approval.appliesTo === appliesTo &&
      approval.bodyId === bodyId &&
      approval.kind === 'rejected' &&
      approval.revokedOn === null,
  ) ?? null;

const noLadder = (appliesTo: 'report' | 'plan'): LadderReading => ({ appliesTo, words: '', steps: [] });
