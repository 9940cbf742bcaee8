import type { OverviewLink } from '../../db/contract/overview.ts';
import type { ListPlace, ListSearch } from '../state/lists.ts';
import { searchToAddress } from './address-words.ts';
import { type FilterFields, filterToSearch } from './list-search.ts';

/** Addresses inside the page, for every `href`: the router works in the part behind the #. */
export const hrefTo = (path: string, search: ListSearch = {}): string => {
  const words = searchToAddress(search);
  return `#${path}${words === '' ? '' : `?${words}`}`;
};

/** `section` is the id of a heading on the review's page. */
export const reviewHref = (reviewId: string, section?: string): string =>
  hrefTo(`/reviews/${reviewId}`, section === undefined ? {} : { section });

/** The list with the action's panel open. */
export const actionHref = (actionId: string, filter: FilterFields = {}): string =>
  hrefTo('/actions', { ...filterToSearch(filter), action: actionId });

export const listHref = (place: ListPlace, filter: FilterFields = {}): string =>
  hrefTo(`/${place}`, filterToSearch(filter));

/** Null where a figure leads nowhere. */
export const overviewHref = (link: OverviewLink): string | null => {
  switch (link.place) {
    case 'review':
      return reviewHref(link.reviewId);
    case 'action':
      return actionHref(link.actionId);
    case 'actions':
    case 'reviews':
    case 'publication':
      return listHref(link.place, link.filter);
    case 'none':
      return null;
  }
};
