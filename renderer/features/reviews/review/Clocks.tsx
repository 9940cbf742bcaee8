import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { AddInline } from './AddInline.tsx';
import { Clock } from './Clock.tsx';
import { NewClock } from './NewClock.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** Each clock in a sentence, lateness first; how it was worked out is one press away. */
export function Clocks({ detail: { review, clocks, milestones } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart part="clocks" count={clocks.length}>
      {clocks.length === 0 && (
        <p className="ui-quiet">No clock runs on this review. Add one of the board’s own if it keeps a deadline.</p>
      )}
      <ul className="review-clocks">
        {clocks.map((clock) => (
          <Clock key={clock.id} reading={clock} milestones={milestones} />
        ))}
      </ul>
      <AddInline label="Add a clock">
        {(close) => <NewClock reviewId={review.id} position={clocks.length} onClose={close} />}
      </AddInline>
    </ReviewPart>
  );
}
