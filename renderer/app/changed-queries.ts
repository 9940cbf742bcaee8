import type { QueryKey } from '@tanstack/react-query';

/**
 * Which queries an operation may have changed. Almost everything depends on almost everything (a closure day moves due dates,
 * an agency's name stands in every list), so all are asked again but those that cannot depend on the tables that changed.
 */
export const isQueryChangedBy =
  (tables: readonly string[]) =>
  (queryKey: QueryKey): boolean => {
    const area = areaOf(queryKey);
    if (area === null || untouched.has(area)) return false;
    if (isOnlyOfSync(tables)) return area === 'sync';
    return area !== 'board' || tables.some((table) => boardTables.has(table));
  };

/** A key made by oRPC begins with the path of the call: [['actions', 'list'], …]. */
const areaOf = ([path]: QueryKey): string | null =>
  Array.isArray(path) && typeof path[0] === 'string' ? path[0] : null;

/** How the exchange with other laptops stands is told often, and changes nothing of the board. */
const isOnlyOfSync = (tables: readonly string[]): boolean =>
  tables.length > 0 && tables.every((table) => table === 'syncPlaces');

const untouched: ReadonlySet<string> = new Set(['session', 'backups']);

/** What `board.get` answers. */
const boardTables: ReadonlySet<string> = new Set([
  'boards',
  'agencies',
  'bodies',
  'reviewTypes',
  'stages',
  'regimes',
  'clockRules',
  'delayReasons',
  'ladderSteps',
  'ragSchemes',
  'ragLevels',
  'closures',
  'taxonomies',
  'themes',
  'meetings',
  'externalReports',
]);
