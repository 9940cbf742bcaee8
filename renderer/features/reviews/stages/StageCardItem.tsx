import type { DragEvent } from 'react';
import type { BoardData } from '../../../../db/contract/board.ts';
import type { StageCard } from '../../../../db/contract/reviews.ts';
import { STAGE_KIND_LABELS } from '../../../../db/domain/codes.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';
import { stageNeedsReason } from '../../../../db/domain/review-course.ts';
import { goTo } from '../../../app/go-to.ts';
import { hrefTo, listHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { IconButton, Menu } from '../../../ui/index.ts';
import { nextClockWords } from '../list/lateness-words.ts';

type Stage = BoardData['reviewTypes'][number]['stages'][number];

export type StageCardItemProps = {
  /** Undefined while it is loaded. */
  readonly card: StageCard | undefined;
  readonly spot: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly isReadOnly: boolean;
  readonly onDrag: (card: StageCard | null) => void;
  readonly onMove: (card: StageCard, stage: Stage) => void;
};

export function StageCardItem({ card, spot, isChosen, onChoose, isReadOnly, onDrag, onMove }: StageCardItemProps) {
  const { today } = useBoard();
  if (card === undefined) return <div className="stages-card ui-skeleton" />;
  const tabIndex = isChosen ? 0 : -1;
  const mayMove = !isReadOnly && card.handedOverTo === null;
  const start = (event: DragEvent): void => {
    // Nothing of the review leaves with the drag: another program that it is dropped on gets an empty text.
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.effectAllowed = 'move';
    onDrag(card);
  };
  return (
    <article
      className="stages-card"
      draggable={mayMove}
      onDragStart={start}
      onDragEnd={() => onDrag(null)}
      onFocus={onChoose}
    >
      <div className="stages-card-top">
        <a
          data-card={spot}
          href={hrefTo(`/reviews/${card.id}`)}
          tabIndex={tabIndex}
          draggable={false}
          onClick={(event) => {
            event.preventDefault();
            goTo(`/reviews/${card.id}`);
          }}
        >
          <strong>{card.label || card.title || 'No label'}</strong>
          <span>{card.reference}</span>
        </a>
        {mayMove && <MoveMenu card={card} tabIndex={tabIndex} onMove={onMove} />}
      </div>
      <p className="stages-kind">
        {card.typeShortName}
        {card.stage !== STAGE_KIND_LABELS[card.stageKind] && ` · ${card.stage}`}
      </p>
      <CardClock card={card} today={today} />
      {card.overdueActions > 0 && (
        <a
          className="reviews-late"
          tabIndex={tabIndex}
          href={listHref('actions', { reviewId: [card.id], overdue: true })}
          draggable={false}
        >
          <span aria-hidden="true">▲ </span>
          {countOf(card.overdueActions, 'action overdue', 'actions overdue')}
        </a>
      )}
    </article>
  );
}

function CardClock({ card, today }: { readonly card: StageCard; readonly today: string }) {
  if (card.handedOverTo !== null) return <p className="stages-clock ui-quiet">To {card.handedOverTo}</p>;
  const words = nextClockWords(card, today);
  if (words === '') return <p className="stages-clock ui-quiet">No clock is running</p>;
  return (
    <p className="stages-clock" title={card.nextClock ?? undefined}>
      <span className={card.late ? 'reviews-late' : undefined}>
        {card.late && <span aria-hidden="true">▲ </span>}
        {words}
      </span>
      <span className="ui-quiet"> · {card.nextClock}</span>
    </p>
  );
}

function MoveMenu({
  card,
  tabIndex,
  onMove,
}: Pick<StageCardItemProps, 'onMove'> & { readonly card: StageCard; readonly tabIndex: number }) {
  const { reviewTypes } = useBoard();
  const stages = reviewTypes.find(({ id }) => id === card.reviewTypeId)?.stages ?? [];
  const now = stages.find(({ id }) => id === card.stageId);
  return (
    <Menu
      label={`Move ${card.reference} to`}
      trigger={
        <IconButton
          size="small"
          icon="more"
          label={`Move ${card.reference} to …`}
          excludeFromTabOrder={tabIndex === -1}
        />
      }
      items={stages.map((stage) => ({
        key: stage.id,
        label: `Move to “${stage.name}”`,
        icon: stage.id === card.stageId ? 'check' : undefined,
        isDisabled: stage.id === card.stageId,
        note: noteOf(now, stage),
        onChoose: () => onMove(card, stage),
      }))}
    />
  );
}

const noteOf = (now: Stage | undefined, to: Stage): string | undefined => {
  if (now === undefined || to.id === now.id) return undefined;
  if (to.kind === 'handed-over') return 'On its own page: it writes the file';
  if (to.kind === 'closed') return 'Shows what is still open';
  return stageNeedsReason(now, to) ? 'Asks for a reason' : undefined;
};
