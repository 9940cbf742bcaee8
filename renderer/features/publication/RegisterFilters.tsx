import type { ReactNode } from 'react';
import type { PublicationFilter } from '../../../db/contract/publication.ts';
import { PUBLICATION_STATE_LABELS, PUBLICATION_STATES } from '../../../db/domain/codes.ts';
import { useBoard } from '../../app/use-board.ts';
import type { ListSearch } from '../../state/lists.ts';
import { FilterBar, FilterChip, RadioGroup } from '../../ui/index.ts';
import { FindField } from '../../app/FindField.tsx';
import { ChoiceChip } from '../reviews/ChoiceChip.tsx';

type RegisterFiltersProps = {
  readonly filter: PublicationFilter;
  readonly change: (part: ListSearch, options?: { readonly replace?: boolean }) => void;
  readonly count: string;
  readonly tools: ReactNode;
};

const states = PUBLICATION_STATES.map((state) => ({ key: state, label: PUBLICATION_STATE_LABELS[state] }));

const flags = [
  { key: 'completeUnpublished', label: 'Complete and unpublished' },
  { key: 'reviewOverdue', label: 'Review of the delay overdue' },
  { key: 'endPassed', label: 'Expected end has passed' },
  { key: 'leavingSite', label: 'Leaving the website' },
] as const;

export function RegisterFilters({ filter, change, count, tools }: RegisterFiltersProps) {
  const { delayReasons } = useBoard();
  const reason = delayReasons.find(({ id }) => id === filter.delayReasonId);
  return (
    <FilterBar
      label="Filters"
      search={
        <FindField
          label="Find a review"
          find={filter.find ?? ''}
          onFind={(find) => change({ find }, { replace: true })}
        />
      }
      count={count}
      tools={tools}
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
        label="State"
        options={states}
        chosen={filter.state ?? []}
        onChange={(chosen) => change({ state: chosen.join(',') })}
      />
      <FilterChip
        label="Delayed by"
        value={filter.delayReasonId === undefined ? undefined : (reason?.name ?? 'another reason')}
        onClear={() => change({ delayReasonId: '' })}
      >
        <RadioGroup
          label="Delayed by"
          options={delayReasons.map(({ id, name }) => ({ key: id, label: name }))}
          value={filter.delayReasonId ?? null}
          onChange={(delayReasonId) => change({ delayReasonId })}
        />
      </FilterChip>
    </FilterBar>
  );
}
