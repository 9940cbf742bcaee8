import type { RegisteredPack } from '../../../../db/contract/pack-register.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Pill } from '../../../ui/index.ts';

export function TabledPill({ pack: { tabledOn, tabledWords } }: { readonly pack: RegisteredPack }) {
  if (tabledOn !== null)
    return (
      <Pill tone="green" symbol="✓">
        {`Tabled ${formatDate(tabledOn)}`}
      </Pill>
    );
  return (
    <Pill tone="grey" symbol="○">
      {tabledWords.startsWith('On the agenda') ? 'On the agenda' : 'Not tabled'}
    </Pill>
  );
}
