import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useReadOnly } from './read-only.ts';

export type BulkBarProps = {
  readonly count: number;
  /** What is selected, one and many: ["action", "actions"]. */
  readonly words: readonly [string, string];
  readonly onClear: () => void;
  /** Buttons for what can be done to all of them. */
  readonly children: ReactNode;
};

/** Appears over the foot of a list while rows are selected. */
export function BulkBar({ count, words: [one, many], onClear, children }: BulkBarProps) {
  const isReadOnly = useReadOnly();
  return (
    <div className="ui-bulk-bar" role="group" aria-label="Selected rows" hidden={count === 0}>
      <span className="ui-bulk-count" role="status">
        {count > 0 && `${count.toLocaleString('en-GB')} ${count === 1 ? one : many} selected`}
      </span>
      {count > 0 && (
        <>
          {isReadOnly ? 'Nothing can be changed on an earlier day.' : children}
          <Button kind="quiet" size="small" onPress={onClear}>
            Clear selection
          </Button>
        </>
      )}
    </div>
  );
}
