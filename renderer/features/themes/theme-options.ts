import type { BoardData } from '../../../db/contract/board.ts';
import { inTreeOrder } from '../../../db/domain/theme-tree.ts';
import type { Option } from '../../ui/index.ts';

/** Every theme that something can be filed under, in tree order, each with the one it stands under. */
export const themeChoices = (themes: BoardData['themes']): readonly Option[] => {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  return inTreeOrder(themes).map(({ theme: { id, name, parentThemeId } }) => ({
    key: id,
    label: name,
    note: parentThemeId === null ? undefined : names.get(parentThemeId),
  }));
};
