import { createHashHistory, createRouter } from '@tanstack/react-router';
import type { ListSearch } from '../state/lists.ts';
import { addressToSearch, searchToAddress } from './address-words.ts';
import { PlaceFailure } from './PlaceFailure.tsx';
import { PlaceNotFound } from './PlaceNotFound.tsx';
import { routeTree } from './routes.tsx';

/** Addresses stand behind the #, so that no page is ever asked from anyone. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  parseSearch: addressToSearch,
  stringifySearch: (search) => {
    const text = searchToAddress(search as ListSearch);
    return text === '' ? '' : `?${text}`;
  },
  defaultErrorComponent: PlaceFailure,
  defaultNotFoundComponent: PlaceNotFound,
  defaultPreload: false,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
