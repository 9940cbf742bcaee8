import type { ReactNode } from 'react';

/** Labels and values, one a line; holds Definition rows and values that are edited in place. */
export function DefinitionList({
  children,
  compact = false,
}: {
  readonly children: ReactNode;
  readonly compact?: boolean;
}) {
  return <dl className={compact ? 'ui-definitions ui-definitions-compact' : 'ui-definitions'}>{children}</dl>;
}

export function Definition({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="ui-definition">
      <dt>{label}</dt>
      <dd className="ui-definition-value">{children}</dd>
    </div>
  );
}
