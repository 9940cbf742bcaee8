import type { EvidenceFilter } from '../../../db/contract/actions.ts';
import { useBoard } from '../../app/use-board.ts';
import { FilterBar } from '../../ui/index.ts';
import { FindField } from '../../app/FindField.tsx';
import { ChoiceChip } from '../reviews/ChoiceChip.tsx';
import type { ChangeSearch } from './use-evidence-search.ts';

type EvidenceFiltersProps = {
  readonly filter: EvidenceFilter;
  readonly change: ChangeSearch;
  readonly count: string;
};

const flags = [
  { key: 'withFiles', label: 'With attached files' },
  { key: 'withoutFiles', label: 'Without attached files' },
  { key: 'unlinked', label: 'Serves no action' },
  { key: 'undated', label: 'Not dated' },
] as const;

export function EvidenceFilters({ filter, change, count }: EvidenceFiltersProps) {
  const { agencies } = useBoard();
  const agencyOptions = [
    ...agencies.map(({ id, name }) => ({ key: id, label: name })),
    { key: 'none', label: 'No agency' },
  ];
  return (
    <FilterBar
      label="Filters"
      search={
        <FindField
          label="Find in evidence"
          find={filter.find ?? ''}
          onFind={(find) => change({ find }, { replace: true })}
        />
      }
      count={count}
    >
      <ChoiceChip
        label="Show only"
        options={flags}
        chosen={flags.filter(({ key }) => filter[key]).map(({ key }) => key)}
        onChange={(chosen) =>
          change(Object.fromEntries(flags.map(({ key }) => [key, chosen.includes(key) ? 'true' : ''])))
        }
      />
      <ChoiceChip
        label="Agency"
        options={agencyOptions}
        chosen={filter.agencyId ?? []}
        onChange={(chosen) => change({ agencyId: chosen.join(',') })}
      />
    </FilterBar>
  );
}
