import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ListSearch } from '../state/lists.ts';
import { Frame } from './Frame.tsx';

const asText = (search: Record<string, unknown>): ListSearch => search as ListSearch;

const root = createRootRoute({ component: Frame });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/overview/OverviewPlace.tsx'), 'OverviewPlace'),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: '/reviews',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/reviews/ReviewsPlace.tsx'), 'ReviewsPlace'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/reviews/timeline',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/reviews/TimelinePlace.tsx'), 'TimelinePlace'),
});

const newReview = createRoute({
  getParentRoute: () => root,
  path: '/reviews/new',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/reviews/NewReviewPlace.tsx'), 'NewReviewPlace'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/reviews/ReviewPlace.tsx'), 'ReviewPlace'),
});

const actions = createRoute({
  getParentRoute: () => root,
  path: '/actions',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/actions/ActionsPlace.tsx'), 'ActionsPlace'),
});

const publication = createRoute({
  getParentRoute: () => root,
  path: '/publication',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/publication/PublicationPlace.tsx'), 'PublicationPlace'),
});

const packs = createRoute({
  getParentRoute: () => root,
  path: '/packs',
  component: lazyRouteComponent(() => import('../features/packs/PacksPlace.tsx'), 'PacksPlace'),
});

const settingsHome = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    redirect({ to: '/settings/$section', params: { section: 'board' }, replace: true, throw: true });
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/settings/SettingsPlace.tsx'), 'SettingsPlace'),
});

export const routeTree = root.addChildren([
  overview,
  reviews,
  timeline,
  newReview,
  review,
  actions,
  publication,
  packs,
  settingsHome,
  settings,
]);
