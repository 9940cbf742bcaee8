import { type ReactNode, useState } from 'react';
import type { BoardData } from '../../../../db/contract/board.ts';
import type { StageCard } from '../../../../db/contract/reviews.ts';
import { STAGE_KIND_LABELS, type StageKind } from '../../../../db/domain/codes.ts';
import { stageNeedsReason } from '../../../../db/domain/review-course.ts';
import { goTo } from '../../../app/go-to.ts';
import { useBoard } from '../../../app/use-board.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { ConfirmDialog, showToast } from '../../../ui/index.ts';
import { CloseReviewDialog } from '../review/CloseReviewDialog.tsx';
import { problemOf, tellRefusal } from '../review/saving.ts';

type Stage = BoardData['reviewTypes'][number]['stages'][number];
type Asking = { readonly card: StageCard; readonly from: Stage; readonly to: Stage };

export type StageMove = {
  /** To a stage of the review's own type. */
  readonly moveTo: (card: StageCard, to: Stage) => void;
  /** To the first stage of that kind that its type has. */
  readonly dropOn: (card: StageCard, kind: StageKind) => void;
  readonly dialogs: ReactNode;
};

/** Moves a review, forward at once; what needs a reason or has questions of its own asks first. */
export const useStageMove = (): StageMove => {
  const { reviewTypes } = useBoard();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [closing, setClosing] = useState<StageCard | null>(null);
  const stagesOf = (card: StageCard): readonly Stage[] =>
    reviewTypes.find(({ id }) => id === card.reviewTypeId)?.stages ?? [];
  const move = (card: StageCard, to: Stage, reason: string) =>
    save(
      () => client.reviews.moveStage({ id: card.id, stageId: to.id, reason }),
      `Moved ${card.reference} to “${to.name}”`,
    );
  const moveTo = (card: StageCard, to: Stage): void => {
    const from = stagesOf(card).find(({ id }) => id === card.stageId);
    if (from === undefined || from.id === to.id) return;
    if (to.kind === 'handed-over') goTo(`/reviews/${card.id}?section=hand-over`);
    else if (to.kind === 'closed') setClosing(card);
    else if (stageNeedsReason(from, to)) setAsking({ card, from, to });
    else void move(card, to, '').then(tellRefusal);
  };
  const dropOn = (card: StageCard, kind: StageKind): void => {
    const to = stagesOf(card).find((stage) => stage.kind === kind);
    if (to !== undefined) return moveTo(card, to);
    const message = `${card.typeShortName} has no stage “${STAGE_KIND_LABELS[kind].toLowerCase()}”, so ${card.reference} stays where it is.`;
    showToast({ message, isProblem: true });
  };
  const dialogs = (
    <>
      <ConfirmDialog
        isOpen={asking !== null}
        title={`Move ${asking?.card.reference ?? ''} to “${asking?.to.name ?? ''}”?`}
        confirmLabel="Move the review"
        reason={{ label: 'Reason', hint: 'Kept in the history.' }}
        onCancel={() => setAsking(null)}
        onConfirm={async (reason) => {
          if (asking === null) return;
          const problem = problemOf(await move(asking.card, asking.to, reason));
          if (problem !== null) return { message: problem };
          setAsking(null);
        }}
      >
        <p>It is at “{asking?.from.name}” now. This can be undone.</p>
        {asking?.to.kind === 'not-proceeding' && (
          <p className="ui-quiet">
            To record who decided, and who was told, use “Record the decision” on the review’s own page.
          </p>
        )}
      </ConfirmDialog>
      {closing !== null && <CloseReviewDialog reviewId={closing.id} onClose={() => setClosing(null)} />}
    </>
  );
  return { moveTo, dropOn, dialogs };
};
