import { useMemo } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { useBoard } from '../../app/use-board.ts';
import type { Option } from '../../ui/index.ts';

export type RagLevels = BoardData['ragSchemes'][number]['levels'];

/** The levels of the scheme that this board uses, in their order. */
export const useRagLevels = (): RagLevels => {
  const { board, ragSchemes } = useBoard();
  return useMemo(
    () => ragSchemes.find(({ id }) => id === board.ragSchemeId)?.levels ?? [],
    [ragSchemes, board.ragSchemeId],
  );
};

export const ragOptions = (levels: RagLevels): readonly Option[] =>
  levels.map(({ code, label, symbol, rule }) => ({ key: code, label: `${symbol} ${label}`, note: rule }));
