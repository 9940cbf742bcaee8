import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskFilter } from '../../../../db/contract/themes.ts';
import { MONTHS_TO_EMBED, MONTHS_TO_VERIFY, ROUTE_STATE_LABELS } from '../../../../db/domain/theme-routes.ts';
import { type FilterKinds, searchToFilter } from '../../../app/list-search.ts';
import { Failure } from '../../../app/Failure.tsx';
import { themesHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { api } from '../../../client.ts';
import {
  Button,
  EmptyState,
  FilterBar,
  FilterChip,
  SearchField,
  Section,
  type SimpleColumn,
  SimpleTable,
  Skeleton,
} from '../../../ui/index.ts';
import { ChoiceChip } from '../../reviews/ChoiceChip.tsx';
import { FlagChip } from '../../reviews/FlagChip.tsx';
import { labelsToOptions } from '../../reviews/labels-to-options.ts';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { useThemesSearch } from '../themes-search.ts';
import { NewTask } from './NewTask.tsx';
import { TaskTable } from './TaskTable.tsx';

const kinds: FilterKinds<Omit<TaskFilter, 'find'>> = {
  bodyId: 'text',
  state: 'list',
  open: 'flag',
  overdue: 'flag',
  themeId: 'text',
};
const states = labelsToOptions(ROUTE_STATE_LABELS);

/** Themes passed to a body, which embeds the change and verifies that it worked. */
export function TasksView() {
  const [search, change] = useThemesSearch();
  const { bodies, themes } = useBoard();
  const [find, setFind] = useState('');
  const filter = searchToFilter<Omit<TaskFilter, 'find'>>(search, kinds);
  const { data, error, refetch } = useQuery({
    ...api.themes.tasks.queryOptions({ input: { filter: { ...filter, find } } }),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = find.trim() !== '' || Object.keys(filter).length > 0;
  const clear = (): void => {
    setFind('');
    change(Object.fromEntries(Object.keys(kinds).map((key) => [key, ''])));
  };
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Loading the tasks" />;
  const bodyName =
    filter.bodyId === 'none'
      ? 'Bodies named in words'
      : (bodies.find(({ id }) => id === filter.bodyId)?.name ?? 'another body');
  return (
    <>
      <ByBody byBody={data.byBody} />
      <Section
        heading="Tasks"
        note={`A task counts as overdue when it is not embedded ${MONTHS_TO_EMBED} months after it was passed on, or not verified ${MONTHS_TO_VERIFY} months after it was embedded. The months are a reminder of this program, not a rule of the field.`}
      >
        <FilterBar
          label="Filters"
          search={<SearchField label="Find in themes, tasks and findings" value={find} onChange={setFind} />}
          count={countWords(data.rows.length, data.of)}
        >
          <FlagChip
            label="Open"
            isOn={filter.open === true}
            onChange={(isOn) => change({ open: isOn ? 'true' : '' })}
          />
          <FlagChip
            label="Overdue"
            isOn={filter.overdue === true}
            onChange={(isOn) => change({ overdue: isOn ? 'true' : '' })}
          />
          <ChoiceChip
            label="State"
            options={states}
            chosen={filter.state ?? []}
            onChange={(chosen) => change({ state: chosen.join(',') })}
          />
          {filter.bodyId !== undefined && (
            <FilterChip label="Body" value={bodyName} onClear={() => change({ bodyId: '' })}>
              Tasks of this body.
            </FilterChip>
          )}
          {filter.themeId !== undefined && (
            <FilterChip
              label="Theme"
              value={themes.find(({ id }) => id === filter.themeId)?.name ?? 'another theme'}
              onClear={() => change({ themeId: '' })}
            >
              Tasks for this theme and those below it.
            </FilterChip>
          )}
        </FilterBar>
        {data.rows.length === 0 ? (
          <NoTasks isNarrowed={isNarrowed} onClear={clear} />
        ) : (
          <TaskTable tasks={data.rows} caption="Tasks to embed and verify" />
        )}
        <AddInline label="Pass a theme to a body">{(close) => <NewTask onClose={close} />}</AddInline>
      </Section>
    </>
  );
}

function NoTasks({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  if (isNarrowed)
    return (
      <EmptyState title="No task matches these filters" action={<Button onPress={onClear}>Clear the filters</Button>} />
    );
  return (
    <EmptyState title="No theme is passed to a body yet">
      Pass a theme that recurs to a sub-group: it embeds the change in practice, and later verifies that it worked.
    </EmptyState>
  );
}

type BodyTasks = {
  readonly bodyId: string | null;
  readonly body: string;
  readonly open: number;
  readonly overdue: number;
};

const figure = (row: BodyTasks, count: number, words: string, search: Record<string, string>) =>
  count === 0 ? (
    <span className="ui-quiet">0</span>
  ) : (
    <a
      href={themesHref('tasks', { bodyId: row.bodyId ?? 'none', ...search })}
      aria-label={`${count} ${words}: ${row.body}`}
    >
      {count}
    </a>
  );

const bodyColumns: readonly SimpleColumn<BodyTasks>[] = [
  { key: 'body', heading: 'Body', isRowHeading: true, render: ({ body }) => body },
  {
    key: 'open',
    heading: 'Open',
    align: 'end',
    width: '96px',
    render: (row) => figure(row, row.open, 'open tasks', { open: 'true' }),
  },
  {
    key: 'overdue',
    heading: 'Overdue',
    align: 'end',
    width: '96px',
    render: (row) => figure(row, row.overdue, 'overdue tasks', { overdue: 'true' }),
  },
];

function ByBody({ byBody }: { readonly byBody: readonly BodyTasks[] }) {
  return (
    <Section heading="Open tasks by body">
      <SimpleTable
        caption="Open tasks by body"
        hideCaption
        columns={bodyColumns}
        rows={byBody}
        rowKey={({ bodyId }) => bodyId ?? 'none'}
        whenEmpty="No task is open."
      />
    </Section>
  );
}

const countWords = (shown: number, of: number): string => {
  const all = `${of} ${of === 1 ? 'task' : 'tasks'}`;
  return shown === of ? all : `${shown} of ${all}`;
};
