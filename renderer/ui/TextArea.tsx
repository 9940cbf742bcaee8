import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { FieldWords } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';

export type TextAreaProps = FieldWords &
  Pick<
    AriaTextFieldProps,
    'onBlur' | 'onKeyDown' | 'name' | 'id' | 'maxLength' | 'isDisabled' | 'isReadOnly' | 'autoFocus'
  > & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** The least number of lines shown; the field grows with its text. */
    readonly rows?: number;
    readonly placeholder?: string;
    readonly inputRef?: Ref<HTMLTextAreaElement>;
  };

/** Grows with its text: an invisible copy of the text in the same grid cell sets the height. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, hideLabel, rows = 3, placeholder, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} className="ui-field ui-field-full" isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <div className="ui-growing" data-text={props.value}>
        {/* Else a browser keeps what is typed, on disk, to restore the page with. */}
        <AriaTextArea
          ref={inputRef}
          className="ui-input ui-text-area"
          rows={rows}
          placeholder={placeholder}
          autoComplete="off"
        />
      </div>
    </AriaTextField>
  );
}
