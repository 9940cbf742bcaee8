import { useState } from 'react';
import { client } from '../../../client.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { runAct } from '../acts/run-act.ts';
import { ThemePicks } from '../acts/ThemePicks.tsx';
import { recommendationWords } from './recommendation-words.ts';

type RecommendationThemesDialogProps = {
  readonly recommendations: readonly { readonly id: string; readonly number: string }[];
  readonly onClose: () => void;
};

export function RecommendationThemesDialog({ recommendations, onClose }: RecommendationThemesDialogProps) {
  const [themeIds, setThemeIds] = useState<readonly string[]>([]);
  const words = recommendationWords(recommendations);
  const submit = () =>
    runAct(
      () => client.recommendations.addThemes({ ids: recommendations.map(({ id }) => id), themeIds: [...themeIds] }),
      `Filed ${words} under themes`,
    );
  return (
    <ActDialog
      title={`File ${words} under themes`}
      submitLabel="File under these themes"
      onClose={onClose}
      isReady={themeIds.length > 0}
      onSubmit={submit}
    >
      {(tried) => (
        <ThemePicks
          label="Themes"
          chosen={themeIds}
          onChange={setThemeIds}
          error={tried && themeIds.length === 0 ? 'Choose at least one theme.' : undefined}
          autoFocus
        />
      )}
    </ActDialog>
  );
}
