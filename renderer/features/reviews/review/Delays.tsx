import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { Section } from '../../../ui/index.ts';
import { AddInline } from './AddInline.tsx';
import { Delay } from './Delay.tsx';
import { NewDelay } from './NewDelay.tsx';

/** Delays overlap; each ends by its own event. */
export function Delays({ reviewId, delays }: { readonly reviewId: string; readonly delays: readonly DelayRow[] }) {
  return (
    <Section level={3} heading="Delays" count={delays.length}>
      {delays.length === 0 && <p className="ui-quiet">No delay is recorded.</p>}
      <ul className="review-records">
        {delays.map((delay) => (
          <Delay key={delay.id} delay={delay} />
        ))}
      </ul>
      <AddInline label="Add a delay">{(close) => <NewDelay reviewId={reviewId} onClose={close} />}</AddInline>
    </Section>
  );
}
