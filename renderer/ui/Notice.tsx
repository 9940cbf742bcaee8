import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

export type NoticeProps = {
  readonly kind?: 'info' | 'warning' | 'error';
  readonly title?: string;
  /** What happened, what was kept, what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

const kinds = {
  info: { tone: 'blue', icon: 'information', role: 'status', spoken: 'Note: ' },
  warning: { tone: 'amber', icon: 'warning', role: 'status', spoken: 'Warning: ' },
  error: { tone: 'red', icon: 'warning', role: 'alert', spoken: 'Problem: ' },
} as const;

export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  const { tone, icon, role, spoken } = kinds[kind];
  return (
    <div className={`ui-notice ui-notice-${tone}`} role={role}>
      <Icon name={icon} />
      <div className="ui-notice-words">
        <span className="ui-visually-hidden">{spoken}</span>
        {title && <p className="ui-notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="ui-notice-action">{action}</div>}
    </div>
  );
}
