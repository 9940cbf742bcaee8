import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBoard } from '../../app/use-board.ts';
import type { ListSearch } from '../../state/lists.ts';
import { type DeadlineSearch, deadlinesToSearch, searchToDeadlines } from './deadline-search.ts';

export type ChangeDeadlines = (part: Partial<DeadlineSearch>, options?: { readonly replace?: boolean }) => void;

export const useDeadlineSearch = (): readonly [asked: DeadlineSearch, change: ChangeDeadlines] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const { today } = useBoard();
  const navigate = useNavigate();
  const asked = useMemo(() => searchToDeadlines(search), [search]);
  const change: ChangeDeadlines = (part, { replace = false } = {}) =>
    void navigate({ to: '/deadlines', search: deadlinesToSearch({ ...asked, ...part }, today), replace });
  return [asked, change];
};
