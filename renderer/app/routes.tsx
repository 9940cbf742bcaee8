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

const statedFigures = createRoute({
  getParentRoute: () => root,
  path: '/packs/figures',
  component: lazyRouteComponent(() => import('../features/figures/StatedFiguresPlace.tsx'), 'StatedFiguresPlace'),
});

const packRegister = createRoute({
  getParentRoute: () => root,
  path: '/packs/register',
  component: lazyRouteComponent(() => import('../features/packs/register/PackRegisterPlace.tsx'), 'PackRegisterPlace'),
});

const registeredPack = createRoute({
  getParentRoute: () => root,
  path: '/packs/register/$packId',
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../features/packs/register/RegisteredPackPlace.tsx'),
    'RegisteredPackPlace',
  ),
});

const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/find/FindPlace.tsx'), 'FindPlace'),
});

const reviewStages = createRoute({
  getParentRoute: () => root,
  path: '/reviews/stages',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/reviews/StagesPlace.tsx'), 'StagesPlace'),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: '/deadlines',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/deadlines/DeadlinesPlace.tsx'), 'DeadlinesPlace'),
});

const chasing = createRoute({
  getParentRoute: () => root,
  path: '/actions/chasing',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/chasing/ChasingPlace.tsx'), 'ChasingPlace'),
});

const answered = createRoute({
  getParentRoute: () => root,
  path: '/actions/answered',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/answered/AnsweredReportsPlace.tsx'), 'AnsweredReportsPlace'),
});

const answeredReport = createRoute({
  getParentRoute: () => root,
  path: '/actions/answered/$reportId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/answered/AnsweredReportPlace.tsx'), 'AnsweredReportPlace'),
});

const evidence = createRoute({
  getParentRoute: () => root,
  path: '/actions/evidence',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/evidence/EvidencePlace.tsx'), 'EvidencePlace'),
});

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/meetings/MeetingsPlace.tsx'), 'MeetingsPlace'),
});

const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meetingId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/meetings/MeetingPlace.tsx'), 'MeetingPlace'),
});

const themes = createRoute({
  getParentRoute: () => root,
  path: '/themes',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/themes/ThemesPlace.tsx'), 'ThemesPlace'),
});

const theme = createRoute({
  getParentRoute: () => root,
  path: '/themes/$themeId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/themes/ThemePlace.tsx'), 'ThemePlace'),
});

const agencies = createRoute({
  getParentRoute: () => root,
  path: '/agencies',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/agencies/AgenciesPlace.tsx'), 'AgenciesPlace'),
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/agencies/$agencyId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/agencies/AgencyPlace.tsx'), 'AgencyPlace'),
});

const body = createRoute({
  getParentRoute: () => root,
  path: '/bodies/$bodyId',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/agencies/BodyPlace.tsx'), 'BodyPlace'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../features/history/HistoryPlace.tsx'), 'HistoryPlace'),
});

const sync = createRoute({
  getParentRoute: () => root,
  path: '/sync',
  component: lazyRouteComponent(() => import('../features/sync/SyncPlace.tsx'), 'SyncPlace'),
});

const letJoin = createRoute({
  getParentRoute: () => root,
  path: '/sync/join',
  component: lazyRouteComponent(() => import('../features/sync/join/JoinPlace.tsx'), 'JoinPlace'),
});

const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  component: lazyRouteComponent(() => import('../features/conflicts/ConflictsPlace.tsx'), 'ConflictsPlace'),
});

const conflict = createRoute({
  getParentRoute: () => root,
  path: '/conflicts/$conflictId',
  component: lazyRouteComponent(() => import('../features/conflicts/ConflictPlace.tsx'), 'ConflictPlace'),
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
  statedFigures,
  packRegister,
  registeredPack,
  find,
  reviewStages,
  deadlines,
  chasing,
  answered,
  answeredReport,
  evidence,
  meetings,
  meeting,
  themes,
  theme,
  agencies,
  agency,
  body,
  history,
  sync,
  letJoin,
  conflicts,
  conflict,
  settingsHome,
  settings,
]);
