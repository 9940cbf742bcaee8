import type { ReactNode } from 'react';

/** On screen only what it holds; on paper the marking stands at the top and at the bottom of every page. */
export function MarkedSheet({ marking, children }: { readonly marking: string; readonly children: ReactNode }) {
  return (
    <div className="overview-sheet">
      <p className="overview-marking overview-marking-top">{marking}</p>
      <div className="overview-sheet-body">{children}</div>
      <p className="overview-marking overview-marking-bottom">{marking}</p>
    </div>
  );
}
