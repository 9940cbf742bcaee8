import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { everyIndex, usePrinting } from '../../../ui/index.ts';
import { placeAfterRowKey, windowAfterKey } from './timeline-keys.ts';
import { rowHeight } from './row-lanes.ts';
import { axisHeight, TimeAxis } from './TimeAxis.tsx';
import type { TimeWindow } from './time-window.ts';
import { TimelineRowOption } from './TimelineRowOption.tsx';
import { useTip } from './use-tip.tsx';
import { useWidth } from './use-width.ts';

export type TimelineRowsProps = {
  readonly total: number;
  readonly getRow: (index: number) => TimelineRow | undefined;
  readonly onRangeChange: (first: number, last: number) => void;
  readonly window: TimeWindow;
  readonly onWindowChange: (window: TimeWindow) => void;
  readonly today: string;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
};

/**
 * A list box of reviews drawn along time: up and down choose a row, Enter opens it, left and right move in time, + and − zoom.
 * Only rows in sight are drawn; the chosen one always is, so that the keyboard stays on it.
 */
export function TimelineRows(props: TimelineRowsProps) {
  const { total, getRow, onRangeChange, window, onWindowChange, today, chosen, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const width = useWidth(track);
  const { listeners, tip } = useTip();
  const isPrinting = usePrinting();
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
    rangeExtractor: (range) =>
      isPrinting
        ? everyIndex(total).filter((index) => getRow(index) !== undefined)
        : [...new Set([...defaultRangeExtractor(range), chosen])]
            .filter((index) => index < total)
            .sort((a, b) => a - b),
  });
  const drawn = virtualizer.getVirtualItems();
  const inSight = drawn.filter(({ index }) => index !== chosen);
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => onRangeChange(first, last), [first, last, onRangeChange]);
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${chosen}"]`)?.focus({ preventScroll: true });
  });
  const choose = (index: number): void => {
    focusWanted.current = true;
    onChoose(index);
    showRow(scroller.current, index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = getRow(chosen);
    const nextRow = placeAfterRowKey(event.key, chosen, total);
    const nextWindow = windowAfterKey(event.key, window, today);
    if (nextRow !== null) choose(nextRow);
    else if (nextWindow !== null) onWindowChange(nextWindow);
    else if (event.key === 'Enter' && row !== undefined) goTo(`/reviews/${row.id}`);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className="timeline-scroller" onScroll={listeners.onPointerLeave}>
      <div className="timeline-head">
        <span className="timeline-name">Review</span>
        <div ref={track} className="timeline-track">
          <TimeAxis window={window} width={width} today={today} />
        </div>
      </div>
      <div
        role="listbox"
        aria-label="Reviews along time"
        className="timeline-rows"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...listeners}
      >
        {drawn.map(({ index, start }) => (
          <TimelineRowOption
            key={index}
            index={index}
            total={total}
            start={start}
            row={getRow(index)}
            isChosen={index === chosen}
            onChoose={choose}
            window={window}
            width={width}
            today={today}
          />
        ))}
      </div>
      {tip}
    </div>
  );
}

/** Scrolls just enough to see the row below the head that stays. */
const showRow = (scroller: HTMLElement | null, index: number): void => {
  if (scroller === null) return;
  const view = scroller.clientHeight - axisHeight;
  const top = index * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + view) scroller.scrollTop = top + rowHeight - view;
};
