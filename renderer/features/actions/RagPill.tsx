import { Pill } from '../../ui/index.ts';
import type { RagLevels } from './use-rag-levels.ts';

type RagPillProps = { readonly code: string; readonly levels: RagLevels };

/** A level of the board's scheme. One of another scheme, rated before the board changed it, is shown by its code. */
export function RagPill({ code, levels }: RagPillProps) {
  const level = levels.find((candidate) => candidate.code === code);
  if (level === undefined)
    return (
      <Pill tone="grey" symbol="?">
        {code}
      </Pill>
    );
  return (
    <Pill tone={level.tone} symbol={level.symbol}>
      {level.label}
    </Pill>
  );
}
