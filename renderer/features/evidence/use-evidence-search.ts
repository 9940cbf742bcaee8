import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListSearch } from '../../state/lists.ts';

export type ChangeSearch = (part: ListSearch, options?: { readonly replace?: boolean }) => void;

/** The search of the place's address, and how to change it: an empty text takes a key away. */
export const useEvidenceSearch = (): readonly [search: ListSearch, change: ChangeSearch] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const change: ChangeSearch = (part, { replace = false } = {}) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: '/actions/evidence', search: next, replace });
  };
  return [search, change];
};
