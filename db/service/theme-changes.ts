import { countOf, joinWords } from '../domain/plain-words.ts';
import { whyNotMerged, whyNotUnder, withThoseBelow } from '../domain/theme-tree.ts';
import { Failure } from '../store/failure.ts';
import type { Store, Writer } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { refuse } from './context.ts';
import { usesOfTheme } from './theme-links.ts';
import { refuseBadRoute } from './theme-tasks.ts';
import { themeRows } from './theme-tree.ts';

const liveTheme = (store: Store, id: string): Row<'themes'> => {
  const theme = store.row('themes', id);
  if (theme.removed !== null) throw new Failure('not-found', { what: 'theme', id });
  return theme;
};

/** Refuses a theme under itself, or under one that stands under it. */
export const refuseThemeUnderItself = (store: Store, id: string, parentThemeId: unknown): void => {
  if (typeof parentThemeId !== 'string') return;
  const why = whyNotUnder(themeRows(store), id, parentThemeId);
  if (why !== null) throw new Failure('bad-input', { problem: why, field: 'parentThemeId' });
};

export const moveTheme = (
  store: Store,
  { id, parentThemeId, beforeThemeId }: { id: string; parentThemeId: string | null; beforeThemeId: string | null },
) => {
  const theme = liveTheme(store, id);
  refuseThemeUnderItself(store, id, parentThemeId);
  const themes = themeRows(store);
  const siblings = themes.filter(
    (other) => other.id !== id && other.parentThemeId === parentThemeId && other.mergedIntoId === null,
  );
  const at = beforeThemeId === null ? siblings.length : siblings.findIndex((other) => other.id === beforeThemeId);
  if (at === -1) {
    throw new Failure('bad-input', {
      problem: 'The theme it should stand before is not there.',
      field: 'beforeThemeId',
    });
  }
  const taxonomyId = parentThemeId === null ? theme.taxonomyId : store.row('themes', parentThemeId).taxonomyId;
  return store.operation({ kind: 'edit-theme' }, (write) => {
    write.update('themes', id, { parentThemeId });
    takeToTaxonomy(write, themes, id, taxonomyId);
    placeSiblings(write, [...siblings.slice(0, at), theme, ...siblings.slice(at)]);
  });
};

/** What stands under a theme belongs to its taxonomy. */
const takeToTaxonomy = (write: Writer, themes: readonly Row<'themes'>[], id: string, taxonomyId: string): void => {
  const moved = withThoseBelow(themes, id);
  for (const theme of themes) {
    if (moved.has(theme.id) && theme.taxonomyId !== taxonomyId) write.update('themes', theme.id, { taxonomyId });
  }
};

/** Positions only ever rise from one sibling to the next; one that fits already is left alone. */
const placeSiblings = (write: Writer, siblings: readonly Row<'themes'>[]): void => {
  let last = -1;
  for (const { id, position } of siblings) {
    const next = position > last ? position : last + 1;
    if (next !== position) write.update('themes', id, { position: next });
    last = next;
  }
};

export const mergeThemes = (
  store: Store,
  { id, intoThemeId, reason }: { id: string; intoThemeId: string; reason: string },
) => {
  liveTheme(store, id);
  const into = liveTheme(store, intoThemeId);
  const themes = themeRows(store);
  const why = whyNotMerged(themes, id, intoThemeId);
  if (why !== null) throw new Failure('bad-input', { problem: why, field: 'intoThemeId' });
  return store.operation({ kind: 'merge-themes', reason }, (write) => {
    write.update('themes', id, { mergedIntoId: intoThemeId });
    for (const theme of themes) {
      if (theme.parentThemeId === id) write.update('themes', theme.id, { parentThemeId: intoThemeId });
    }
    takeToTaxonomy(
      write,
      themes.map((theme) => (theme.parentThemeId === id ? { ...theme, parentThemeId: intoThemeId } : theme)),
      intoThemeId,
      into.taxonomyId,
    );
  });
};

/** Refuses while something hangs on the theme: it can be merged instead, and nothing is lost. */
export const refuseThemeInUse = (store: Store, id: string): void => {
  const { links, below, merged } = usesOfTheme(store, id);
  const uses = [
    ...(links === 0 ? [] : [`${countOf(links, 'record is', 'records are')} filed under it`]),
    ...(below === 0 ? [] : [`${countOf(below, 'theme stands', 'themes stand')} under it`]),
    ...(merged === 0 ? [] : [`${countOf(merged, 'theme was', 'themes were')} merged into it`]),
  ];
  if (uses.length === 0) return;
  refuse(
    `The theme cannot be removed: ${joinWords(uses)}.`,
    'Nothing was changed. Merge it into another theme instead: then all of that counts for the other.',
  );
};

export const removeTheme = (store: Store, id: string, reason: string) => {
  liveTheme(store, id);
  refuseThemeInUse(store, id);
  const mappings = store
    .prepare<[string], { id: string }>('select id from themeMappings where themeId = ? and removed is null')
    .all(id);
  return store.operation({ kind: 'remove', reason }, (write) => {
    for (const mapping of mappings) write.remove('themeMappings', mapping.id);
    write.remove('themes', id);
  });
};

export const verifyRoute = (
  store: Store,
  { routeId, verifiedOn, finding }: { routeId: string; verifiedOn: string; finding: string },
) => {
  const route = store.row('themeRoutes', routeId);
  if (route.removed !== null) throw new Failure('not-found', { what: 'task', id: routeId });
  refuseBadRoute({ ...route, verifiedOn, finding });
  return store.operation({ kind: 'edit-theme' }, (write) =>
    write.update('themeRoutes', routeId, { verifiedOn, finding }),
  );
};
