import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { Section } from '../../../ui/index.ts';
import { ImpactChecks } from './ImpactChecks.tsx';
import { LearningProducts } from './LearningProducts.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** How the learning was shared, and whether it worked. */
export function Learning({ detail: { review, learningProducts, impactChecks } }: { readonly detail: ReviewDetail }) {
  return (
    <ReviewPart part="learning">
      <Section level={3} heading="Learning shared" count={learningProducts.length}>
        <LearningProducts reviewId={review.id} products={learningProducts} />
      </Section>
      <Section
        level={3}
        heading="Impact checks"
        count={impactChecks.length}
        note="Did practice change? A later audit answers, not the action’s completion."
      >
        <ImpactChecks reviewId={review.id} checks={impactChecks} />
      </Section>
    </ReviewPart>
  );
}
