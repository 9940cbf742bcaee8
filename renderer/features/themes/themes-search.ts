import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListSearch } from '../../state/lists.ts';

export const THEME_VIEWS = [
  { key: 'tree', label: 'Tree' },
  { key: 'matrix', label: 'Matrix' },
  { key: 'trend', label: 'Trend' },
  { key: 'tasks', label: 'Tasks' },
  { key: 'learning', label: 'Learning' },
] as const;

export type ThemeView = (typeof THEME_VIEWS)[number]['key'];

/** The view that an address asks for; the tree when it asks for none that there is. */
export const viewOf = ({ view }: ListSearch): ThemeView => THEME_VIEWS.find(({ key }) => key === view)?.key ?? 'tree';

export type ChangeThemesSearch = (part: ListSearch, options?: { readonly replace?: boolean }) => void;

/** The search of the address of Themes, and how to change it: an empty text takes a key away. */
export const useThemesSearch = (): readonly [search: ListSearch, change: ChangeThemesSearch] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const change: ChangeThemesSearch = (part, { replace = false } = {}) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: '/themes', search: next, replace });
  };
  return [search, change];
};
