import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type ListPlace, type ListSearch, rememberSearch } from '../state/lists.ts';

/**
 * The search of a list's address, and how to change it: `change({ state: 'signed-off' })`, `change({ find: '' })` to take one
 * away. `replace` (while typing) changes the address without a step for Back.
 */
export const useListSearch = (
  place: ListPlace,
): readonly [search: ListSearch, change: (part: ListSearch, options?: { readonly replace?: boolean }) => void] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  useEffect(() => {
    // Which panel is open belongs to the moment, not to the list.
    const { action: _action, ...list } = search;
    rememberSearch(place, list);
  }, [place, search]);
  const change = (part: ListSearch, { replace = false } = {}): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: `/${place}`, search: next, replace });
  };
  return [search, change];
};
