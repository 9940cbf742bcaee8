/**
 * How the themes of a board hang together. A theme that was merged keeps its links and counts for the one it went into,
 * through as many mergers as there were; it stands in no tree.
 */
export type ThemePlace = {
  readonly id: string;
  readonly name: string;
  readonly parentThemeId: string | null;
  readonly mergedIntoId: string | null;
  readonly position: number;
};

export type ThemeInTree<T extends ThemePlace> = { readonly theme: T; readonly depth: number };

const byId = <T extends ThemePlace>(themes: readonly T[]): ReadonlyMap<string, T> =>
  new Map(themes.map((theme) => [theme.id, theme]));

/** The theme that this one counts for now: itself, or where its mergers led. Mergers that lead in a circle end where they began. */
export const countsFor = (themes: readonly ThemePlace[], id: string): string => {
  const all = byId(themes);
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const next = all.get(at)?.mergedIntoId ?? null;
    if (next === null || !all.has(next)) return at;
    if (seen.has(at)) return id;
    seen.add(at);
    at = next;
  }
};

/** Depth first: each theme right below the one it belongs under, siblings by position. Merged themes are left out. */
export const inTreeOrder = <T extends ThemePlace>(themes: readonly T[]): readonly ThemeInTree<T>[] => {
  const live = themes.filter(({ mergedIntoId }) => mergedIntoId === null);
  const ids = new Set(live.map(({ id }) => id));
  const below = new Map<string | null, T[]>();
  for (const theme of live.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))) {
    const parent = theme.parentThemeId === null ? null : countsFor(themes, theme.parentThemeId);
    const key = parent !== null && ids.has(parent) ? parent : null;
    below.set(key, [...(below.get(key) ?? []), theme]);
  }
  const from = (parent: string | null, depth: number): readonly ThemeInTree<T>[] =>
    (below.get(parent) ?? []).flatMap((theme) => [{ theme, depth }, ...from(theme.id, depth + 1)]);
  return from(null, 0);
};

/** The theme and every theme below it. */
export const withThoseBelow = (themes: readonly ThemePlace[], id: string): ReadonlySet<string> => {
  const found = new Set([id]);
  const add = (parent: string): void => {
    for (const theme of themes) {
      if (theme.parentThemeId !== parent || found.has(theme.id)) continue;
      found.add(theme.id);
      add(theme.id);
    }
  };
  add(id);
  return found;
};

/** From the top down to the theme that this one stands under; empty for one at the top. */
export const pathTo = <T extends ThemePlace>(themes: readonly T[], id: string): readonly T[] => {
  const all = byId(themes);
  const path: T[] = [];
  let at = all.get(id)?.parentThemeId ?? null;
  while (at !== null && path.every((theme) => theme.id !== at)) {
    const theme = all.get(at);
    if (theme === undefined) break;
    path.unshift(theme);
    at = theme.parentThemeId;
  }
  return path;
};

/** Why a theme cannot stand under another; null when it can. `under` is null for the top. */
export const whyNotUnder = (themes: readonly ThemePlace[], id: string, under: string | null): string | null => {
  if (under === null) return null;
  const [theme, parent] = [byId(themes).get(id), byId(themes).get(under)];
  if (theme === undefined || parent === undefined) return 'One of the two themes is not on the board any more.';
  if (id === under) return 'A theme cannot stand under itself.';
  if (parent.mergedIntoId !== null) return `“${parent.name}” was merged into another theme.`;
  return withThoseBelow(themes, id).has(under)
    ? `“${parent.name}” stands under “${theme.name}”, so it cannot take it in.`
    : null;
};

/** Why a theme cannot be merged into another; null when it can. */
export const whyNotMerged = (themes: readonly ThemePlace[], id: string, into: string): string | null => {
  const [theme, target] = [byId(themes).get(id), byId(themes).get(into)];
  if (theme === undefined || target === undefined) return 'One of the two themes is not on the board any more.';
  if (id === into) return 'A theme cannot be merged into itself.';
  if (theme.mergedIntoId !== null) return `“${theme.name}” was merged before.`;
  if (target.mergedIntoId !== null) return `“${target.name}” was merged into another theme itself.`;
  return withThoseBelow(themes, id).has(into)
    ? `“${target.name}” stands under “${theme.name}”. Move it elsewhere first, then merge.`
    : null;
};
