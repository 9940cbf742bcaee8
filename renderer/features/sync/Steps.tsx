import type { ReactNode } from 'react';
import { Icon } from '../../ui/index.ts';
import { FocusedHeading } from './FocusedHeading.tsx';

/** What two people do one after another; each step is numbered in sight and aloud. */
export function Steps({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className="sync-steps" aria-label={label}>
      {children}
    </ol>
  );
}

type StepProps = {
  readonly number: number;
  readonly heading: string;
  readonly isDone?: boolean;
  readonly level?: 2 | 3;
  /** The step before was done just now. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
};

export function Step({ number, heading, isDone = false, level = 2, takesFocus = false, children }: StepProps) {
  return (
    <li className="sync-step">
      <span className={isDone ? 'sync-step-mark sync-step-done' : 'sync-step-mark'} aria-hidden="true">
        {isDone ? <Icon name="check" /> : number}
      </span>
      <div className="sync-step-content">
        <FocusedHeading level={level} takesFocus={takesFocus}>
          {heading}
          {isDone && <span className="ui-visually-hidden"> (done)</span>}
        </FocusedHeading>
        {children}
      </div>
    </li>
  );
}
