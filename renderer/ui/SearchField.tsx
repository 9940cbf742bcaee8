import type { Ref } from 'react';
import {
  Button as AriaButton,
  Group,
  Input,
  Label,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components';
import type { FieldWidth } from './field-words.ts';
import { Icon } from './icons.tsx';

export type SearchFieldProps = Pick<
  AriaSearchFieldProps,
  'value' | 'onChange' | 'onSubmit' | 'autoFocus' | 'isDisabled'
> & {
  /** Read aloud, and shown as the placeholder: "Find a review". */
  readonly label: string;
  readonly width?: FieldWidth;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** Find as you type. Escape empties it. */
export function SearchField({ label, width = 'medium', inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={`ui-field ui-field-${width} ui-search`}>
      {({ isEmpty }) => (
        <>
          <Label className="ui-visually-hidden">{label}</Label>
          <Group className="ui-input ui-input-group">
            <Icon name="search" />
            <Input
              ref={inputRef}
              className="ui-input-inside"
              placeholder={label}
              autoComplete="off"
              spellCheck="false"
            />
            {!isEmpty && (
              <AriaButton className="ui-icon-button ui-icon-button-small" aria-label="Clear the search">
                <Icon name="close" size={12} />
              </AriaButton>
            )}
          </Group>
        </>
      )}
    </AriaSearchField>
  );
}
