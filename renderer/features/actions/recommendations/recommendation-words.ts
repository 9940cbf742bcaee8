/** "recommendation 7", "12 recommendations". */
export const recommendationWords = (recommendations: readonly { readonly number: string }[]): string => {
  const [only] = recommendations;
  return recommendations.length === 1 && only !== undefined
    ? `recommendation ${only.number}`
    : `${recommendations.length.toLocaleString('en-GB')} recommendations`;
};
