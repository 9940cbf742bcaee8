import type { BoardData } from '../../../db/contract/board.ts';
import { ComboBox, FilterChip } from '../../ui/index.ts';
import { themeChoices } from './theme-options.ts';

type ThemeChipProps = {
  readonly themes: BoardData['themes'];
  readonly themeId: string | null;
  /** '' takes the filter off. */
  readonly onChange: (themeId: string) => void;
};

/** Narrows to a theme and those below it. */
export function ThemeChip({ themes, themeId, onChange }: ThemeChipProps) {
  return (
    <FilterChip
      label="Theme"
      value={themeId === null ? undefined : (themes.find(({ id }) => id === themeId)?.name ?? 'another theme')}
      onClear={() => onChange('')}
    >
      <ComboBox
        label="Theme, with those below it"
        options={themeChoices(themes)}
        value={themeId}
        onChange={(key) => onChange(key ?? '')}
      />
    </FilterChip>
  );
}
