import { createHashHistory, createRouter } from '@tanstack/react-router';
import type { ListSearch } from '../state/lists.ts';
import { PlaceFailure } from './PlaceFailure.tsx';
import { PlaceNotFound } from './PlaceNotFound.tsx';
import { routeTree } from './routes.tsx';

/** Addresses stand behind the #, so that no page is ever asked from anyone. Search words are plain text, as people write them. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  parseSearch: (text): ListSearch => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as ListSearch).toString();
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
