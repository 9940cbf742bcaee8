import { useBoard } from '../../../app/use-board.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { Definition, Tag } from '../../../ui/index.ts';
import { AddTheme } from './AddTheme.tsx';
import type { RecommendationRow } from './Recommendation.tsx';
import { tellRefusal } from './saving.ts';
import { themeName } from './theme-options.ts';

export function RecommendationThemes({
  recommendation: { id, number, themeIds },
}: {
  readonly recommendation: RecommendationRow;
}) {
  const { themes } = useBoard();
  const add = async (themeId: string): Promise<void> =>
    tellRefusal(await addRecord('recommendationThemes', { recommendationId: id, themeId }));
  return (
    <Definition label="Themes">
      <div className="ui-row">
        {themeIds.map((themeId) => (
          <Tag key={themeId}>{themeName(themes, themeId)}</Tag>
        ))}
        <AddTheme
          label={`Add a theme to recommendation ${number}`}
          chosen={themeIds}
          onAdd={(themeId) => void add(themeId)}
        />
      </div>
    </Definition>
  );
}
