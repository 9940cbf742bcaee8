import './publication.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RegisterRow } from '../../../db/contract/publication.ts';
import { Failure } from '../../app/Failure.tsx';
import { SavedViews } from '../../app/SavedViews.tsx';
import { useListSearch } from '../../app/use-list-search.ts';
import { api } from '../../client.ts';
import { Button, ColumnChooser, DataGrid, EmptyState, Page, PageHeader, Skeleton } from '../../ui/index.ts';
import { useChosenColumns } from '../actions/list/use-chosen-columns.ts';
import { useFocusBackToGrid } from '../actions/list/use-focus-back-to-grid.ts';
import { DelaysOverTime } from './DelaysOverTime.tsx';
import { PublicationPanel } from './PublicationPanel.tsx';
import { ReasonLinks } from './ReasonLinks.tsx';
import { RegisterFigures } from './RegisterFigures.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { registerColumns } from './register-columns.tsx';
import {
  isFiltered,
  noRegisterFilter,
  searchToRegisterFilter,
  searchToSort,
  sortRegister,
  sortToSearch,
} from './register-search.ts';
import { Reminders } from './Reminders.tsx';
import { Statements } from './Statements.tsx';

/** The publication register: what is published, what is not and why, said first in words. */
export function PublicationPlace() {
  const [search, change] = useListSearch('publication');
  const filter = useMemo(() => searchToRegisterFilter(search), [search]);
  const { data, error, refetch } = useQuery({
    ...api.publication.register.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  });
  const sort = searchToSort(search);
  const { key, direction } = sort;
  const rows = useMemo(() => sortRegister(data?.rows ?? [], { key, direction }), [data?.rows, key, direction]);
  const { shown, chooser } = useChosenColumns('publication', registerColumns);
  const openId = search['review'] ?? null;
  useFocusBackToGrid(openId !== null);
  return (
    <Page width="list">
      <PageHeader title="Publication" />
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={12} label="Loading the register" />}
      {data !== undefined && (
        <>
          <div className="register-top">
            <Statements statements={data.statements} />
            <RegisterFigures counts={data.counts} />
            <ReasonLinks byReason={data.byReason} />
            <Reminders />
            <DelaysOverTime />
          </div>
          <RegisterFilters
            filter={filter}
            change={change}
            count={countWords(rows.length, data.of)}
            tools={
              <>
                <SavedViews place="publication" search={search} />
                <ColumnChooser {...chooser} />
              </>
            }
          />
          <div className="register-grid">
            <DataGrid
              ariaLabel="Publication register"
              columns={shown}
              rowCount={rows.length}
              getRow={(index) => rows[index]}
              rowKey={rowKey}
              sort={sort}
              onSortChange={(next) => change(sortToSearch(next), { replace: true })}
              activeKey={openId}
              onOpen={({ reviewId }) => change({ review: reviewId }, { replace: openId !== null })}
              emptyState={<RegisterEmpty isFiltered={isFiltered(search)} onClear={() => change(noRegisterFilter)} />}
            />
          </div>
        </>
      )}
      {openId !== null && <PublicationPanel reviewId={openId} onClose={() => change({ review: '' })} />}
    </Page>
  );
}

const rowKey = ({ reviewId }: RegisterRow): string => reviewId;

const countWords = (shown: number, of: number): string => {
  const all = `${of.toLocaleString('en-GB')} ${of === 1 ? 'review' : 'reviews'}`;
  return shown === of ? all : `${shown.toLocaleString('en-GB')} of ${all}`;
};

type RegisterEmptyProps = { readonly isFiltered: boolean; readonly onClear: () => void };

function RegisterEmpty({ isFiltered: hasFilter, onClear }: RegisterEmptyProps) {
  if (hasFilter)
    return (
      <EmptyState title="No review matches these filters" action={<Button onPress={onClear}>Clear the filters</Button>}>
        Take a filter off, or look for other words.
      </EmptyState>
    );
  return (
    <EmptyState title="No review is recorded yet">
      Each review stands here from the day it is recorded: whether and how it will be published, what delays that, since
      when, and by which event the delay ends. Record the first one under Reviews.
    </EmptyState>
  );
}
