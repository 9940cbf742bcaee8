import { useState } from 'react';
import { STAGE_KIND_LABELS, STAGE_KINDS, type StageKind } from '../../../db/domain/codes.ts';
import { addRecord, editRecord } from '../../app/use-record-edit.ts';
import {
  EditableNumber,
  EditableSelect,
  EditableText,
  Section,
  Select,
  SimpleTable,
  TextField,
} from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { nameToOwnCode } from './own-code.ts';
import { RemoveButton } from './RemoveButton.tsx';
import type { ReviewTypeRow } from './ReviewTypeDetail.tsx';

const kinds = STAGE_KINDS.map((kind) => ({ key: kind, label: STAGE_KIND_LABELS[kind] }));
const needsName = 'A stage needs a name.';

export function Stages({ type }: { readonly type: ReviewTypeRow }) {
  return (
    <Section
      heading="Stages"
      count={type.stages.length}
      note="A stage’s kind says what it counts as, across all types. “Complete” is not “published”, and neither is “closed”."
    >
      <SimpleTable
        caption={`Stages of ${type.name}`}
        hideCaption
        rows={type.stages}
        rowKey={({ id }) => id}
        whenEmpty="No stages: a review of this type cannot be recorded. Add the first below."
        columns={[
          {
            key: 'position',
            heading: 'Order',
            width: '5rem',
            render: (stage) => (
              <EditableNumber
                layout="bare"
                label={`Order of ${stage.name}`}
                value={stage.position}
                onSave={editRecord('stages', stage, 'position')}
                min={0}
                max={99}
              />
            ),
          },
          {
            key: 'name',
            heading: 'Stage',
            isRowHeading: true,
            render: (stage) => (
              <EditableText
                layout="bare"
                label="Stage"
                value={stage.name}
                onSave={editRecord('stages', stage, 'name')}
                whenRefusedEmpty={needsName}
              />
            ),
          },
          {
            key: 'kind',
            heading: 'Counts as',
            width: '30%',
            render: (stage) => (
              <EditableSelect
                layout="bare"
                label={`${stage.name} counts as`}
                options={kinds}
                value={stage.kind}
                onSave={editRecord('stages', stage, 'kind')}
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '6rem',
            align: 'end',
            render: (stage) => <RemoveButton table="stages" id={stage.id} name={`the stage ${stage.name}`} />,
          },
        ]}
      />
      <AddStage type={type} />
    </Section>
  );
}

function AddStage({ type }: { readonly type: ReviewTypeRow }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<StageKind>('in-progress');
  return (
    <AddLine
      addLabel="Add the stage"
      problem={() => (name.trim() === '' ? needsName : null)}
      onAdd={() =>
        addRecord('stages', {
          reviewTypeId: type.id,
          code: nameToOwnCode(
            name,
            type.stages.map(({ code }) => code),
          ),
          name,
          kind,
          position: (type.stages.at(-1)?.position ?? -1) + 1,
        })
      }
      onAdded={() => setName('')}
    >
      <TextField label="New stage" value={name} onChange={setName} />
      <Select label="Counts as" options={kinds} value={kind} onChange={(chosen) => setKind(chosen as StageKind)} />
    </AddLine>
  );
}
