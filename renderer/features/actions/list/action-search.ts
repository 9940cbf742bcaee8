import type { ACTION_SORTS, ActionFilter } from '../../../../db/contract/actions.ts';
import { ACTION_STATES } from '../../../../db/domain/codes.ts';
import { type FilterKinds, searchToFilter } from '../../../app/list-search.ts';
import type { ListSearch } from '../../../state/lists.ts';
import type { GridSort } from '../../../ui/index.ts';

const kinds: FilterKinds<ActionFilter> = {
  find: 'text',
  agencyId: 'list',
  jointAgencyId: 'text',
  reviewId: 'list',
  externalReportId: 'text',
  recommendationId: 'text',
  evidenceId: 'text',
  rag: 'list',
  state: 'list',
  open: 'flag',
  overdue: 'flag',
  noUpdate: 'flag',
  dueSoon: 'flag',
  noTarget: 'flag',
  awaitingSignOff: 'flag',
  awaitingBodyId: 'text',
  moved: 'flag',
  themeId: 'text',
};

/** The filter that an address asks for; a state that there is not is left out. */
export const searchToActionFilter = (search: ListSearch): ActionFilter => {
  const filter = searchToFilter(search, kinds);
  const state = filter.state?.filter((asked) => ACTION_STATES.includes(asked));
  return { ...filter, state };
};

/** Takes every filter off; sort and open panel stay. */
export const noActionFilter: ListSearch = Object.fromEntries(Object.keys(kinds).map((key) => [key, '']));

export const isFiltered = (search: ListSearch): boolean => Object.keys(kinds).some((key) => (search[key] ?? '') !== '');

type ActionSortKey = (typeof ACTION_SORTS)[number];

const sorts: Readonly<Record<ActionSortKey, true>> = {
  target: true,
  review: true,
  number: true,
  agency: true,
  state: true,
  rag: true,
  lastUpdate: true,
  moved: true,
};

export type ActionSort = { readonly by: ActionSortKey; readonly descending: boolean };

/** "target" sorts upwards, "-target" downwards. Without one the list goes by target date. */
export const searchToSort = ({ sort = 'target' }: ListSearch): ActionSort => {
  const descending = sort.startsWith('-');
  const key = sort.slice(descending ? 1 : 0);
  return { by: isSort(key) ? key : 'target', descending };
};

const isSort = (key: string): key is ActionSortKey => Object.hasOwn(sorts, key);

export const sortToSearch = ({ key, direction }: GridSort): ListSearch => ({
  sort: direction === 'descending' ? `-${key}` : key,
});

export const sortToGrid = ({ by, descending }: ActionSort): GridSort => ({
  key: by,
  direction: descending ? 'descending' : 'ascending',
});
