import { useBoard } from '../../../app/use-board.ts';
import { Checkbox } from '../../../ui/index.ts';

export type AgencyChoicesProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (agencyIds: readonly string[]) => void;
  /** Agencies that cannot be chosen any more. */
  readonly without?: ReadonlySet<string>;
};

/** Several agencies at once. */
export function AgencyChoices({ label, chosen, onChange, without }: AgencyChoicesProps) {
  const agencies = useBoard().agencies.filter(({ id }) => without?.has(id) !== true);
  if (agencies.length === 0)
    return <p className="ui-quiet">No agency is left to choose. Agencies are kept in Settings.</p>;
  return (
    <fieldset className="review-agencies">
      <legend className="ui-label">{label}</legend>
      {agencies.map(({ id, name }) => (
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
