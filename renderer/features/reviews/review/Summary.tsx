import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { REVIEW_LEAD_LABELS } from '../../../../db/domain/codes.ts';
import { useBoard } from '../../../app/use-board.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import {
  Definition,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableSelect,
  EditableText,
} from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { HistoryButton } from './HistoryButton.tsx';
import { Retention } from './Retention.tsx';
import { ReviewPart } from './ReviewPart.tsx';

const leads = labelsToOptions(REVIEW_LEAD_LABELS);

/** What the review is: each line is edited where it stands. */
export function Summary({ detail }: { readonly detail: ReviewDetail }) {
  const { review } = detail;
  const { reviewTypes } = useBoard();
  const type = reviewTypes.find(({ id }) => id === review.reviewTypeId);
  const regimes = (type?.regimes ?? []).map(({ id, name, confirmed, source }) => ({
    key: id,
    label: name,
    note: confirmed === 1 ? source : `${source} (not confirmed)`,
  }));
  const edit = (field: Parameters<typeof editRecord<'reviews'>>[2]) => editRecord('reviews', review, field);
  return (
    <ReviewPart part="summary" actions={<HistoryButton rowId={review.id} title="the summary" />}>
      <div className="review-two-columns">
        <DefinitionList>
          <EditableText
            label="Reference"
            value={review.reference}
            onSave={edit('reference')}
            whenRefusedEmpty="A review needs a reference."
          />
          <EditableText label="Title" value={review.title} onSave={edit('title')} />
          <Definition label="Type">
            {type?.name}
            {type?.statutory === 1 ? ', statutory' : ', not statutory'}
          </Definition>
          {regimes.length > 0 && (
            <EditableSelect label="Regime" options={regimes} value={review.regimeId} onSave={edit('regimeId')} />
          )}
          <EditableSelect label="Lead" options={leads} value={review.lead} onSave={edit('lead')} />
          {review.lead !== 'own' && (
            <EditableText
              label={review.lead === 'joint' ? 'Led jointly with' : 'Body that leads'}
              value={review.leadBody}
              onSave={edit('leadBody')}
            />
          )}
          <EditableText label="Commissioner" value={review.commissioner} onSave={edit('commissioner')} />
          <EditableText label="Owner (post)" value={review.ownerPost} onSave={edit('ownerPost')} />
          <EditableText label="Author (post)" value={review.leadReviewerPost} onSave={edit('leadReviewerPost')} />
          <EditableText label="Method" value={review.method} onSave={edit('method')} />
          <EditableDate
            label="Period from"
            value={dateOf('reviews', review, 'periodFrom')}
            onSave={editDate('reviews', review, 'periodFrom')}
          />
          <EditableDate
            label="Period until"
            value={dateOf('reviews', review, 'periodUntil')}
            onSave={editDate('reviews', review, 'periodUntil')}
          />
          <EditableLongText
            label="Trigger"
            value={review.trigger}
            onSave={edit('trigger')}
            draftKey={`reviews/${review.id}/trigger`}
          />
        </DefinitionList>
      </div>
      <Retention of="review" row={review} reviewId={review.id} />
    </ReviewPart>
  );
}
