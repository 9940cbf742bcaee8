import { useBoard } from '../../../app/use-board.ts';
import { Checkbox } from '../../../ui/index.ts';

export type ReasonChoicesProps = {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** One delay can have several reasons at once. */
export function ReasonChoices({ chosen, onChange }: ReasonChoicesProps) {
  const { delayReasons } = useBoard();
  return (
    <fieldset className="review-choices">
      <legend className="ui-label">Reasons</legend>
      {delayReasons.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
