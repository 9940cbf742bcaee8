import type { RecordPlace } from '../../db/domain/board-areas.ts';
import type { DeadlineLink } from '../../db/contract/deadlines.ts';
import type { OverviewLink } from '../../db/contract/overview.ts';
import type { RecordLink } from '../../db/contract/search.ts';
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

/** The page of a report that the board answers. */
export const answeredHref = (reportId: string): string => hrefTo(`/actions/answered/${reportId}`);

/** All evidence, with one item's panel open. */
export const evidenceHref = (evidenceId: string): string => hrefTo('/actions/evidence', { evidence: evidenceId });

export const listHref = (place: ListPlace, filter: FilterFields = {}): string =>
  hrefTo(`/${place}`, filterToSearch(filter));

export const meetingHref = (meetingId: string): string => hrefTo(`/meetings/${meetingId}`);

export const agencyHref = (agencyId: string): string => hrefTo(`/agencies/${agencyId}`);

export const bodyHref = (bodyId: string): string => hrefTo(`/bodies/${bodyId}`);

/** One of what waits for a decision. */
export const conflictHref = (conflictId: string): string => hrefTo(`/conflicts/${conflictId}`);

/** An issued pack; `withPackId` is the one that it is compared with. */
export const packHref = (packId: string, withPackId?: string): string =>
  hrefTo(`/packs/register/${packId}`, withPackId === undefined ? {} : { with: withPackId });

/** The page of what an entry of the history is about. */
export const placeHref = (place: RecordPlace): string => {
  switch (place.at) {
    case 'review':
      return reviewHref(place.id, place.section === 'summary' ? undefined : place.section);
    case 'action':
      return actionHref(place.id);
    case 'agency':
      return agencyHref(place.id);
    case 'body':
      return bodyHref(place.id);
    case 'meeting':
      return meetingHref(place.id);
    case 'theme':
      return themeHref(place.id);
    case 'external-report':
      return answeredHref(place.id);
    case 'evidence':
      return hrefTo('/actions/evidence');
    case 'settings':
      return hrefTo(`/settings/${place.section}`);
  }
};

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
    case 'meeting':
      return meetingHref(link.meetingId);
    case 'none':
      return null;
  }
};

/** `section` is the id of a heading on the theme's page. */
export const themeHref = (themeId: string, section?: string): string =>
  hrefTo(`/themes/${themeId}`, section === undefined ? {} : { section });

/** One of the views of Themes: "tree", "matrix", "trend", "tasks", "learning". */
export const themesHref = (view: string, search: ListSearch = {}): string => hrefTo('/themes', { view, ...search });

/** The record that a deadline belongs to; null where there is none to open. */
export const deadlineHref = (link: DeadlineLink): string | null => {
  switch (link.place) {
    case 'review':
      return reviewHref(link.reviewId, link.section);
    case 'action':
      return actionHref(link.actionId);
    case 'meeting':
      return meetingHref(link.meetingId);
    case 'theme':
      return themeHref(link.themeId);
    case 'none':
      return null;
  }
};

/** Where a record that was found, or opened before, is seen. */
export const recordHref = (link: RecordLink): string => {
  switch (link.place) {
    case 'review':
      return reviewHref(link.reviewId, link.section ?? undefined);
    case 'action':
      return actionHref(link.actionId);
    case 'meeting':
      return meetingHref(link.meetingId);
    case 'theme':
      return themeHref(link.themeId);
    case 'agency':
      return agencyHref(link.agencyId);
    case 'body':
      return bodyHref(link.bodyId);
    case 'report':
      return answeredHref(link.reportId);
    case 'evidence':
      return evidenceHref(link.evidenceId);
    case 'figures':
      return hrefTo('/packs/figures');
  }
};

/** Find anything, with these words in its field. */
export const findHref = (typed: string): string => hrefTo('/find', { find: typed });
