import { memo } from 'react';
import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { rowHeight } from './row-lanes.ts';
import { RowDrawing } from './RowDrawing.tsx';
import type { TimeWindow } from './time-window.ts';
import { rowWords } from './timeline-words.ts';

export type TimelineRowOptionProps = {
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of the rows. */
  readonly start: number;
  readonly row: TimelineRow | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (index: number) => void;
  readonly window: TimeWindow;
  readonly width: number;
  readonly today: string;
};

/** A press on the name opens the review; one on the drawing chooses the row, whose words then stand below. */
function DrawnTimelineRow(props: TimelineRowOptionProps) {
  const { index, total, start, row, isChosen, onChoose, window, width, today } = props;
  return (
    <div
      role="option"
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={isChosen ? 0 : -1}
      data-index={index}
      className="timeline-row"
      style={{ height: rowHeight, transform: `translateY(${start}px)` }}
      onClick={() => onChoose(index)}
    >
      <span className="ui-visually-hidden">{row === undefined ? 'Loading' : rowWords(row)}</span>
      <div className="timeline-name" aria-hidden="true" onClick={() => row !== undefined && goTo(`/reviews/${row.id}`)}>
        {row === undefined ? (
          <span className="ui-skeleton timeline-placeholder" />
        ) : (
          <>
            <span className="timeline-label">{row.label || 'No label'}</span>
            <span className="timeline-reference">
              {row.reference} · {row.stage}
            </span>
          </>
        )}
      </div>
      <div className="timeline-track">
        {row !== undefined && width > 0 && <RowDrawing row={row} window={window} width={width} today={today} />}
      </div>
    </div>
  );
}

export const TimelineRowOption = memo(DrawnTimelineRow, (before, after) =>
  Object.keys(after).every(
    (key) =>
      key === 'onChoose' || before[key as keyof TimelineRowOptionProps] === after[key as keyof TimelineRowOptionProps],
  ),
);
