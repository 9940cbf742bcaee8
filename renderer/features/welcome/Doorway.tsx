import type { ReactNode } from 'react';
import { Icon } from '../../ui/index.ts';
import './welcome.css';

type DoorwayProps = {
  readonly title: string;
  /** A sentence below the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** What stands round every screen before a board is open: one column in the middle, the product's name above it. */
export function Doorway({ title, lead, children }: DoorwayProps) {
  return (
    <main className="doorway">
      <div className="doorway-column">
        <p className="doorway-product">
          <span className="doorway-mark" aria-hidden="true">
            <Icon name="reviews" />
          </span>
          Case Review Tracker
        </p>
        <h1>{title}</h1>
        {lead && <p className="doorway-lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
