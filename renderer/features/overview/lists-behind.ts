import type { ActionFilter } from '../../../db/contract/actions.ts';
import type { PublicationFilter } from '../../../db/contract/publication.ts';
import type { ReviewFilter } from '../../../db/contract/reviews.ts';
import { listHref } from '../../app/links.ts';

/** The lists behind the figures, in the words of each list's own filter. */
export const actionsBehind = (filter: ActionFilter): string => listHref('actions', filter);
export const reviewsBehind = (filter: ReviewFilter): string => listHref('reviews', filter);
export const registerBehind = (filter: PublicationFilter): string => listHref('publication', filter);
