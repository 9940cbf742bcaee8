import type { ThemeNode } from '../../../../db/contract/themes.ts';

/** `id` is the theme's: by it the tree tells its rows apart when they change places. */
export type ThemeBranch = {
  readonly id: string;
  readonly theme: ThemeNode;
  readonly below: readonly ThemeBranch[];
};

/** The themes of a taxonomy as branches; what is looked for keeps what stands above and below it. */
export const themeBranches = (
  themes: readonly ThemeNode[],
  taxonomyId: string,
  find: string,
): readonly ThemeBranch[] => {
  const words = find.trim().toLowerCase();
  const matches = ({ name, code, mergedFrom }: ThemeNode): boolean =>
    words === '' ||
    [name, code, ...mergedFrom.map((merged) => merged.name)].some((text) => text.toLowerCase().includes(words));
  const branches = (parentThemeId: string | null, isAllWanted: boolean): readonly ThemeBranch[] =>
    themes
      .filter((theme) => theme.parentThemeId === parentThemeId && theme.taxonomyId === taxonomyId)
      .flatMap((theme) => {
        const isWanted = isAllWanted || matches(theme);
        const below = branches(theme.id, isWanted);
        return isWanted || below.length > 0 ? [{ id: theme.id, theme, below }] : [];
      });
  return branches(null, false);
};

export const countBranches = (branches: readonly ThemeBranch[]): number =>
  branches.reduce((sum, { below }) => sum + 1 + countBranches(below), 0);

/** The theme that comes right after this one among those that stand beside it; null after the last. */
export const nextBeside = (themes: readonly ThemeNode[], themeId: string): string | null => {
  const theme = themes.find(({ id }) => id === themeId);
  const beside = themes.filter(
    ({ parentThemeId, taxonomyId }) => parentThemeId === theme?.parentThemeId && taxonomyId === theme?.taxonomyId,
  );
  return beside[beside.findIndex(({ id }) => id === themeId) + 1]?.id ?? null;
};
