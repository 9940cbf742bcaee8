import '../actions/actions.css';
import './reviews.css';
import './review/review.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { api } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import { Notice, Page, PageHeader, ReadOnly, Skeleton, useReadOnly } from '../../ui/index.ts';
import { OpenHistory, type HistoryQuestion } from './review/record-history.ts';
import { RecordHistoryPanel } from './review/RecordHistoryPanel.tsx';
import { HandedOverNotice } from './review/HandedOverNotice.tsx';
import { ReviewHeader } from './review/ReviewHeader.tsx';
import { ReviewParts } from './review/ReviewParts.tsx';
import { SectionNav } from './review/SectionNav.tsx';
import { showPart } from './review/show-part.ts';
import { WhatIsLate } from './review/WhatIsLate.tsx';

export function ReviewPlace() {
  const { reviewId = '' } = useParams({ strict: false });
  const { section } = useSearch({ strict: false }) as ListSearch;
  const { data: detail, error, refetch } = useQuery(api.reviews.get.queryOptions({ input: { id: reviewId } }));
  const [question, setQuestion] = useState<HistoryQuestion | null>(null);
  const isReadOnly = useReadOnly();
  const isLoaded = detail !== undefined;
  useEffect(() => {
    if (isLoaded && section !== undefined) showPart(section);
  }, [isLoaded, reviewId, section]);
  if (error !== null)
    return (
      <Page width="reading">
        <PageHeader title="This review cannot be shown" />
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (detail === undefined)
    return (
      <Page>
        <Skeleton lines={10} label="Opening the review" />
      </Page>
    );
  return (
    <OpenHistory value={setQuestion}>
      <Page>
        {/* What belongs to a review that was handed over is only read here; the hand-over itself can be taken back. */}
        <HandedOverNotice detail={detail} />
        <ReadOnly value={isReadOnly || detail.handedOver !== null}>
          <ReviewHeader detail={detail} />
          {detail.review.removed !== null && (
            <Notice kind="warning" title="This review was removed.">
              It is in no list and no pack. Bring it back under History, Removed.
            </Notice>
          )}
          <WhatIsLate detail={detail} />
          <div className="review-page">
            <SectionNav detail={detail} />
            <ReviewParts key={reviewId} detail={detail} />
          </div>
        </ReadOnly>
      </Page>
      {question !== null && (
        <RecordHistoryPanel
          key={`${question.rowId} ${question.field ?? ''}`}
          question={question}
          onClose={() => setQuestion(null)}
        />
      )}
    </OpenHistory>
  );
}
