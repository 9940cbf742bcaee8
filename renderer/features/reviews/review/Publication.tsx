import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { PUBLICATION_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { Button, Pill } from '../../../ui/index.ts';
import { ReleasedPart } from '../../released/ReleasedPart.tsx';
import { ReleasePlan } from '../../released/ReleasePlan.tsx';
import { AddInline } from './AddInline.tsx';
import { DecidePublicationDialog } from './DecidePublicationDialog.tsx';
import { Delays } from './Delays.tsx';
import { PublicationDecisions } from './PublicationDecisions.tsx';
import { PublicationRecord } from './PublicationRecord.tsx';
import { PUBLICATION_LOOKS } from './publication-look.ts';
import { PublishForm } from './PublishForm.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { TakeDownForm } from './TakeDownForm.tsx';

/** Where publication stands, what was decided, and what holds it up. Complete is not published. */
export function Publication({ detail }: { readonly detail: ReviewDetail }) {
  const { review, publication } = detail;
  const { state, words, record } = publication;
  const [isDeciding, setDeciding] = useState(false);
  const isOut = state === 'published';
  return (
    <ReviewPart
      part="publication"
      actions={
        <Button size="small" onPress={() => setDeciding(true)}>
          Record a decision
        </Button>
      }
    >
      <p className="review-standing">
        <Pill {...PUBLICATION_LOOKS[state]}>{PUBLICATION_STATE_LABELS[state]}</Pill>
        <span>{words}</span>
      </p>
      <PublicationRecord reviewId={review.id} record={record} />
      {isOut ? (
        <AddInline label="Take the report down" icon="hide">
          {(close) => <TakeDownForm reviewId={review.id} onClose={close} />}
        </AddInline>
      ) : (
        <AddInline label="Record publication" icon="publication">
          {(close) => (
            <PublishForm
              reviewId={review.id}
              hasOpenDelays={publication.delays.some(({ endedOn }) => endedOn === null)}
              onClose={close}
            />
          )}
        </AddInline>
      )}
      <PublicationDecisions decisions={publication.decisions} />
      <Delays reviewId={review.id} delays={publication.delays} />
      <ReleasedPart subject={{ of: { reviewId: review.id }, what: review.reference }}>
        <ReleasePlan reviewId={review.id} reference={review.reference} />
      </ReleasedPart>
      {isDeciding && <DecidePublicationDialog reviewId={review.id} onClose={() => setDeciding(false)} />}
    </ReviewPart>
  );
}
