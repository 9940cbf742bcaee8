/** A decision whether to hold a review, in words. */
export const PROCEED_DECISIONS = ['proceed', 'do-not-proceed', 'defer'] as const;
export type ProceedDecision = (typeof PROCEED_DECISIONS)[number];

/** As a choice. */
export const PROCEED_LABELS: Readonly<Record<ProceedDecision, string>> = {
  proceed: 'Proceed',
  'do-not-proceed': 'Do not proceed',
  defer: 'Defer',
};

/** As what was decided. */
const DECIDED: Readonly<Record<ProceedDecision, string>> = {
  proceed: 'To hold a review',
  'do-not-proceed': 'Not to hold a review',
  defer: 'Deferred whether to hold a review',
};

export const proceedWords = (decision: string): string => DECIDED[decision as ProceedDecision] ?? decision;
