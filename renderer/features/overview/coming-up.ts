import type { OverviewData } from '../../../db/contract/overview.ts';
import { addDays, type CivilDate } from '../../../db/domain/civil-days.ts';

type Next = OverviewData['next'][number];

export type ComingUp = { readonly heading: string; readonly nil: string; readonly items: readonly Next[] };

/** Parts what is next, in the order given: within 7 days, until 30 days from today, and what follows. */
export const partComingUp = (next: readonly Next[], today: CivilDate): readonly ComingUp[] => {
  const inSevenDays = addDays(today, 7);
  const inThirtyDays = addDays(today, 30);
  return [
    {
      heading: 'Next 7 days',
      nil: 'Nothing is due in the next 7 days.',
      items: next.filter(({ on }) => on <= inSevenDays),
    },
    {
      heading: 'Next 30 days',
      nil: 'Nothing more is due in the next 30 days.',
      items: next.filter(({ on }) => on > inSevenDays && on <= inThirtyDays),
    },
    {
      heading: 'Later',
      nil: 'Nothing is known for later.',
      items: next.filter(({ on }) => on > inThirtyDays),
    },
  ];
};
