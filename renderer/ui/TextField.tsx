import type { Ref } from 'react';
import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import type { FieldWidth, FieldWords } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';

export type TextFieldProps = FieldWords &
  Pick<
    AriaTextFieldProps,
    | 'value'
    | 'defaultValue'
    | 'onChange'
    | 'onBlur'
    | 'onKeyDown'
    | 'name'
    | 'id'
    | 'type'
    | 'inputMode'
    | 'maxLength'
    | 'isDisabled'
    | 'isReadOnly'
    | 'autoFocus'
    | 'autoComplete'
    | 'spellCheck'
  > & {
    readonly width?: FieldWidth;
    readonly placeholder?: string;
    readonly inputRef?: Ref<HTMLInputElement>;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, hideLabel, width = 'full', placeholder, inputRef, ...rest } = props;
  return (
    <AriaTextField
      autoComplete="off"
      {...rest}
      className={`ui-field ui-field-${width}`}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <Input ref={inputRef} className="ui-input" placeholder={placeholder} />
    </AriaTextField>
  );
}
