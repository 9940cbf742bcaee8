import type { Marked } from '../../db/contract/search.ts';
import type { FoundKind } from '../../db/domain/found-kinds.ts';
import type { IconName } from '../ui/index.ts';

export const FOUND_ICONS: Readonly<Record<FoundKind, IconName>> = {
  reviews: 'reviews',
  actions: 'actions',
  recommendations: 'actions',
  progressUpdates: 'note',
  notes: 'note',
  meetings: 'meetings',
  meetingItems: 'meetings',
  decisions: 'check',
  themes: 'themes',
  agencies: 'agencies',
  bodies: 'meetings',
  externalReports: 'publication',
  evidence: 'link',
  publicationDelays: 'publication',
  publicationDecisions: 'publication',
  publications: 'publication',
  approvals: 'check',
  recommendationResponses: 'agencies',
  boardResponses: 'reviews',
  proceedDecisions: 'check',
  milestones: 'calendar',
  clocks: 'history',
  agencyReports: 'agencies',
  accuracyRounds: 'reviews',
  familyContacts: 'note',
  evaluations: 'reviews',
  handOvers: 'reviews',
  learningProducts: 'themes',
  impactChecks: 'themes',
  themeRoutes: 'themes',
  statedFigures: 'overview',
};

/** The whole text, without its marks. */
export const plainText = (marked: Marked): string => marked.map(({ text }) => text).join('');

/** "12", or "1,000+" where counting stopped. */
export const countOfFound = ({ count, isMore }: { readonly count: number; readonly isMore: boolean }): string =>
  `${count.toLocaleString('en-GB')}${isMore ? '+' : ''}`;

/** "38 found", "more than 1,000 found", "Nothing found". */
export const totalOfFound = (groups: readonly { readonly count: number; readonly isMore: boolean }[]): string => {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'Nothing found';
  const number = total.toLocaleString('en-GB');
  return groups.some(({ isMore }) => isMore) ? `More than ${number} found` : `${number} found`;
};
