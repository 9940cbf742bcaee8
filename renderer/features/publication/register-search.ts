import type { PublicationFilter, RegisterRow } from '../../../db/contract/publication.ts';
import { PUBLICATION_STATES } from '../../../db/domain/codes.ts';
import { type FilterKinds, searchToFilter } from '../../app/list-search.ts';
import type { ListSearch } from '../../state/lists.ts';
import type { GridSort } from '../../ui/index.ts';

const kinds: FilterKinds<PublicationFilter> = {
  find: 'text',
  state: 'list',
  delayReasonId: 'text',
  completeUnpublished: 'flag',
  reviewOverdue: 'flag',
  endPassed: 'flag',
  leavingSite: 'flag',
};

/** The filter that an address asks for; a state that there is not is left out. */
export const searchToRegisterFilter = (search: ListSearch): PublicationFilter => {
  const filter = searchToFilter(search, kinds);
  return { ...filter, state: filter.state?.filter((asked) => PUBLICATION_STATES.includes(asked)) };
};

export const noRegisterFilter: ListSearch = Object.fromEntries(Object.keys(kinds).map((key) => [key, '']));

export const isFiltered = (search: ListSearch): boolean => Object.keys(kinds).some((key) => (search[key] ?? '') !== '');

/** "-daysDelayed" sorts downwards. What has been delayed longest comes first by itself. */
export const searchToSort = ({ sort = '-daysDelayed' }: ListSearch): GridSort =>
  sort.startsWith('-') ? { key: sort.slice(1), direction: 'descending' } : { key: sort, direction: 'ascending' };

export const sortToSearch = ({ key, direction }: GridSort): ListSearch => ({
  sort: direction === 'descending' ? `-${key}` : key,
});

const sortValues: Readonly<Record<string, (row: RegisterRow) => string | number | null>> = {
  review: (row) => row.reference,
  type: (row) => row.typeShortName,
  state: (row) => PUBLICATION_STATES.indexOf(row.state),
  daysDelayed: (row) => row.daysDelayed,
  planned: (row) => row.plannedOn,
  published: (row) => row.publishedOn,
  nextReview: (row) => row.nextReviewOn,
  expectedEnd: (row) => row.expectedEndOn,
  leaving: (row) => row.availableUntil,
};

/** What has no value comes last, whichever way round. */
export const sortRegister = (rows: readonly RegisterRow[], { key, direction }: GridSort): readonly RegisterRow[] => {
  const valueOf = sortValues[key] ?? sortValues['review'];
  if (valueOf === undefined) return rows;
  const sign = direction === 'descending' ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a < b ? -sign : a > b ? sign : one.reference < other.reference ? -1 : 1;
  });
};
