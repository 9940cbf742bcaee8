import type { RecordPlace } from '../../db/domain/board-areas.ts';
import type { IconName } from '../ui/index.ts';

export type AppPlace = {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly path: string;
  /** At the foot of the rail. */
  readonly isFoot?: boolean;
  /** Stands in the rail only while something waits there, with how much. */
  readonly whenSomeWait?: boolean;
};

/** The places of the rail, in its order. */
export const PLACES: readonly AppPlace[] = [
  { key: 'overview', label: 'Overview', icon: 'overview', path: '/' },
  { key: 'reviews', label: 'Reviews', icon: 'reviews', path: '/reviews' },
  { key: 'actions', label: 'Actions', icon: 'actions', path: '/actions' },
  { key: 'publication', label: 'Publication', icon: 'publication', path: '/publication' },
  { key: 'deadlines', label: 'Deadlines', icon: 'calendar', path: '/deadlines' },
  { key: 'meetings', label: 'Meetings', icon: 'meetings', path: '/meetings' },
  { key: 'themes', label: 'Themes', icon: 'themes', path: '/themes' },
  { key: 'agencies', label: 'Agencies', icon: 'agencies', path: '/agencies' },
  { key: 'packs', label: 'Packs', icon: 'packs', path: '/packs' },
  {
    key: 'conflicts',
    label: 'Conflicts',
    icon: 'conflict',
    path: '/conflicts',
    isFoot: true,
    whenSomeWait: true,
  },
  { key: 'sync', label: 'Sync', icon: 'sync', path: '/sync', isFoot: true },
  { key: 'settings', label: 'Settings', icon: 'settings', path: '/settings/board', isFoot: true },
];

/** The place that an address belongs to. */
export const placeOfPath = (path: string): string | null =>
  PLACES.find(({ key }) => path === `/${key}` || path.startsWith(`/${key}/`))?.key ??
  (path === '/' ? 'overview' : path.startsWith('/bodies/') ? 'agencies' : null);

/** The record, or part of the settings, that a page is about; null where it is about many. */
export const recordOfPath = (path: string): RecordPlace | null => {
  const [, start = '', id = ''] = /^\/(.+)\/([^/]+)$/.exec(path) ?? [];
  if (start === 'settings') return { at: 'settings', section: id };
  const at = RECORDS_AT[start];
  if (at === undefined) return null;
  return at === 'review' ? { at, id, section: '' } : { at, id };
};

const RECORDS_AT: Readonly<Record<string, Exclude<RecordPlace['at'], 'settings' | 'evidence'>>> = {
  reviews: 'review',
  meetings: 'meeting',
  themes: 'theme',
  agencies: 'agency',
  bodies: 'body',
  'actions/answered': 'external-report',
};

/** The parts of Settings, in their order. */
export const SETTINGS_SECTIONS = [
  { key: 'board', label: 'Board' },
  { key: 'agencies', label: 'Agencies' },
  { key: 'bodies', label: 'Bodies and meetings' },
  { key: 'ladder', label: 'Approval ladder' },
  { key: 'rag', label: 'RAG scheme' },
  { key: 'review-types', label: 'Review types and clocks' },
  { key: 'closures', label: 'Closures' },
  { key: 'themes', label: 'Themes' },
  { key: 'security', label: 'Security' },
  { key: 'backups', label: 'Backups' },
  { key: 'about', label: 'About' },
] as const;

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]['key'];
