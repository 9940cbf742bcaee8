import type { ReviewFilter } from '../../../db/contract/reviews.ts';
import { type FilterKinds, searchToFilter } from '../../app/list-search.ts';
import type { ListSearch } from '../../state/lists.ts';

const kinds: FilterKinds<ReviewFilter> = {
  find: 'text',
  reviewTypeId: 'list',
  stageKind: 'list',
  lead: 'list',
  publication: 'list',
  late: 'flag',
  live: 'flag',
  completeUnpublished: 'flag',
  retentionDue: 'flag',
  legalHold: 'flag',
  converted: 'flag',
  delayReasonId: 'text',
  themeId: 'text',
  awaitingReportOf: 'text',
  awaitingPlanOf: 'text',
};

export type ReviewFilterKey = keyof typeof kinds;

/** What an address asks for; sort and time window are no filters. */
export const searchToReviewFilter = (search: ListSearch): ReviewFilter => searchToFilter<ReviewFilter>(search, kinds);

export const isFiltered = (filter: ReviewFilter): boolean => Object.keys(filter).length > 0;

/** The part of a search that takes every filter off. */
export const noReviewFilter: ListSearch = Object.fromEntries(Object.keys(kinds).map((key) => [key, '']));

/** The same filters on the other view: what belongs to one view alone stays behind. */
export const filtersOf = (search: ListSearch): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => key in kinds));
