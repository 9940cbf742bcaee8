import type { ReactNode } from 'react';

/** Figures side by side, parted by hairlines; they wrap when there is no room. */
export function Figures({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="ui-figures" role="group" aria-label={label}>
      {children}
    </div>
  );
}
