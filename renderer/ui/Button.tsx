import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { Spinner } from './Spinner.tsx';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'isPending'> & {
  /** primary: the one main action of a page or dialog. danger: what cannot be undone. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'regular' | 'small';
  readonly icon?: IconName;
  /** The work has been started: shows a spinner, keeps the focus, ignores presses. */
  readonly busy?: boolean;
  /** A verb first: "Record sign-off". */
  readonly children: ReactNode;
};

export function Button({ kind = 'secondary', size = 'regular', icon, busy = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={busy}
      className={classNames('ui-button', `ui-button-${kind}`, size === 'small' && 'ui-button-small')}
    >
      {busy ? <Spinner label="Working" /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
