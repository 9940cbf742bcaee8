import type { OverviewData } from '../../../db/contract/overview.ts';
import { addDays, type CivilDate, dayNumber } from '../../../db/domain/civil-days.ts';

type Next = OverviewData['next'][number];

export type ComingUp = { readonly heading: string; readonly nil: string; readonly items: readonly Next[] };

/** Parts what is next, in the order given: until this week's Sunday, until 30 days from today, and what follows. */
export const partComingUp = (next: readonly Next[], today: CivilDate): readonly ComingUp[] => {
  const sunday = addDays(today, 6 - (dayNumber(today) % 7));
  const inThirtyDays = addDays(today, 30);
  return [
    { heading: 'This week', nil: 'Nothing is due this week.', items: next.filter(({ on }) => on <= sunday) },
    {
      heading: 'Next 30 days',
      nil: 'Nothing more is due in the next 30 days.',
      items: next.filter(({ on }) => on > sunday && on <= inThirtyDays),
    },
    {
      heading: 'Later',
      nil: 'Nothing is known for later.',
      items: next.filter(({ on }) => on > sunday && on > inThirtyDays),
    },
  ];
};
