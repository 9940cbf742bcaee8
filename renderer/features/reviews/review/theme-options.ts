import type { BoardData } from '../../../../db/contract/board.ts';
import type { Option } from '../../../ui/index.ts';

type Themes = BoardData['themes'];

export const themeName = (themes: Themes, themeId: string): string =>
  themes.find(({ id }) => id === themeId)?.name ?? 'Another theme';

/** Themes that can still be added (one that was merged into another cannot), each with the group it belongs to. */
export const themeOptions = (themes: Themes, chosen: readonly string[]): readonly Option[] =>
  themes
    .filter(({ id, mergedIntoId }) => mergedIntoId === null && !chosen.includes(id))
    .map(({ id, name, parentThemeId }) => ({
      key: id,
      label: name,
      note: parentThemeId === null ? undefined : themeName(themes, parentThemeId),
    }));
