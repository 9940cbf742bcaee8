import type { OverviewData } from '../../../db/contract/overview.ts';
import { actionsBehind, registerBehind, reviewsBehind } from './lists-behind.ts';

type ListOfLate = { readonly words: string; readonly href: string };

/** Where the late things are that the overview has no room for. */
export const listsOfLate = ({ overdueActions, breachedClocks }: OverviewData['counts']): readonly ListOfLate[] => [
  ...(overdueActions > 0 ? [{ words: 'all overdue actions', href: actionsBehind({ overdue: true }) }] : []),
  ...(breachedClocks > 0 ? [{ words: 'all reviews with a breached clock', href: reviewsBehind({ late: true }) }] : []),
  { words: 'all overdue reviews of delays', href: registerBehind({ reviewOverdue: true }) },
];
