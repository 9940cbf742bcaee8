import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '../client.ts';
import type { ListSearch } from '../state/lists.ts';
import { addressToVisit } from './visits.ts';

/** Remembers on the board which records were opened, for "Recently opened". */
export const useVisits = (): void => {
  const { pathname, search } = useLocation();
  const visit = addressToVisit(pathname, search as ListSearch);
  const kind = visit?.kind;
  const id = visit?.id;
  useEffect(() => {
    if (kind === undefined || id === undefined) return;
    // That it is not remembered is no reason to disturb anyone.
    client.workplace.visited({ kind, id }).catch(() => undefined);
  }, [kind, id]);
};
