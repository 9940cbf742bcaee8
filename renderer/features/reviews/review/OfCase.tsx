import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { goTo } from '../../../app/go-to.ts';
import { hrefTo } from '../../../app/links.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import {
  Button,
  Definition,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableText,
  Section,
  type SimpleColumn,
  SimpleTable,
} from '../../../ui/index.ts';
import { ConvertDialog } from './ConvertDialog.tsx';
import { Retention } from './Retention.tsx';
import { ReviewPart } from './ReviewPart.tsx';

type Sibling = ReviewDetail['siblings'][number];

/** The incident behind the review, and the other reviews of it, at once or in sequence. */
export function OfCase({ detail }: { readonly detail: ReviewDetail }) {
  const { case: ofCase, review, siblings, labels, subjects } = detail;
  const [isConverting, setConverting] = useState(false);
  return (
    <ReviewPart
      part="case"
      count={siblings.length}
      note="One incident can have several reviews, at once or in sequence."
    >
      <DefinitionList>
        <EditableText
          label="Case"
          value={ofCase.reference}
          onSave={editRecord('cases', ofCase, 'reference')}
          whenRefusedEmpty="A case needs a reference."
        />
        <EditableDate
          label="Date of the incident"
          value={dateOf('cases', ofCase, 'incidentOn', 'incidentText')}
          onSave={editDate('cases', ofCase, 'incidentOn', 'incidentText')}
        />
        <Definition label="About">
          {subjects.length === 0 ? 'No child or adult is recorded' : subjectWords(subjects)}
          {labels.length > 0 && `, known as ${labels.map(({ label }) => label).join(', ')}`}
        </Definition>
        <EditableLongText
          label="Note on the case"
          value={ofCase.note}
          onSave={editRecord('cases', ofCase, 'note')}
          draftKey={`cases/${ofCase.id}/note`}
        />
      </DefinitionList>
      <Section level={3} heading="Other reviews of this case" count={siblings.length}>
        <SimpleTable
          caption="Other reviews of this case"
          hideCaption
          columns={columnsFor(review)}
          rows={siblings}
          rowKey={({ id }) => id}
          whenEmpty="This is the only review of the case."
        />
        <div className="review-add ui-row">
          <Button kind="quiet" size="small" icon="add" onPress={() => goTo(`/reviews/new?beside=${review.id}`)}>
            Add another review of this case
          </Button>
          <Button kind="quiet" size="small" icon="add" onPress={() => setConverting(true)}>
            Convert to another type of review
          </Button>
        </div>
      </Section>
      <Retention of="case" row={ofCase} reviewId={review.id} />
      {isConverting && <ConvertDialog detail={detail} onClose={() => setConverting(false)} />}
    </ReviewPart>
  );
}

const columnsFor = (review: ReviewDetail['review']): readonly SimpleColumn<Sibling>[] => [
  {
    key: 'reference',
    heading: 'Reference',
    isRowHeading: true,
    render: ({ id, reference }) => <a href={hrefTo(`/reviews/${id}`)}>{reference}</a>,
  },
  { key: 'type', heading: 'Type', render: ({ type }) => type },
  { key: 'stage', heading: 'Stage', render: ({ stage }) => stage },
  { key: 'relation', heading: 'Beside this one', render: (sibling) => relationWords(sibling, review) },
];

export const relationWords = (
  { id, convertedFromReviewId }: Pick<Sibling, 'id' | 'convertedFromReviewId'>,
  review: Pick<ReviewDetail['review'], 'id' | 'convertedFromReviewId'>,
): string => {
  if (id === review.convertedFromReviewId) return 'Converted into this review';
  return convertedFromReviewId === review.id ? 'This review was converted into it' : 'Of the same case';
};

const subjectWords = (subjects: ReviewDetail['subjects']): string => {
  const count = (kind: 'child' | 'adult'): number => subjects.filter((subject) => subject.kind === kind).length;
  return [
    ...(count('child') > 0 ? [count('child') === 1 ? '1 child' : `${count('child')} children`] : []),
    ...(count('adult') > 0 ? [count('adult') === 1 ? '1 adult' : `${count('adult')} adults`] : []),
  ].join(' and ');
};
