import './reviews.css';
import './timeline/timeline.css';
import { useMemo, useState } from 'react';
import type { TimelineRow } from '../../../db/contract/reviews.ts';
import { Failure } from '../../app/Failure.tsx';
import { goTo } from '../../app/go-to.ts';
import { SavedViews } from '../../app/SavedViews.tsx';
import { useBoard } from '../../app/use-board.ts';
import { api, client } from '../../client.ts';
import { Button, Page, PageHeader } from '../../ui/index.ts';
import { countWords } from './count-words.ts';
import { ReviewsEmpty } from './list/ReviewsEmpty.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { isFiltered, noReviewFilter, searchToReviewFilter } from './review-filter.ts';
import { TimeControls } from './timeline/TimeControls.tsx';
import { TimelineDetails } from './timeline/TimelineDetails.tsx';
import { TimelineLegend, TimelinePatterns } from './timeline/TimelineLegend.tsx';
import { TimelineRows } from './timeline/TimelineRows.tsx';
import { type TimeWindow, windowFrom } from './timeline/time-window.ts';
import { useReviewSearch } from './use-review-search.ts';
import { useWindowedRows } from './use-windowed-rows.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

export function TimelinePlace() {
  const [search, change] = useReviewSearch('/reviews/timeline');
  const { today } = useBoard();
  const filter = useMemo(() => searchToReviewFilter(search), [search]);
  const window = useMemo(() => windowFrom(search, today), [search, today]);
  const [asked, setChosen] = useState(0);
  const rows = useWindowedRows<TimelineRow>({
    keyOf: (page) => api.reviews.timeline.queryKey({ input: { filter, ...page } }),
    ask: (page) => client.reviews.timeline({ filter, ...page }),
  });
  const chosen = Math.max(0, Math.min(asked, (rows.total ?? 1) - 1));
  const look = ({ from, years }: TimeWindow): void => change({ from, years: String(years) }, { replace: true });
  return (
    <Page width="list">
      <PageHeader
        title="Reviews"
        action={
          <>
            <ViewSwitch current="/reviews/timeline" search={search} />
            <Button kind="primary" icon="add" onPress={() => goTo('/reviews/new')}>
              Record a review
            </Button>
          </>
        }
      />
      <ReviewFilters
        filter={filter}
        change={change}
        count={countWords(rows.total, rows.of)}
        tools={<SavedViews place="reviews" search={search} path="/reviews/timeline" />}
      />
      {rows.error !== null && <Failure error={rows.error} onRetry={rows.retry} />}
      {rows.total === 0 && <ReviewsEmpty isFiltered={isFiltered(filter)} onClear={() => change(noReviewFilter)} />}
      {rows.total !== null && rows.total > 0 && (
        <>
          <TimelinePatterns />
          <TimeControls window={window} today={today} onChange={look} />
          <TimelineRows
            total={rows.total}
            getRow={rows.getRow}
            onRangeChange={rows.onRangeChange}
            window={window}
            onWindowChange={look}
            today={today}
            chosen={chosen}
            onChoose={setChosen}
          />
          <TimelineDetails row={rows.getRow(chosen)} />
          <TimelineLegend />
        </>
      )}
    </Page>
  );
}
