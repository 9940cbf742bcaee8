import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { Tooltip } from './Tooltip.tsx';

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> & {
  readonly icon: IconName;
  /** What the button does; read aloud and shown as its tooltip. */
  readonly label: string;
  readonly size?: 'regular' | 'small';
  /** Shown in the tooltip after the label, e.g. "Ctrl+Z". */
  readonly keys?: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, size = 'regular', keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('ui-icon-button', size === 'small' && 'ui-icon-button-small')}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
