import { ListBox, ListBoxItem, Popover as AriaPopover } from 'react-aria-components';
import type { Option } from './field-words.ts';
import { Icon } from './icons.tsx';

/** The list that drops down from a select or a combo box. */
export function OptionsPopover({
  options,
  nothing,
}: {
  readonly options: readonly Option[];
  readonly nothing: string;
}) {
  return (
    <AriaPopover className="ui-popover ui-options" offset={4}>
      <ListBox<Option>
        items={options}
        className="ui-options-list"
        renderEmptyState={() => <p className="ui-options-empty">{nothing}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.key} textValue={option.label} className="ui-option">
            {({ isSelected }) => (
              <>
                <span className="ui-option-words">
                  <span>{option.label}</span>
                  {option.note && <span className="ui-option-note">{option.note}</span>}
                </span>
                {isSelected && <Icon name="check" />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </AriaPopover>
  );
}
