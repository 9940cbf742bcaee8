import type { REVIEW_SORTS } from '../../../../db/contract/reviews.ts';
import type { ListSearch } from '../../../state/lists.ts';
import type { GridSort } from '../../../ui/index.ts';

export type ReviewSort = { readonly by: (typeof REVIEW_SORTS)[number]; readonly descending: boolean };

const known: Readonly<Record<ReviewSort['by'], true>> = {
  reference: true,
  label: true,
  type: true,
  stage: true,
  due: true,
  started: true,
  actions: true,
  overdue: true,
};

const isKnown = (key: string): key is ReviewSort['by'] => key in known;

/** "-due" is from the latest; without a sort, what is due first comes first. */
export const searchToSort = ({ sort = '' }: ListSearch): ReviewSort => {
  const key = sort.replace(/^-/, '');
  return isKnown(key) ? { by: key, descending: sort.startsWith('-') } : { by: 'due', descending: false };
};

export const sortToSearch = ({ key, direction }: GridSort): ListSearch => ({
  sort: direction === 'descending' ? `-${key}` : key,
});

export const sortToGrid = ({ by, descending }: ReviewSort): GridSort => ({
  key: by,
  direction: descending ? 'descending' : 'ascending',
});
