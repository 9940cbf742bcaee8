import { type ReactNode, useState } from 'react';
import { Button as AriaButton, Group, Input, TextField as AriaTextField } from 'react-aria-components';
import type { FieldWords } from './field-words.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { Icon } from './icons.tsx';

export type PassphraseFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  /** How strong the passphrase is, in words, below the field. */
  readonly strength?: ReactNode;
};

/** Hidden while typed unless asked to show. Not offered to the browser's password store: the passphrase is kept nowhere. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, hint, error, optional, hideLabel, strength, ...rest } = props;
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...rest}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      spellCheck="false"
      className="ui-field ui-field-full"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <Group className="ui-input ui-input-group">
        <Input className="ui-input-inside" />
        <AriaButton
          slot={null}
          className="ui-button ui-button-quiet ui-button-small"
          aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
          onPress={() => setShown(!shown)}
        >
          <Icon name={shown ? 'hide' : 'show'} />
          {shown ? 'Hide' : 'Show'}
        </AriaButton>
      </Group>
      {strength && (
        <div className="ui-field-below" role="status">
          {strength}
        </div>
      )}
    </AriaTextField>
  );
}
