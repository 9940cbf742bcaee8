import type { ActionRow } from '../../../../db/contract/actions.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Pill } from '../../../ui/index.ts';

/** The level that the board's scheme shows for the action, or that it is not rated. */
export function ActionRag({ action: { rag } }: { readonly action: ActionRow }) {
  const { board, ragSchemes } = useBoard();
  const level = ragSchemes.find(({ id }) => id === board.ragSchemeId)?.levels.find(({ code }) => code === rag);
  if (level === undefined) return <span className="ui-quiet">{rag ?? 'Not rated'}</span>;
  return (
    <Pill tone={level.tone} symbol={level.symbol}>
      {level.label}
    </Pill>
  );
}
