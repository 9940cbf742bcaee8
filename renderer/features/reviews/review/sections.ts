import type { ReviewDetail } from '../../../../db/contract/reviews.ts';

export type ReviewSection = {
  /** The id of the section's place on the page, and its name in the address. */
  readonly key: string;
  readonly label: string;
  readonly count?: (detail: ReviewDetail) => number;
};

const roundsOf = (rounds: ReviewDetail['accuracyRounds']): number => new Set(rounds.map(({ round }) => round)).size;

/** The parts of a review's page, in their order. */
export const REVIEW_SECTIONS = [
  { key: 'summary', label: 'Summary' },
  { key: 'case', label: 'Case', count: ({ siblings }) => siblings.length },
  { key: 'bodies', label: 'Bodies', count: ({ reviewBodies }) => reviewBodies.length },
  { key: 'clocks', label: 'Clocks', count: ({ clocks }) => clocks.length },
  { key: 'dates', label: 'Dates', count: ({ milestones }) => milestones.length },
  { key: 'proceed', label: 'Decisions to proceed', count: ({ proceedDecisions }) => proceedDecisions.length },
  { key: 'agency-reports', label: 'Agency reports', count: ({ agencyReports }) => agencyReports.length },
  { key: 'family', label: 'Family', count: ({ familyContacts }) => familyContacts.length },
  { key: 'accuracy', label: 'Factual accuracy', count: ({ accuracyRounds }) => roundsOf(accuracyRounds) },
  { key: 'publication', label: 'Publication' },
  { key: 'plan', label: 'Recommendations and actions', count: ({ recommendations }) => recommendations.length },
  { key: 'approvals', label: 'Approvals', count: ({ approvals }) => approvals.length },
  { key: 'themes', label: 'Themes', count: ({ themes }) => themes.length },
  { key: 'people', label: 'Labels and subjects', count: ({ labels }) => labels.length },
  { key: 'evaluations', label: 'Submission and evaluation', count: ({ evaluations }) => evaluations.length },
  { key: 'response', label: 'Board response', count: ({ boardResponses }) => boardResponses.length },
  { key: 'hand-over', label: 'Hand-over', count: ({ handOvers }) => handOvers.length },
  {
    key: 'learning',
    label: 'Learning and impact',
    count: ({ learningProducts, impactChecks }) => learningProducts.length + impactChecks.length,
  },
  { key: 'figures', label: 'Stated figures', count: ({ statedFigures }) => statedFigures.length },
  { key: 'notes', label: 'Notes', count: ({ notes }) => notes.length },
  { key: 'closure', label: 'Closure' },
  { key: 'history', label: 'History' },
] as const satisfies readonly ReviewSection[];

export type ReviewSectionKey = (typeof REVIEW_SECTIONS)[number]['key'];

export const labelOfSection = (key: ReviewSectionKey): string =>
  REVIEW_SECTIONS.find((section) => section.key === key)?.label ?? key;
