import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BOARD_AREA_LABELS, BOARD_AREAS } from '../../../db/domain/board-areas.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import { Button, EmptyState, FilterBar, FilterChip, RadioGroup, Skeleton } from '../../ui/index.ts';
import { ChoiceChip } from '../reviews/ChoiceChip.tsx';
import { DayFilter } from './DayFilter.tsx';
import { EntryItem } from './EntryItem.tsx';
import { dayOf } from './history-words.ts';
import { noHistoryFilter, searchToHistoryFilter } from './use-history-search.ts';

const step = 50;
const everywhere = 'everywhere';
const areas = [
  { key: everywhere, label: 'The whole board' },
  ...BOARD_AREAS.map((area) => ({ key: area, label: BOARD_AREA_LABELS[area] })),
];

type WhatHappenedProps = { readonly search: ListSearch; readonly change: (part: ListSearch) => void };

/** What was done on the board, newest first, under the days it was done on. */
export function WhatHappened({ search, change }: WhatHappenedProps) {
  const filter = searchToHistoryFilter(search);
  const [limit, setLimit] = useState(step);
  const { data, error, isFetching, refetch } = useQuery({
    ...api.history.recent.queryOptions({ input: { filter, limit } }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const narrow = (part: ListSearch): void => {
    setLimit(step);
    change(part);
  };
  return (
    <>
      <FilterBar label="Filters" count={data === undefined ? undefined : countWords(data.total)}>
        <DayFilter from={filter.from ?? null} until={filter.until ?? null} onChange={narrow} />
        <ChoiceChip
          label="Kind"
          options={(data?.kinds ?? []).map(({ kind, words }) => ({ key: kind, label: words }))}
          chosen={filter.kind ?? []}
          onChange={(chosen) => narrow({ kind: chosen.join(',') })}
        />
        <FilterChip
          label="Part of the board"
          value={filter.area === undefined ? undefined : BOARD_AREA_LABELS[filter.area]}
          onClear={() => narrow({ area: '' })}
        >
          <RadioGroup
            label="Part of the board"
            options={areas}
            value={filter.area ?? everywhere}
            onChange={(area) => narrow({ area: area === everywhere ? '' : area })}
          />
        </FilterChip>
      </FilterBar>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} label="Loading the history" />}
      {data !== undefined && data.entries.length === 0 && (
        <EmptyState
          title="Nothing was changed that fits these filters"
          action={isFiltered && <Button onPress={() => narrow(noHistoryFilter)}>Clear the filters</Button>}
        >
          Take a filter off, or choose other days.
        </EmptyState>
      )}
      {daysOf(data?.entries ?? []).map(({ day, entries }) => (
        <section key={day} className="history-day">
          <h2>{formatDate(day)}</h2>
          <ol className="history-entries">
            {entries.map((entry) => (
              <EntryItem key={entry.operationId} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {data !== undefined && data.entries.length < data.total && (
        <p className="history-more">
          <Button busy={isFetching} onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
            Show earlier changes
          </Button>
          {limit >= 1000 && ' Narrow the days to see what came before.'}
        </p>
      )}
    </>
  );
}

const countWords = (total: number): string => `${total.toLocaleString('en-GB')} ${total === 1 ? 'change' : 'changes'}`;

/** Entries as they come, parted where the day changes. */
const daysOf = <Entry extends { readonly at: number }>(
  entries: readonly Entry[],
): readonly { readonly day: string; readonly entries: readonly Entry[] }[] => {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
};
