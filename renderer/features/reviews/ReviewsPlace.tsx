import './reviews.css';
import { useMemo, useState } from 'react';
import type { ReviewRow } from '../../../db/contract/reviews.ts';
import { Failure } from '../../app/Failure.tsx';
import { goTo } from '../../app/go-to.ts';
import { SavedViews } from '../../app/SavedViews.tsx';
import { useBoard } from '../../app/use-board.ts';
import { api, client } from '../../client.ts';
import { showColumns, useShownColumns } from '../../state/lists.ts';
import { Button, ColumnChooser, DataGrid, IconButton, Menu, Page, PageHeader, useReadOnly } from '../../ui/index.ts';
import { Conversions } from './Conversions.tsx';
import { countWords } from './count-words.ts';
import { reviewColumns, usualColumns } from './list/review-columns.tsx';
import { ReviewsEmpty } from './list/ReviewsEmpty.tsx';
import { searchToSort, sortToGrid, sortToSearch } from './list/review-sort.ts';
import { ReceiveReviewDialog } from './ReceiveReviewDialog.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { isFiltered, noReviewFilter, searchToReviewFilter } from './review-filter.ts';
import { useReviewSearch } from './use-review-search.ts';
import { useWindowedRows } from './use-windowed-rows.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

export function ReviewsPlace() {
  const [search, change] = useReviewSearch('/reviews');
  const { today } = useBoard();
  const isReadOnly = useReadOnly();
  const [isReceiving, setReceiving] = useState(false);
  const filter = useMemo(() => searchToReviewFilter(search), [search]);
  const question = { filter, sort: searchToSort(search) };
  const rows = useWindowedRows<ReviewRow>({
    keyOf: (page) => api.reviews.list.queryKey({ input: { ...question, ...page } }),
    ask: (page) => client.reviews.list({ ...question, ...page }),
  });
  const columns = useMemo(() => reviewColumns(today), [today]);
  const chosenKeys = useShownColumns('reviews');
  const shownKeys = useMemo(() => chosenKeys ?? usualColumns(columns), [chosenKeys, columns]);
  const shown = useMemo(() => columns.filter(({ key }) => shownKeys.includes(key)), [columns, shownKeys]);
  const hidden = new Set(keysOf(columns).filter((key) => !shownKeys.includes(key)));
  return (
    <Page width="list">
      <PageHeader
        title="Reviews"
        action={
          <>
            <ColumnChooser
              columns={columns}
              hidden={hidden}
              onChange={(left) =>
                showColumns(
                  'reviews',
                  keysOf(columns).filter((key) => !left.has(key)),
                )
              }
            />
            <ViewSwitch current="/reviews" search={search} />
            <Button kind="primary" icon="add" onPress={() => goTo('/reviews/new')}>
              Record a review
            </Button>
            {!isReadOnly && (
              <Menu
                label="More for reviews"
                trigger={<IconButton icon="more" label="More for reviews" />}
                items={[
                  {
                    key: 'receive',
                    label: 'Receive a review',
                    note: 'That another board handed over to this one',
                    onChoose: () => setReceiving(true),
                  },
                ]}
              />
            )}
          </>
        }
      />
      <ReviewFilters
        filter={filter}
        change={change}
        count={countWords(rows.total, rows.of)}
        tools={<SavedViews place="reviews" search={search} />}
      />
      <Conversions />
      {rows.error !== null && <Failure error={rows.error} onRetry={rows.retry} />}
      {rows.total !== null && (
        <DataGrid
          ariaLabel="Reviews"
          columns={shown}
          rowCount={rows.total}
          getRow={rows.getRow}
          rowKey={rowKey}
          onRangeChange={rows.onRangeChange}
          sort={sortToGrid(question.sort)}
          onSortChange={(sort) => change(sortToSearch(sort), { replace: true })}
          onOpen={openReview}
          emptyState={<ReviewsEmpty isFiltered={isFiltered(filter)} onClear={() => change(noReviewFilter)} />}
        />
      )}
      {isReceiving && <ReceiveReviewDialog onClose={() => setReceiving(false)} />}
    </Page>
  );
}

const rowKey = (row: ReviewRow): string => row.id;
const openReview = (row: ReviewRow): void => goTo(`/reviews/${row.id}`);
const keysOf = (columns: readonly { readonly key: string }[]): readonly string[] => columns.map(({ key }) => key);
