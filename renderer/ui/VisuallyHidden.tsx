import type { ReactNode } from 'react';

/** Words for screen readers that the page shows in another way. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="ui-visually-hidden">{children}</span>;
}
