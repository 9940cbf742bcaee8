import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';

export type FilterChipProps = {
  /** What is filtered by: "Agency". */
  readonly label: string;
  /** What is chosen, in words: "Police, Health"; nothing when the filter is not set. */
  readonly value?: string;
  /** Takes the filter off. */
  readonly onClear?: () => void;
  /** The choices, shown when the chip is pressed. */
  readonly children: ReactNode;
};

export function FilterChip({ label, value, onClear, children }: FilterChipProps) {
  return (
    <span className={classNames('ui-chip', value && 'ui-chip-set')}>
      <DialogTrigger>
        <AriaButton className="ui-chip-button">
          {label}
          {value && <span className="ui-chip-value">{value}</span>}
          {!value && <Icon name="chevron-down" size={12} />}
        </AriaButton>
        <AriaPopover className="ui-popover" offset={6} placement="bottom start">
          <Dialog className="ui-popover-content" aria-label={`Filter by ${label.toLowerCase()}`}>
            {children}
          </Dialog>
        </AriaPopover>
      </DialogTrigger>
      {value && onClear && (
        <AriaButton
          className="ui-chip-clear"
          aria-label={`Take off the filter ${label.toLowerCase()}`}
          onPress={onClear}
        >
          <Icon name="close" size={12} />
        </AriaButton>
      )}
    </span>
  );
}
