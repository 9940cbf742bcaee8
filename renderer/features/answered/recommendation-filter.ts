import type { AnsweredRecommendation } from '../../../db/contract/external-reports.ts';
import { isSetAside } from '../../../db/domain/action-states.ts';

/** What the list of a report's recommendations can be narrowed to. */
export const SHOWN = [
  { key: 'all', label: 'All' },
  { key: 'in-place', label: 'Already in place' },
  { key: 'unanswered', label: 'Without an action' },
  { key: 'awaiting', label: 'Awaiting an agency’s answer' },
  { key: 'rejected', label: 'Rejected by an agency' },
] as const;

export type Shown = (typeof SHOWN)[number]['key'];

export const readShown = (text: string | undefined): Shown => SHOWN.find(({ key }) => key === text)?.key ?? 'all';

const isShown: Readonly<Record<Shown, (recommendation: AnsweredRecommendation) => boolean>> = {
  all: () => true,
  'in-place': ({ alreadyInPlace }) => alreadyInPlace === 1,
  unanswered: ({ alreadyInPlace, actions }) => alreadyInPlace === 0 && actions.every(({ state }) => isSetAside(state)),
  awaiting: ({ responses }) => responses.some(({ response }) => response === null),
  rejected: ({ responses }) => responses.some(({ response }) => response === 'rejected'),
};

export const narrowed = (
  recommendations: readonly AnsweredRecommendation[],
  shown: Shown,
): readonly AnsweredRecommendation[] => recommendations.filter(isShown[shown]);
