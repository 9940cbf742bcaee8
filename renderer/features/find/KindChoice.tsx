import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FoundGroup } from '../../../db/contract/search.ts';
import { FOUND_KIND_LABELS, FOUND_KINDS, type FoundKind } from '../../../db/domain/found-kinds.ts';
import { countOfFound } from '../../app/found-words.ts';

type KindChoiceProps = {
  readonly groups: readonly FoundGroup[];
  readonly only: FoundKind | null;
  readonly onChoose: (kind: FoundKind | null) => void;
};

/** Everything, or one kind of record alone. */
export function KindChoice({ groups, only, onChoose }: KindChoiceProps) {
  return (
    <ToggleButtonGroup
      className="find-kinds"
      aria-label="Show only"
      selectionMode="single"
      selectedKeys={only === null ? [] : [only]}
      onSelectionChange={(keys) => onChoose(FOUND_KINDS.find((kind) => keys.has(kind)) ?? null)}
    >
      {groups.map((group) => (
        <ToggleButton key={group.kind} id={group.kind}>
          {FOUND_KIND_LABELS[group.kind]} <span className="ui-quiet">{countOfFound(group)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
