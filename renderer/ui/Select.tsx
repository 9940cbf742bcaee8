import { Button as AriaButton, Select as AriaSelect, SelectValue } from 'react-aria-components';
import type { FieldWidth, FieldWords, Option } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { Icon } from './icons.tsx';
import { OptionsPopover } from './Options.tsx';

export type SelectProps = FieldWords & {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (key: string) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly width?: FieldWidth;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
};

/** One of a few. For more than about fifteen choices use ComboBox, which finds as you type. */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, hideLabel, options, value, onChange, width = 'medium', ...rest } = props;
  return (
    <AriaSelect
      {...rest}
      placeholder={props.placeholder ?? 'Choose one'}
      className={`ui-field ui-field-${width}`}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <AriaButton className="ui-input ui-select-button">
        <SelectValue className="ui-select-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevron-down" />
      </AriaButton>
      <OptionsPopover options={options} nothing="Nothing to choose from" />
    </AriaSelect>
  );
}
