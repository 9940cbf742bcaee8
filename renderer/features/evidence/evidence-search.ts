import type { EVIDENCE_SORTS, EvidenceFilter } from '../../../db/contract/actions.ts';
import { type FilterKinds, searchToFilter } from '../../app/list-search.ts';
import type { ListSearch } from '../../state/lists.ts';
import type { GridSort } from '../../ui/index.ts';

const kinds: FilterKinds<EvidenceFilter> = {
  find: 'text',
  agencyId: 'list',
  unlinked: 'flag',
  withFiles: 'flag',
  withoutFiles: 'flag',
  undated: 'flag',
};

export const searchToEvidenceFilter = (search: ListSearch): EvidenceFilter => searchToFilter(search, kinds);

/** Takes every filter off; sort and open panel stay. */
export const noEvidenceFilter: ListSearch = Object.fromEntries(Object.keys(kinds).map((key) => [key, '']));

export const isFiltered = (search: ListSearch): boolean => Object.keys(kinds).some((key) => (search[key] ?? '') !== '');

type SortKey = (typeof EVIDENCE_SORTS)[number];

const sorts: Readonly<Record<SortKey, true>> = {
  date: true,
  what: true,
  agency: true,
  heldAt: true,
  actions: true,
  files: true,
};

export type EvidenceSort = { readonly by: SortKey; readonly descending: boolean };

/** "-date" sorts downwards, and is how the list goes by itself: the newest first. */
export const searchToSort = ({ sort = '-date' }: ListSearch): EvidenceSort => {
  const descending = sort.startsWith('-');
  const key = sort.slice(descending ? 1 : 0);
  return Object.hasOwn(sorts, key) ? { by: key as SortKey, descending } : { by: 'date', descending: true };
};

export const sortToSearch = ({ key, direction }: GridSort): ListSearch => ({
  sort: direction === 'descending' ? `-${key}` : key,
});

export const sortToGrid = ({ by, descending }: EvidenceSort): GridSort => ({
  key: by,
  direction: descending ? 'descending' : 'ascending',
});
