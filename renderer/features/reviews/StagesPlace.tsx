import '../actions/actions.css';
import './reviews.css';
import './stages/stages.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { goTo } from '../../app/go-to.ts';
import { SavedViews } from '../../app/SavedViews.tsx';
import { api } from '../../client.ts';
import { Button, Page, PageHeader } from '../../ui/index.ts';
import { countWords } from './count-words.ts';
import { ReviewsEmpty } from './list/ReviewsEmpty.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { isFiltered, noReviewFilter, searchToReviewFilter } from './review-filter.ts';
import { StageBoard } from './stages/StageBoard.tsx';
import { useReviewSearch } from './use-review-search.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

export function StagesPlace() {
  const [search, change] = useReviewSearch('/reviews/stages');
  const filter = useMemo(() => searchToReviewFilter(search), [search]);
  const { data, error, refetch } = useQuery({
    ...api.reviews.stageCounts.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page width="list">
      <PageHeader
        title="Reviews"
        action={
          <>
            <ViewSwitch current="/reviews/stages" search={search} />
            <Button kind="primary" icon="add" onPress={() => goTo('/reviews/new')}>
              Record a review
            </Button>
          </>
        }
      />
      <ReviewFilters
        filter={filter}
        change={change}
        count={countWords(data?.total ?? null, data?.of ?? null)}
        tools={<SavedViews place="reviews" search={search} path="/reviews/stages" />}
      />
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && <ReviewsEmpty isFiltered={isFiltered(filter)} onClear={() => change(noReviewFilter)} />}
      {data !== undefined && data.total > 0 && <StageBoard filter={filter} counts={data.counts} />}
    </Page>
  );
}
