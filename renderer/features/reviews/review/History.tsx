import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { Button, Skeleton } from '../../../ui/index.ts';
import { HistoryBefore } from './HistoryBefore.tsx';
import { HistoryEntries } from './HistoryEntries.tsx';
import { ReviewPart } from './ReviewPart.tsx';

const step = 20;

/** Every change to the review and what belongs to it, newest first. */
export function History({ detail: { review, hasHistoryBefore } }: { readonly detail: ReviewDetail }) {
  const [limit, setLimit] = useState(step);
  const history = useQuery({
    ...api.history.ofReview.queryOptions({ input: { reviewId: review.id, limit } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ReviewPart
      part="history"
      count={history.data?.total}
      note="Who changed what, and when. Recorded decisions stay; most other changes can be undone."
    >
      {history.isPending && <Skeleton lines={4} />}
      {history.error !== null && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data !== undefined && <HistoryEntries entries={history.data.entries} />}
      {history.data !== undefined && history.data.entries.length < history.data.total && (
        <Button size="small" busy={history.isFetching} onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
          Show earlier changes
        </Button>
      )}
      {hasHistoryBefore && <HistoryBefore reviewId={review.id} />}
    </ReviewPart>
  );
}
