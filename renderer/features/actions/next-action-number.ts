import type { ReviewDetail } from '../../../db/contract/reviews.ts';

type Plan = Pick<ReviewDetail, 'actions' | 'recommendations'>;

/** "4.3" after two actions of recommendation 4; without a recommendation the next whole number that is free. */
export const nextActionNumber = ({ actions, recommendations }: Plan, recommendationId: string | null): string => {
  const taken = new Set(actions.map(({ number }) => number));
  const recommendation = recommendations.find(({ id }) => id === recommendationId);
  const prefix = recommendation === undefined ? '' : `${recommendation.number}.`;
  const siblings = actions.filter((action) => action.recommendationId === recommendationId).length;
  let next = siblings + 1;
  while (taken.has(`${prefix}${next}`)) next += 1;
  return `${prefix}${next}`;
};
