import { RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import type { FieldWords, Option } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';

export type RadioGroupProps = FieldWords & {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (key: string) => void;
  readonly isDisabled?: boolean;
  readonly name?: string;
};

/** One of a handful, all in sight. */
export function RadioGroup({ label, hint, error, optional, hideLabel, options, ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} className="ui-field ui-radio-group" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      {options.map((option) => (
        <RadioField key={option.key} value={option.key} className="ui-choice">
          <RadioButton className="ui-choice-button">
            <span className="ui-radio-mark" aria-hidden="true" />
            <span>{option.label}</span>
          </RadioButton>
          {option.note && (
            <Text slot="description" className="ui-hint ui-choice-hint">
              {option.note}
            </Text>
          )}
        </RadioField>
      ))}
    </AriaRadioGroup>
  );
}
