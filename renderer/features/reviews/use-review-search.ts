import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type ListSearch, rememberSearch } from '../../state/lists.ts';

export type ReviewsPath = '/reviews' | '/reviews/stages' | '/reviews/timeline';
export type ChangeSearch = (part: ListSearch, options?: { readonly replace?: boolean }) => void;

/**
 * The search of the address of the list, the stage board or the timeline, and how to change it: an empty text takes a key away. The views share
 * their filters, so the rail brings back what was last looked at in any.
 */
export const useReviewSearch = (path: ReviewsPath): readonly [search: ListSearch, change: ChangeSearch] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  useEffect(() => {
    const { from: _from, years: _years, ...list } = search;
    rememberSearch('reviews', list);
  }, [search]);
  const change: ChangeSearch = (part, { replace = false } = {}) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: path, search: next, replace });
  };
  return [search, change];
};
