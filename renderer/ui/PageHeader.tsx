import type { ReactNode } from 'react';

export type PageHeaderProps = {
  readonly title: ReactNode;
  /** Above the title: where this page belongs, as a link back. */
  readonly above?: ReactNode;
  /** Below the title: the few facts that place it, parted by dots. */
  readonly facts?: readonly ReactNode[];
  /** The one main action, and quieter ones before it. */
  readonly action?: ReactNode;
};

/** Holds the page's only h1. */
export function PageHeader({ title, above, facts, action }: PageHeaderProps) {
  return (
    <header className="ui-page-header">
      <div className="ui-page-header-words">
        {above && <p className="ui-page-header-above">{above}</p>}
        <h1>{title}</h1>
        {facts && facts.length > 0 && (
          <ul className="ui-facts">
            {facts.map((fact, place) => (
              <li key={place}>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {action && <div className="ui-page-header-action">{action}</div>}
    </header>
  );
}
