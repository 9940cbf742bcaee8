import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { DefinitionList, EditableDate, EditableText } from '../../../ui/index.ts';
import { Disclosure } from './Disclosure.tsx';
import { FlagField } from './FlagField.tsx';

/** How long the record is kept. Nothing is deleted by itself; a legal hold says that it must not be. */
export function Retention({ review }: { readonly review: ReviewDetail['review'] }) {
  return (
    <Disclosure label="Retention and legal hold" note={retentionWords(review)}>
      <DefinitionList>
        <EditableText
          label="Retention class"
          value={review.retentionClass}
          onSave={editRecord('reviews', review, 'retentionClass')}
        />
        <EditableDate
          label="Look again on"
          value={dateOf('reviews', review, 'retentionReviewOn')}
          onSave={editDate('reviews', review, 'retentionReviewOn')}
        />
        <FlagField label="Legal hold" value={review.legalHold} onSave={editRecord('reviews', review, 'legalHold')}>
          Must be kept
        </FlagField>
        <EditableText
          label="Reason for the hold"
          value={review.legalHoldReason}
          onSave={editRecord('reviews', review, 'legalHoldReason')}
        />
      </DefinitionList>
    </Disclosure>
  );
}

const retentionWords = ({ legalHold, retentionClass, retentionReviewOn }: ReviewDetail['review']): string =>
  [
    legalHold === 1 ? 'on legal hold' : '',
    retentionClass,
    retentionReviewOn === null ? '' : `look again ${formatDate(retentionReviewOn)}`,
  ]
    .filter(Boolean)
    .join(', ') || 'not recorded';
