import { type ReactNode, useState } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Group, Input, type Key } from 'react-aria-components';
import type { FieldWords, Option } from '../../ui/index.ts';
import { FieldLabel } from '../../ui/FieldLabel.tsx';
import { Icon } from '../../ui/index.ts';
import { OptionsPopover } from '../../ui/Options.tsx';

type FindComboBoxProps = FieldWords & {
  /** What there is for what was typed; the data process does the finding. */
  readonly options: readonly Option[];
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly value: string | null;
  readonly onChange: (option: Option | null) => void;
  readonly autoFocus?: boolean;
  readonly children?: ReactNode;
};

/** Finds among more than a page can hold: each letter asks again, and the chosen one's words stay in the field. */
export function FindComboBox(props: FindComboBoxProps) {
  const { label, hint, error, optional, hideLabel, options, find, onFind, value, onChange, autoFocus } = props;
  const [chosen, setChosen] = useState<Option | null>(null);
  const choose = (key: Key | null): void => {
    const option = options.find((candidate) => candidate.key === key) ?? null;
    setChosen(option);
    onChange(option);
    if (option !== null) onFind(option.label);
  };
  const type = (typed: string): void => {
    if (typed === chosen?.label) return;
    onFind(typed);
    if (chosen !== null && typed !== chosen.label) choose(null);
  };
  return (
    <AriaComboBox
      className="ui-field ui-field-full"
      items={options}
      value={value}
      onChange={choose}
      inputValue={find}
      onInputChange={type}
      defaultFilter={() => true}
      allowsEmptyCollection
      autoFocus={autoFocus}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel} />
      <Group className="ui-input ui-input-group">
        <Input className="ui-input-inside" />
        <AriaButton className="ui-icon-button ui-icon-button-small">
          <Icon name="chevron-down" />
        </AriaButton>
      </Group>
      <OptionsPopover options={options} nothing="Nothing matches" />
    </AriaComboBox>
  );
}
