import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReviewFilter, StageCard } from '../../../../db/contract/reviews.ts';
import type { StageKind } from '../../../../db/domain/codes.ts';
import { useReadOnly } from '../../../ui/index.ts';
import { COLUMNS, FOLDED_AT_FIRST, type Spot, spotAfterKey, spotThatIs } from './columns.ts';
import { StageColumn } from './StageColumn.tsx';
import { useStageMove } from './use-stage-move.tsx';

export type StageBoardProps = {
  readonly filter: ReviewFilter;
  readonly counts: readonly { readonly stageKind: StageKind; readonly count: number; readonly late: number }[];
};

/**
 * Reviews by kind of stage. A card is moved by drag, or by its menu "Move to …", which a focused card also opens on M. Arrows go
 * from card to card, Enter opens the review.
 */
export function StageBoard({ filter, counts }: StageBoardProps) {
  const isReadOnly = useReadOnly();
  const [folded, setFolded] = useState(FOLDED_AT_FIRST);
  const [asked, setAsked] = useState<Spot>({ kind: 'referral', index: 0 });
  const [dragged, setDragged] = useState<StageCard | null>(null);
  const { moveTo, dropOn, dialogs } = useStageMove();
  const board = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const countOf = Object.fromEntries(counts.map(({ stageKind, count }) => [stageKind, count]));
  const open = COLUMNS.filter((kind) => !folded.has(kind));
  const spot = spotThatIs(asked, open, countOf);
  useEffect(() => {
    if (!focusWanted.current || spot === null) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-card="${spot.kind} ${spot.index}"]`);
    if (!card) return;
    focusWanted.current = false;
    card.focus({ preventScroll: true });
  });
  const go = (next: Spot): void => {
    focusWanted.current = true;
    setAsked(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || spot === null) return;
    if (!(event.target as HTMLElement).closest('[data-card]')) return;
    const next = spotAfterKey(event.key, spot, open, countOf);
    if (next !== null) go(next);
    else if (event.key === 'm' || event.key === 'M') openMenu(board.current, spot);
    else return;
    event.preventDefault();
  };
  const toggle = (kind: StageKind): void =>
    setFolded((now) => new Set(now.has(kind) ? [...now].filter((other) => other !== kind) : [...now, kind]));
  return (
    <div ref={board} className="stages" role="group" aria-label="Reviews by stage" onKeyDown={onKeyDown}>
      {COLUMNS.map((kind) => {
        const column = counts.find(({ stageKind }) => stageKind === kind);
        return (
          <StageColumn
            key={kind}
            kind={kind}
            filter={filter}
            count={column?.count ?? 0}
            late={column?.late ?? 0}
            isFolded={folded.has(kind)}
            onToggle={() => toggle(kind)}
            chosen={spot?.kind === kind ? spot.index : null}
            onChoose={(index) => setAsked({ kind, index })}
            isReadOnly={isReadOnly}
            dragged={dragged}
            onDrag={setDragged}
            onDrop={(card) => {
              setDragged(null);
              dropOn(card, kind);
            }}
            onMove={(card, stage) => {
              // The card leaves this place; the keyboard stays on the one that takes it.
              focusWanted.current = true;
              moveTo(card, stage);
            }}
          />
        );
      })}
      {dialogs}
    </div>
  );
}

const openMenu = (board: HTMLElement | null, { kind, index }: Spot): void =>
  board?.querySelector<HTMLElement>(`[data-place="${kind} ${index}"] button`)?.click();
