import { DEADLINE_KINDS, type DeadlineKind } from '../../../db/domain/deadlines.ts';
import { isCivilDate } from '../../../db/domain/partial-date.ts';
import type { ListSearch } from '../../state/lists.ts';
import { isMonth, monthOf } from './month-days.ts';

export type DeadlineView = 'agenda' | 'month';

/** What the address asks for: a view, a month ("2027-03"; none: from today on), an open day, and kinds. */
export type DeadlineSearch = {
  readonly view: DeadlineView;
  readonly month: string | null;
  readonly openDay: string | null;
  readonly kinds: readonly DeadlineKind[];
};

export const searchToDeadlines = ({ view, month = '', day = '', kinds = '' }: ListSearch): DeadlineSearch => ({
  view: view === 'month' ? 'month' : 'agenda',
  month: isMonth(month) ? month : null,
  openDay: isCivilDate(day) ? day : null,
  kinds: DEADLINE_KINDS.filter((kind) => kinds.split(',').includes(kind)),
});

/** As it stands in the address; today's month in the calendar, and "from today on", need no words. */
export const deadlinesToSearch = ({ view, month, openDay, kinds }: DeadlineSearch, today: string): ListSearch => ({
  ...(view === 'month' ? { view } : {}),
  ...(month === null || (view === 'month' && month === monthOf(today)) ? {} : { month }),
  ...(openDay === null ? {} : { day: openDay }),
  ...(kinds.length === 0 ? {} : { kinds: kinds.join(',') }),
});
