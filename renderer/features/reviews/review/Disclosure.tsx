import type { ReactNode } from 'react';

export type DisclosureProps = {
  readonly label: string;
  /** Said beside the label while closed or open. */
  readonly note?: string;
  readonly children: ReactNode;
};

/** Detail that most days nobody needs. */
export function Disclosure({ label, note, children }: DisclosureProps) {
  return (
    <details className="review-disclosure">
      <summary>
        {label}
        {note && <span className="ui-quiet"> · {note}</span>}
      </summary>
      <div className="review-disclosure-content">{children}</div>
    </details>
  );
}
