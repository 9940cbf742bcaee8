import { useState } from 'react';
import type { BoardData } from '../../../../db/contract/board.ts';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { stageNeedsReason } from '../../../../db/domain/review-course.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Button, ConfirmDialog, MarkBeside, Menu, useReadOnly } from '../../../ui/index.ts';
import { CloseReviewDialog } from './CloseReviewDialog.tsx';
import { problemOf, tellRefusal } from './saving.ts';
import { showPart } from './show-part.ts';

type Stage = BoardData['reviewTypes'][number]['stages'][number];

/** Moves the review along the stages of its type. Forward at once; back, or out of its course, with a reason. */
export function StageMenu({ review }: { readonly review: ReviewDetail['review'] }) {
  const { reviewTypes } = useBoard();
  const isReadOnly = useReadOnly();
  const [isClosing, setClosing] = useState(false);
  const [asking, setAsking] = useState<Stage | null>(null);
  const stages = reviewTypes.find(({ id }) => id === review.reviewTypeId)?.stages ?? [];
  const now = stages.find(({ id }) => id === review.stageId);
  const move = (to: Stage, reason: string) =>
    save(() => client.reviews.moveStage({ id: review.id, stageId: to.id, reason }), `Moved to “${to.name}”`);
  const choose = async (to: Stage): Promise<void> => {
    if (to.kind === 'handed-over') showPart('hand-over');
    else if (to.kind === 'closed') setClosing(true);
    else if (now !== undefined && stageNeedsReason(now, to)) setAsking(to);
    else tellRefusal(await move(to, ''));
  };
  if (isReadOnly) return <span className="ui-quiet">Stage: {now?.name ?? 'not known'}</span>;
  return (
    <>
      <MarkBeside label="Stage" keptIn={{ table: 'reviews', rowId: review.id, field: 'stageId' }} />
      <Menu
        label="Stages"
        trigger={<Button icon="chevron-down">{`Stage: ${now?.name ?? 'not known'}`}</Button>}
        items={stages.map((stage) => ({
          key: stage.id,
          label: stage.name,
          icon: stage.id === review.stageId ? 'check' : undefined,
          isDisabled: stage.id === review.stageId,
          note:
            now !== undefined && stage.id !== now.id && stageNeedsReason(now, stage) ? 'Asks for a reason' : undefined,
          onChoose: () => void choose(stage),
        }))}
      />
      <ConfirmDialog
        isOpen={asking !== null}
        title={`Move to “${asking?.name ?? ''}”?`}
        confirmLabel="Move the review"
        reason={{ label: 'Reason', hint: 'Kept in the history.' }}
        onCancel={() => setAsking(null)}
        onConfirm={async (reason) => {
          if (asking === null) return;
          const problem = problemOf(await move(asking, reason));
          if (problem !== null) return { message: problem };
          setAsking(null);
        }}
      >
        <p>It is at “{now?.name}” now. This can be undone.</p>
      </ConfirmDialog>
      {isClosing && <CloseReviewDialog reviewId={review.id} onClose={() => setClosing(false)} />}
    </>
  );
}
