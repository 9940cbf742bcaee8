import { useId } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import { Checkbox } from '../../../ui/index.ts';

type DelayReasonChoicesProps = {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string;
};

/** The board's reasons for delay, of which several can hold at once. */
export function DelayReasonChoices({ chosen, onChange, error }: DelayReasonChoicesProps) {
  const { delayReasons } = useBoard();
  const errorId = useId();
  return (
    <fieldset className="delay-reasons" aria-describedby={error === undefined ? undefined : errorId}>
      <legend className="ui-label">Reasons</legend>
      {error !== undefined && (
        <p id={errorId} className="ui-field-error" role="alert">
          {error}
        </p>
      )}
      <div className="delay-reasons-list">
        {delayReasons.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
