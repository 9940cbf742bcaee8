import type { ReactNode } from 'react';
import { Count } from './Count.tsx';

export type SectionProps = {
  readonly heading: string;
  /** How many things the section lists, beside its heading. */
  readonly count?: number;
  /** A sentence below the heading. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
};

export function Section({ heading, count, note, actions, level = 2, id, children }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={`ui-section ui-section-${level}`} id={id}>
      <header className="ui-section-head">
        <Heading>{heading}</Heading>
        {count !== undefined && <Count value={count} />}
        {actions && <div className="ui-section-actions">{actions}</div>}
      </header>
      {note && <p className="ui-section-note">{note}</p>}
      {children}
    </section>
  );
}
