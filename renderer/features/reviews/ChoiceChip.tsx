import { Checkbox, FilterChip, type Option } from '../../ui/index.ts';

export type ChoiceChipProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** A filter of several choices, any of which may hold. */
export function ChoiceChip({ label, options, chosen, onChange }: ChoiceChipProps) {
  const names = options.filter(({ key }) => chosen.includes(key)).map((option) => option.label);
  const choose = (key: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, key] : chosen.filter((other) => other !== key));
  return (
    <FilterChip label={label} value={names.join(', ')} onClear={() => onChange([])}>
      <div className="ui-stack-tight">
        {options.map((option) => (
          <Checkbox
            key={option.key}
            isSelected={chosen.includes(option.key)}
            onChange={(isChosen) => choose(option.key, isChosen)}
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
    </FilterChip>
  );
}
