import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { listHref } from '../../../app/links.ts';
import { Section } from '../../../ui/index.ts';
import { AddManyButton } from '../../actions/recommendations/AddManyButton.tsx';
import { AddInline } from './AddInline.tsx';
import { ActionTable } from './ActionTable.tsx';
import { NewAction } from './NewAction.tsx';
import { NewRecommendation } from './NewRecommendation.tsx';
import { nextActionNumber, nextRecommendationNumber, planWords } from './plan-words.ts';
import { Recommendation } from './Recommendation.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** The action plan: each recommendation with its responses and the actions that answer it. */
export function Plan({ detail }: { readonly detail: ReviewDetail }) {
  const { review, recommendations, actions } = detail;
  const alone = actions.filter(({ recommendationId }) => recommendationId === null);
  return (
    <ReviewPart
      part="plan"
      note={planWords(recommendations.length, actions)}
      actions={
        actions.length > 0 && <a href={listHref('actions', { reviewId: [review.id] })}>All its actions in the list</a>
      }
    >
      <div className="review-recommendations">
        {recommendations.map((recommendation) => (
          <Recommendation
            key={recommendation.id}
            recommendation={recommendation}
            actions={actions.filter(({ recommendationId }) => recommendationId === recommendation.id)}
          />
        ))}
      </div>
      <AddInline label="Add a recommendation">
        {(close) => (
          <NewRecommendation
            reviewId={review.id}
            number={nextRecommendationNumber(recommendations.map(({ number }) => number))}
            position={recommendations.length}
            onClose={close}
          />
        )}
      </AddInline>
      <AddManyButton source={{ reviewId: review.id }} taken={recommendations.map(({ number }) => number)} />
      <Section level={3} heading="Actions that answer no recommendation" count={alone.length}>
        {alone.length > 0 && <ActionTable caption="Actions that answer no recommendation" actions={alone} />}
        <AddInline label="Add an action that stands alone">
          {(close) => (
            <NewAction
              reviewId={review.id}
              recommendationId={null}
              number={nextActionNumber(
                'A',
                alone.map(({ number }) => number),
              )}
              onClose={close}
            />
          )}
        </AddInline>
      </Section>
    </ReviewPart>
  );
}
