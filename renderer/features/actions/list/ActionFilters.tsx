import type { ReactNode } from 'react';
import type { ActionFilter } from '../../../../db/contract/actions.ts';
import { ACTION_STATE_LABELS, ACTION_STATES } from '../../../../db/domain/codes.ts';
import { useBoard } from '../../../app/use-board.ts';
import type { ListSearch } from '../../../state/lists.ts';
import { FilterBar, FilterChip } from '../../../ui/index.ts';
import { ChoiceChip } from '../../reviews/ChoiceChip.tsx';
import { useRagLevels } from '../use-rag-levels.ts';
import { FindField } from '../../../app/FindField.tsx';
import { ReviewChip } from './ReviewChip.tsx';

type ActionFiltersProps = {
  readonly filter: ActionFilter;
  readonly change: (part: ListSearch, options?: { readonly replace?: boolean }) => void;
  readonly count: string;
  readonly tools: ReactNode;
};

const states = ACTION_STATES.map((state) => ({ key: state, label: ACTION_STATE_LABELS[state] }));

const flags = [
  { key: 'open', label: 'Open' },
  { key: 'overdue', label: 'Overdue' },
  { key: 'dueSoon', label: 'Due soon' },
  { key: 'noUpdate', label: 'No update received' },
  { key: 'noTarget', label: 'No target date' },
  { key: 'awaitingSignOff', label: 'Awaiting sign-off' },
  { key: 'moved', label: 'Target moved' },
] as const;

/** What narrows the list; all of it stands in the address. */
export function ActionFilters({ filter, change, count, tools }: ActionFiltersProps) {
  const { agencies } = useBoard();
  const levels = useRagLevels();
  const agencyOptions = [
    ...agencies.map(({ id, name }) => ({ key: id, label: name })),
    { key: 'none', label: 'No lead agency' },
  ];
  const ragLevels = [
    ...levels.map(({ code, symbol, label }) => ({ key: code, label: `${symbol} ${label}` })),
    { key: 'none', label: 'Not rated' },
  ];
  const list = (key: 'agencyId' | 'reviewId' | 'rag' | 'state') => ({
    chosen: filter[key] ?? [],
    onChange: (chosen: readonly string[]): void => change({ [key]: chosen.join(',') }),
  });
  return (
    <FilterBar
      label="Filters"
      search={
        <FindField
          label="Find in actions"
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
      <ChoiceChip label="RAG" options={ragLevels} {...list('rag')} />
      <ChoiceChip label="State" options={states} {...list('state')} />
      <ChoiceChip label="Agency" options={agencyOptions} {...list('agencyId')} />
      <ReviewChip {...list('reviewId')} />
      <LinkedFilters filter={filter} change={change} />
    </FilterBar>
  );
}

/** Filters that figures elsewhere lead here with; they show only while they are set. */
function LinkedFilters({ filter, change }: Pick<ActionFiltersProps, 'filter' | 'change'>) {
  const { agencies, bodies, themes, externalReports } = useBoard();
  const jointLead = agencies.find(({ id }) => id === filter.jointAgencyId);
  const theme = themes.find(({ id }) => id === filter.themeId);
  const body = bodies.find(({ id }) => id === filter.awaitingBodyId);
  const report = externalReports.find(({ id }) => id === filter.externalReportId);
  return (
    <>
      {filter.jointAgencyId !== undefined && (
        <FilterChip
          label="Joint lead"
          value={jointLead?.name ?? 'another agency'}
          onClear={() => change({ jointAgencyId: '' })}
        >
          Actions that this agency leads jointly with another.
        </FilterChip>
      )}
      {filter.themeId !== undefined && (
        <FilterChip label="Theme" value={theme?.name ?? 'another theme'} onClear={() => change({ themeId: '' })}>
          Actions that are filed under this theme.
        </FilterChip>
      )}
      {filter.externalReportId !== undefined && (
        <FilterChip
          label="Report"
          value={report?.reference ?? 'another report'}
          onClear={() => change({ externalReportId: '' })}
        >
          Actions that answer this report’s recommendations.
        </FilterChip>
      )}
      {filter.recommendationId !== undefined && (
        <FilterChip label="Answers" value="one recommendation" onClear={() => change({ recommendationId: '' })}>
          Actions that answer this recommendation.
        </FilterChip>
      )}
      {filter.evidenceId !== undefined && (
        <FilterChip label="Evidence" value="one item" onClear={() => change({ evidenceId: '' })}>
          Actions that this item of evidence serves.
        </FilterChip>
      )}
      {filter.awaitingBodyId !== undefined && (
        <FilterChip
          label="Awaiting"
          value={body?.name ?? 'another body'}
          onClear={() => change({ awaitingBodyId: '' })}
        >
          Actions that wait for this body’s decision next.
        </FilterChip>
      )}
    </>
  );
}
