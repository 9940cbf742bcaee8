import type { ReactNode } from 'react';

export type FilterBarProps = {
  readonly label: string;
  /** The find-as-you-type field, at the start. */
  readonly search?: ReactNode;
  /** FilterChips and the button that adds one. */
  readonly children?: ReactNode;
  /** "Showing 214 of 40,000 actions": read out when it changes. */
  readonly count?: string;
  /** At the end: columns, view, download. */
  readonly tools?: ReactNode;
};

export function FilterBar({ label, search, children, count, tools }: FilterBarProps) {
  return (
    <div className="ui-filter-bar" role="group" aria-label={label}>
      {search}
      {children}
      <span className="ui-filter-count" role="status">
        {count}
      </span>
      {tools && <div className="ui-filter-tools">{tools}</div>}
    </div>
  );
}
