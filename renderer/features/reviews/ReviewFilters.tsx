import { FindField } from '../../app/FindField.tsx';
import type { ReactNode } from 'react';
import type { ReviewFilter } from '../../../db/contract/reviews.ts';
import { PUBLICATION_STATE_LABELS, REVIEW_LEAD_LABELS, STAGE_KIND_LABELS } from '../../../db/domain/codes.ts';
import { useBoard } from '../../app/use-board.ts';
import { FilterBar, FilterChip } from '../../ui/index.ts';
import { ChoiceChip } from './ChoiceChip.tsx';
import { FlagChip } from './FlagChip.tsx';
import { labelsToOptions } from './labels-to-options.ts';
import type { ChangeSearch } from './use-review-search.ts';

export type ReviewFiltersProps = {
  readonly filter: ReviewFilter;
  readonly change: ChangeSearch;
  /** "38 of 412 reviews". */
  readonly count: string;
  readonly tools?: ReactNode;
};

const stages = labelsToOptions(STAGE_KIND_LABELS);
const leads = labelsToOptions(REVIEW_LEAD_LABELS);
const states = labelsToOptions(PUBLICATION_STATE_LABELS);

/** What narrows the list, the stage board and the timeline alike. */
export function ReviewFilters({ filter, change, count, tools }: ReviewFiltersProps) {
  const { reviewTypes } = useBoard();
  const types = reviewTypes.map(({ id, name }) => ({ key: id, label: name }));
  const list = (key: 'reviewTypeId' | 'stageKind' | 'lead' | 'publication') => ({
    chosen: filter[key] ?? [],
    onChange: (chosen: readonly string[]): void => change({ [key]: chosen.join(',') }),
  });
  const flag = (key: 'late' | 'completeUnpublished' | 'retentionDue' | 'legalHold' | 'converted') => ({
    isOn: filter[key] === true,
    onChange: (isOn: boolean): void => change({ [key]: isOn ? 'true' : '' }),
  });
  return (
    <FilterBar
      label="Filters"
      search={
        <FindField
          label="Find by label, reference or title"
          find={filter.find ?? ''}
          onFind={(find) => change({ find }, { replace: true })}
        />
      }
      count={count}
      tools={tools}
    >
      <FlagChip label="Late" {...flag('late')} />
      <FlagChip label="Live" isOn={filter.live === true} onChange={(isOn) => change({ live: isOn ? 'true' : '' })} />
      {filter.live === false && <FlagChip label="No longer live" isOn onChange={() => change({ live: '' })} />}
      <FlagChip label="Complete and unpublished" {...flag('completeUnpublished')} />
      <FlagChip label="Retention review due" {...flag('retentionDue')} />
      {filter.legalHold === true && <FlagChip label="On legal hold" {...flag('legalHold')} />}
      {filter.converted === true && <FlagChip label="Converted from another" {...flag('converted')} />}
      <ChoiceChip label="Type" options={types} {...list('reviewTypeId')} />
      <ChoiceChip label="Stage" options={stages} {...list('stageKind')} />
      <ChoiceChip label="Lead" options={leads} {...list('lead')} />
      <ChoiceChip label="Publication" options={states} {...list('publication')} />
      <FiguresFilters filter={filter} change={change} />
    </FilterBar>
  );
}

/** Filters that figures elsewhere lead here with; they show only while they are set. */
function FiguresFilters({ filter, change }: Pick<ReviewFiltersProps, 'filter' | 'change'>) {
  const { bodies, delayReasons, themes } = useBoard();
  const nameOf = (bodyId: string): string => bodies.find(({ id }) => id === bodyId)?.name ?? 'another body';
  const reason = delayReasons.find(({ id }) => id === filter.delayReasonId);
  const theme = themes.find(({ id }) => id === filter.themeId);
  return (
    <>
      {filter.delayReasonId !== undefined && (
        <FilterChip
          label="Delayed by"
          value={reason?.name ?? 'another reason'}
          onClear={() => change({ delayReasonId: '' })}
        >
          Reviews whose publication is delayed by this now.
        </FilterChip>
      )}
      {filter.themeId !== undefined && (
        <FilterChip label="Theme" value={theme?.name ?? 'another theme'} onClear={() => change({ themeId: '' })}>
          Reviews that are filed under this theme.
        </FilterChip>
      )}
      {filter.awaitingReportOf !== undefined && (
        <FilterChip
          label="Report awaiting"
          value={nameOf(filter.awaitingReportOf)}
          onClear={() => change({ awaitingReportOf: '' })}
        >
          Reviews whose report waits for this body’s decision next.
        </FilterChip>
      )}
      {filter.awaitingPlanOf !== undefined && (
        <FilterChip
          label="Plan awaiting"
          value={nameOf(filter.awaitingPlanOf)}
          onClear={() => change({ awaitingPlanOf: '' })}
        >
          Reviews whose action plan waits for this body’s decision next.
        </FilterChip>
      )}
    </>
  );
}
