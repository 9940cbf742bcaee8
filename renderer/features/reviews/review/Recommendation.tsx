import type { ActionRow } from '../../../../db/contract/actions.ts';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { RECOMMENDATION_SCOPE_LABELS } from '../../../../db/domain/codes.ts';
import { editRecord } from '../../../app/use-record-edit.ts';
import { Definition, DefinitionList, EditableLongText, EditableSelect, EditableText } from '../../../ui/index.ts';
import { AgencyAnswers } from '../../actions/recommendations/AgencyAnswers.tsx';
import { ReleasedWords } from '../../released/ReleasedWords.tsx';
import { labelsToOptions } from '../labels-to-options.ts';
import { ActionTable } from './ActionTable.tsx';
import { AddInline } from './AddInline.tsx';
import { FlagField } from './FlagField.tsx';
import { NewAction } from './NewAction.tsx';
import { nextActionNumber } from './plan-words.ts';
import { RecommendationThemes } from './RecommendationThemes.tsx';
import { RowTools } from './RowTools.tsx';

export type RecommendationRow = ReviewDetail['recommendations'][number];

export type RecommendationProps = {
  readonly recommendation: RecommendationRow;
  readonly actions: readonly ActionRow[];
};

const scopes = labelsToOptions(RECOMMENDATION_SCOPE_LABELS);

export function Recommendation({ recommendation, actions }: RecommendationProps) {
  const { id, number, reviewId } = recommendation;
  const edit = (field: Parameters<typeof editRecord<'recommendations'>>[2]) =>
    editRecord('recommendations', recommendation, field);
  return (
    <article className="review-recommendation" aria-label={`Recommendation ${number}`}>
      <div className="review-record-head">
        <h3>Recommendation {number}</h3>
        <RowTools table="recommendations" id={id} what={`recommendation ${number}`} />
      </div>
      <EditableLongText
        layout="bare"
        label={`Text of recommendation ${number}`}
        value={recommendation.text}
        onSave={edit('text')}
        draftKey={`recommendations/${id}/text`}
      />
      <DefinitionList compact>
        <EditableText
          label="Number"
          value={number}
          onSave={edit('number')}
          whenRefusedEmpty="A recommendation needs a number."
        />
        <EditableSelect label="Scope" options={scopes} value={recommendation.scope} onSave={edit('scope')} />
        <FlagField label="When received" value={recommendation.alreadyInPlace} onSave={edit('alreadyInPlace')}>
          Already in place
        </FlagField>
        {recommendation.alreadyInPlace === 1 && (
          <EditableText
            label="What was in place"
            value={recommendation.alreadyInPlaceNote}
            onSave={edit('alreadyInPlaceNote')}
          />
        )}
        <RecommendationThemes recommendation={recommendation} />
        <Definition label="Agencies’ answers">
          <AgencyAnswers recommendation={recommendation} responses={recommendation.responses} />
        </Definition>
      </DefinitionList>
      <DefinitionList>
        <Definition label="Words for the public">
          <ReleasedWords subject={{ of: { recommendationId: id }, what: `recommendation ${number}` }} />
        </Definition>
      </DefinitionList>
      {actions.length > 0 && <ActionTable caption={`Actions for recommendation ${number}`} actions={actions} />}
      <AddInline label="Add an action">
        {(close) => (
          <NewAction
            reviewId={reviewId}
            recommendationId={id}
            number={nextActionNumber(
              `${number}.`,
              actions.map((action) => action.number),
            )}
            onClose={close}
          />
        )}
      </AddInline>
    </article>
  );
}
