import { useMemo } from 'react';
import { useBoard } from '../../../app/use-board.ts';
import type { RagKey } from '../preview-model.ts';

/** The key to the ratings that the board uses. */
export const useBoardRagKey = (): RagKey => {
  const { board, ragSchemes } = useBoard();
  return useMemo(() => {
    const scheme = ragSchemes.find(({ id }) => id === board.ragSchemeId);
    return { scheme: scheme?.name ?? '', levels: scheme?.levels ?? [] };
  }, [board.ragSchemeId, ragSchemes]);
};
