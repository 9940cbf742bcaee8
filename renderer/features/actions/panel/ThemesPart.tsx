import { addRecord, removeRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Section, showToast } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { TagPicker } from './TagPicker.tsx';

export function ThemesPart({ detail: { action, themes } }: PartProps) {
  const board = useBoard();
  const taken = new Set(themes.map(({ themeId }) => themeId));
  const nameOf = new Map(board.themes.map(({ id, name }) => [id, name]));
  const options = board.themes
    .filter(({ id, mergedIntoId }) => mergedIntoId === null && !taken.has(id))
    .map(({ id, name, parentThemeId }) => ({ key: id, label: name, note: nameOf.get(parentThemeId ?? '') }));
  const tellIfRefused = async (asked: Promise<{ readonly ok: boolean; readonly message?: string }>): Promise<void> => {
    const outcome = await asked;
    if (!outcome.ok) showToast({ message: outcome.message ?? '', isProblem: true });
  };
  return (
    <Section heading="Themes" level={3}>
      <TagPicker
        chosen={themes.map(({ id, name }) => ({ key: id, label: name }))}
        options={options}
        addLabel="Add a theme"
        fieldLabel="Theme"
        onAdd={(themeId) => void tellIfRefused(addRecord('actionThemes', { actionId: action.id, themeId }))}
        onRemove={(id) => void tellIfRefused(removeRecord('actionThemes', id))}
      />
    </Section>
  );
}
