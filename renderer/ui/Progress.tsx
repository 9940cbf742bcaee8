import { ProgressBar } from 'react-aria-components';
import { Button } from './Button.tsx';

export type ProgressProps = {
  /** What is being done: "Writing the status pack". */
  readonly label: string;
  /** 0 to 1, or null while the length is unknown. */
  readonly done: number | null;
  /** How far, in the work's own units: "1,200 of 40,000 actions". */
  readonly note?: string;
  readonly onCancel?: () => void;
};

export function Progress({ label, done, note, onCancel }: ProgressProps) {
  return (
    <div className="ui-progress">
      <ProgressBar aria-label={label} value={(done ?? 0) * 100} isIndeterminate={done === null} valueLabel={note}>
        {({ percentage }) => (
          <>
            <div className="ui-progress-words">
              <span>{label}</span>
              <span className="ui-quiet">{note ?? (done === null ? '' : `${Math.round(done * 100)}%`)}</span>
            </div>
            <div className="ui-progress-track">
              <div
                className={done === null ? 'ui-progress-bar ui-progress-unknown' : 'ui-progress-bar'}
                style={done === null ? undefined : { width: `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && (
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
