/** What a check of impact came to. A code never changes once released. */
export const IMPACT_RESULTS = ['worked', 'partly-worked', 'did-not-work', 'too-early-to-say'] as const;
export type ImpactResult = (typeof IMPACT_RESULTS)[number];

export const IMPACT_RESULT_LABELS: Readonly<Record<ImpactResult, string>> = {
  worked: 'Worked',
  'partly-worked': 'Partly worked',
  'did-not-work': 'Did not work',
  'too-early-to-say': 'Too early to say',
};
