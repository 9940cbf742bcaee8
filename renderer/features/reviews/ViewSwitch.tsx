import { hrefTo } from '../../app/links.ts';
import type { ListSearch } from '../../state/lists.ts';
import { ViewLinks } from '../../ui/index.ts';
import { filtersOf } from './review-filter.ts';
import type { ReviewsPath } from './use-review-search.ts';

const views: readonly { readonly path: ReviewsPath; readonly label: string }[] = [
  { path: '/reviews', label: 'List' },
  { path: '/reviews/stages', label: 'Stages' },
  { path: '/reviews/timeline', label: 'Timeline' },
];

/** The same reviews as a list, by stage or along time, with the same filters. */
export function ViewSwitch({ current, search }: { readonly current: ReviewsPath; readonly search: ListSearch }) {
  return (
    <ViewLinks
      views={views.map(({ path, label }) => ({
        href: hrefTo(path, filtersOf(search)),
        label,
        isCurrent: path === current,
      }))}
    />
  );
}
