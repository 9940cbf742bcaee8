import type { ReactNode } from 'react';

export type EmptyStateProps = {
  /** What there is not: "No actions match these filters". */
  readonly title: string;
  /** What to do about it, or why it is fine. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children && <p className="ui-empty-words">{children}</p>}
      {action && <div className="ui-empty-action">{action}</div>}
    </div>
  );
}
