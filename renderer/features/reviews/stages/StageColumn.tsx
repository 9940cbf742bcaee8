import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import type { BoardData } from '../../../../db/contract/board.ts';
import type { ReviewFilter, StageCard } from '../../../../db/contract/reviews.ts';
import { STAGE_KIND_LABELS, type StageKind } from '../../../../db/domain/codes.ts';
import { Failure } from '../../../app/Failure.tsx';
import { hrefTo } from '../../../app/links.ts';
import { filterToSearch } from '../../../app/list-search.ts';
import { api, client } from '../../../client.ts';
import { classNames, everyIndex, IconButton, usePrinting } from '../../../ui/index.ts';
import { useWindowedRows } from '../use-windowed-rows.ts';
import { StageCardItem } from './StageCardItem.tsx';

type Stage = BoardData['reviewTypes'][number]['stages'][number];

export type StageColumnProps = {
  readonly kind: StageKind;
  readonly filter: ReviewFilter;
  readonly count: number;
  readonly late: number;
  readonly isFolded: boolean;
  readonly onToggle: () => void;
  /** The card that the keyboard is on, where it is in this column. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
  readonly isReadOnly: boolean;
  readonly dragged: StageCard | null;
  readonly onDrag: (card: StageCard | null) => void;
  readonly onDrop: (card: StageCard) => void;
  readonly onMove: (card: StageCard, stage: Stage) => void;
};

/** A card with the space below it. */
const CARD_HEIGHT = 132;

export function StageColumn(props: StageColumnProps) {
  const { kind, filter, count, late, isFolded, onToggle, dragged, onDrop } = props;
  const [isOver, setOver] = useState(false);
  const headingId = useId();
  const label = STAGE_KIND_LABELS[kind];
  const takes = dragged !== null && dragged.stageKind !== kind;
  const over = (event: DragEvent): void => {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (takes) onDrop(dragged);
  };
  return (
    <section
      className={classNames('stages-column', isFolded && 'stages-folded', isOver && takes && 'stages-over')}
      aria-labelledby={headingId}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className="stages-head">
        <h2 id={headingId}>{label}</h2>
        <a
          className="stages-count"
          href={hrefTo('/reviews', filterToSearch({ ...filter, stageKind: [kind] }))}
          aria-label={`${count} ${label.toLowerCase()}: show the list`}
        >
          {count}
        </a>
        {late > 0 && !isFolded && (
          <a
            className="reviews-late"
            href={hrefTo('/reviews', filterToSearch({ ...filter, stageKind: [kind], late: true }))}
          >
            <span aria-hidden="true">▲ </span>
            {late} late
          </a>
        )}
        <IconButton
          size="small"
          icon={isFolded ? 'chevron-right' : 'chevron-left'}
          label={`${isFolded ? 'Show' : 'Fold'} ${label.toLowerCase()}`}
          aria-expanded={!isFolded}
          onPress={onToggle}
        />
      </header>
      {!isFolded && count === 0 && <p className="stages-none">None</p>}
      {!isFolded && count > 0 && <Cards {...props} labelledBy={headingId} />}
    </section>
  );
}

/** Only cards in sight are drawn; the chosen one always is, so that the keyboard stays on it. */
function Cards(props: StageColumnProps & { readonly labelledBy: string }) {
  const { kind, filter, count, chosen, onChoose, isReadOnly, onDrag, onMove, labelledBy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useWindowedRows<StageCard>({
    keyOf: (page) => api.reviews.stageColumn.queryKey({ input: { filter, stageKind: kind, ...page } }),
    ask: (page) => client.reviews.stageColumn({ filter, stageKind: kind, ...page }),
  });
  const isPrinting = usePrinting();
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 4,
    useFlushSync: false,
    rangeExtractor: (range) =>
      isPrinting
        ? everyIndex(count).filter((index) => rows.getRow(index) !== undefined)
        : [...new Set([...defaultRangeExtractor(range), ...(chosen === null ? [] : [chosen])])]
            .filter((index) => index < count)
            .sort((a, b) => a - b),
  });
  const drawn = virtualizer.getVirtualItems();
  const inSight = drawn.filter(({ index }) => index !== chosen);
  const { onRangeChange } = rows;
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => onRangeChange(first, last), [first, last, onRangeChange]);
  useEffect(() => {
    if (chosen !== null) showCard(scroller.current, chosen);
  }, [chosen]);
  return (
    <div ref={scroller} className="stages-scroller">
      {rows.error !== null && <Failure error={rows.error} onRetry={rows.retry} />}
      <ul aria-labelledby={labelledBy} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <li
            key={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            className="stages-place"
            data-place={`${kind} ${index}`}
            style={{ height: CARD_HEIGHT, transform: `translateY(${start}px)` }}
          >
            <StageCardItem
              card={rows.getRow(index)}
              spot={`${kind} ${index}`}
              isChosen={index === chosen}
              onChoose={() => onChoose(index)}
              isReadOnly={isReadOnly}
              onDrag={onDrag}
              onMove={onMove}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Scrolls just enough. */
const showCard = (scroller: HTMLElement | null, index: number): void => {
  if (scroller === null) return;
  const top = index * CARD_HEIGHT;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + CARD_HEIGHT > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = top + CARD_HEIGHT - scroller.clientHeight;
  }
};
