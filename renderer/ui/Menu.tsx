import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover as AriaPopover, Separator } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { KeyHint } from './KeyHint.tsx';

export type MenuChoice = {
  readonly key: string;
  /** A verb first: "Move target date". */
  readonly label: string;
  readonly note?: string;
  readonly icon?: IconName;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
};

export type MenuProps = {
  /** The button that opens it: a Button or IconButton. */
  readonly trigger: ReactElement;
  readonly label: string;
  /** 'line' draws a hairline between groups. */
  readonly items: readonly (MenuChoice | 'line')[];
};

export function Menu({ trigger, label, items }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className="ui-popover ui-menu-popover" offset={4}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {items.map((item, place) =>
            item === 'line' ? <Separator key={`line ${place}`} className="ui-menu-line" /> : menuItem(item),
          )}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

const menuItem = ({ key, label, note, icon, keys, isDanger, isDisabled, onChoose }: MenuChoice) => (
  <MenuItem
    key={key}
    id={key}
    textValue={label}
    isDisabled={isDisabled}
    onAction={onChoose}
    className={classNames('ui-option ui-menu-item', isDanger && 'ui-menu-danger')}
  >
    {icon && <Icon name={icon} />}
    <span className="ui-option-words">
      <span>{label}</span>
      {note && <span className="ui-option-note">{note}</span>}
    </span>
    {keys && <KeyHint keys={keys} />}
  </MenuItem>
);
