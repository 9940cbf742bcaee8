import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import { useReadOnly } from './read-only.ts';
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

/**
 * React Aria's own pending state announces by the id of a button that may be gone by then (its dialog has closed), which leaves
 * an unnamed image behind for some seconds; the spinner says the same from inside the button. What adds is not there where
 * nothing can be changed.
 */
export function Button({ kind = 'secondary', size = 'regular', icon, busy = false, children, ...rest }: ButtonProps) {
  const isReadOnly = useReadOnly();
  if (isReadOnly && icon === 'add') return null;
  const whileBusy = busy
    ? { onPress: undefined, type: 'button' as const, 'aria-disabled': true, 'data-pending': true }
    : {};
  return (
    <AriaButton
      {...rest}
      {...whileBusy}
      className={classNames('ui-button', `ui-button-${kind}`, size === 'small' && 'ui-button-small')}
    >
      {busy ? <Spinner label="Working" /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
