import { OWNER_KIND_LABELS, OWNER_KINDS } from '../../../../db/domain/codes.ts';
import { reviewHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import {
  Definition,
  DefinitionList,
  EditableComboBox,
  EditableLongText,
  EditableSelect,
  EditableText,
} from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { editAction } from './edit-action.ts';
import { JointLeads } from './JointLeads.tsx';

const ownerKinds = OWNER_KINDS.map((kind) => ({ key: kind, label: OWNER_KIND_LABELS[kind] }));

export function WhatAndWhoPart({ detail }: PartProps) {
  const { action, recommendation, review } = detail;
  const { agencies } = useBoard();
  const agencyOptions = agencies.map(({ id, name }) => ({ key: id, label: name }));
  const isReadOnly = action.removed !== null;
  const named = action.ownerKind === 'post' || action.ownerKind === 'group';
  return (
    <div className="action-what">
      <EditableLongText
        label="Action"
        layout="bare"
        value={action.text}
        onSave={editAction(action, 'text')}
        draftKey={`action/${action.id}/text`}
        isReadOnly={isReadOnly}
      />
      <DefinitionList>
        {recommendation !== null && (
          <Definition label="Answers">
            {review === null ? (
              `Recommendation ${recommendation.number}`
            ) : (
              <a href={reviewHref(review.id, 'plan')}>Recommendation {recommendation.number}</a>
            )}
            <p className="action-recommendation">{recommendation.text}</p>
          </Definition>
        )}
        <EditableText
          label="Number"
          value={action.number}
          onSave={editAction(action, 'number')}
          whenRefusedEmpty="An action needs a number."
          isReadOnly={isReadOnly}
        />
        <EditableComboBox
          label="Lead agency"
          options={agencyOptions}
          value={action.leadAgencyId}
          onSave={editAction(action, 'leadAgencyId')}
          whenEmpty="Nobody leads yet"
          isReadOnly={isReadOnly}
        />
        <Definition label="Joint leads">
          <JointLeads detail={detail} />
        </Definition>
        <EditableText
          label="Lead post"
          value={action.leadPost}
          onSave={editAction(action, 'leadPost')}
          placeholder="A post, not a person"
          isReadOnly={isReadOnly}
        />
        <EditableSelect
          label="Owner"
          options={ownerKinds}
          value={action.ownerKind}
          onSave={editAction(action, 'ownerKind')}
          isReadOnly={isReadOnly}
        />
        {(named || action.owner !== '') && (
          <EditableText
            label={action.ownerKind === 'group' ? 'Which group' : 'Which post'}
            value={action.owner}
            onSave={editAction(action, 'owner')}
            placeholder="A post or group, not a person"
            isReadOnly={isReadOnly}
          />
        )}
      </DefinitionList>
    </div>
  );
}
