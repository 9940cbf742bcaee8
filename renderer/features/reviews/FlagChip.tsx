import { ToggleButton } from 'react-aria-components';
import { Icon } from '../../ui/index.ts';

export type FlagChipProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** A filter that is on or off. */
export function FlagChip({ label, isOn, onChange }: FlagChipProps) {
  return (
    <ToggleButton className="reviews-flag" isSelected={isOn} onChange={onChange}>
      {isOn && <Icon name="check" size={12} />}
      {label}
    </ToggleButton>
  );
}
