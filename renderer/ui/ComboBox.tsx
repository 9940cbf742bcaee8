import { useRef } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Group, Input, type Key } from 'react-aria-components';
import type { FieldWidth, FieldWords, Option } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { Icon } from './icons.tsx';
import { OptionsPopover } from './Options.tsx';

export type ComboBoxProps = FieldWords & {
  readonly options: readonly Option[];
  readonly value: string | null;
  /** Null when the field was emptied. */
  readonly onChange: (key: string | null) => void;
  /** Set when words that are not in the list may be entered: called with them on Enter or on leaving the field. */
  readonly onNewWords?: (words: string) => void;
  readonly placeholder?: string;
  readonly width?: FieldWidth;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
};

/** Finds as you type; the list opens on typing, the arrow keys or its button. */
export function ComboBox(props: ComboBoxProps) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    options,
    value,
    onChange,
    onNewWords,
    width = 'medium',
    ...rest
  } = props;
  const { placeholder, ...comboBox } = rest;
  const input = useRef<HTMLInputElement>(null);
  const change = (key: Key | null): void => {
    // New words make React Aria let go of the old choice; they are handed over whole when the field is left.
    const isNewWords = key === null && onNewWords && input.current?.value.trim();
    if (!isNewWords) onChange(key === null ? null : String(key));
  };
  const leave = (typed: string): void => {
    const words = typed.trim();
    const known = options.find((option) => option.label.toLowerCase() === words.toLowerCase());
    if (known && known.key !== value) onChange(known.key);
    if (!known && words !== '') onNewWords?.(words);
  };
  return (
    <AriaComboBox
      {...comboBox}
      className={`ui-field ui-field-${width}`}
      value={value}
      onChange={change}
      allowsCustomValue={onNewWords !== undefined}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <Group className="ui-input ui-input-group">
        <Input
          ref={input}
          className="ui-input-inside"
          placeholder={placeholder}
          onBlur={onNewWords && ((event) => leave(event.currentTarget.value))}
        />
        <AriaButton className="ui-icon-button ui-icon-button-small">
          <Icon name="chevron-down" />
        </AriaButton>
      </Group>
      <OptionsPopover
        options={options}
        nothing={onNewWords ? 'Not in the list yet: it will be added' : 'Nothing matches'}
      />
    </AriaComboBox>
  );
}
