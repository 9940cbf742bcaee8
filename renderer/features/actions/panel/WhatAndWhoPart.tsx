import { OWNER_KIND_LABELS, OWNER_KINDS } from '../../../../db/domain/codes.ts';
import { answeredHref, reviewHref } from '../../../app/links.ts';
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
import { FlagBox } from './FlagBox.tsx';
import { JointLeads } from './JointLeads.tsx';

const ownerKinds = OWNER_KINDS.map((kind) => ({ key: kind, label: OWNER_KIND_LABELS[kind] }));

export function WhatAndWhoPart({ detail }: PartProps) {
  const { action, recommendation, review, externalReport } = detail;
  const { agencies } = useBoard();
  const agencyOptions = agencies.map(({ id, name }) => ({ key: id, label: name }));
  const isReadOnly = action.removed !== null;
  const named = action.ownerKind === 'post' || action.ownerKind === 'group';
  const planHref =
    externalReport !== null
      ? answeredHref(externalReport.id)
      : review === null
        ? undefined
        : reviewHref(review.id, 'plan');
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
            <RecommendationLink number={recommendation.number} href={planHref} />
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
        <Definition label="Agencies">
          <FlagBox value={action.multiAgency} onSave={editAction(action, 'multiAgency')} isReadOnly={isReadOnly}>
            Multi-agency
          </FlagBox>
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

function RecommendationLink({ number, href }: { readonly number: string; readonly href: string | undefined }) {
  const words = `Recommendation ${number}`;
  return href === undefined ? words : <a href={href}>{words}</a>;
}
