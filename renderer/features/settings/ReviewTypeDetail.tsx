import type { BoardData } from '../../../db/contract/board.ts';
import { NATION_LABELS, NATIONS } from '../../../db/domain/codes.ts';
import { hrefTo } from '../../app/links.ts';
import { dateOf, editDate, editFlag, editLink, editRecord, flagKey, noneKey } from '../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableSelect,
  EditableText,
  Section,
} from '../../ui/index.ts';
import { ClockRules } from './ClockRules.tsx';
import { EditableConfirmed } from './ConfirmedMark.tsx';
import { Regimes } from './Regimes.tsx';
import { Stages } from './Stages.tsx';

export type ReviewTypeRow = BoardData['reviewTypes'][number];

const duties = [
  { key: 'yes', label: 'Statutory' },
  { key: 'no', label: 'Local' },
];

const nations = [
  { key: noneKey, label: 'Any nation' },
  ...NATIONS.map((nation) => ({ key: nation as string, label: NATION_LABELS[nation] })),
];

export function ReviewTypeDetail({ type }: { readonly type: ReviewTypeRow }) {
  const text = (
    label: string,
    field: 'name' | 'shortName' | 'singular' | 'plural' | 'commissioningBody' | 'decidedBy',
  ) => (
    <EditableText
      label={label}
      value={type[field]}
      onSave={editRecord('reviewTypes', type, field)}
      {...(field === 'commissioningBody' || field === 'decidedBy' ? {} : { whenRefusedEmpty: 'This is needed.' })}
    />
  );
  return (
    <>
      <p className="settings-back">
        <a href={hrefTo('/settings/review-types')}>All types of review</a>
      </p>
      <Section heading={type.name}>
        <DefinitionList>
          {text('Name', 'name')}
          {text('Short name', 'shortName')}
          {text('One of them, in a sentence', 'singular')}
          {text('Several of them, in a sentence', 'plural')}
          <EditableSelect
            label="Duty"
            options={duties}
            value={flagKey(type.statutory)}
            onSave={editFlag('reviewTypes', type, 'statutory')}
          />
          <EditableSelect
            label="Nation"
            options={nations}
            value={type.nation ?? noneKey}
            onSave={editLink('reviewTypes', type, 'nation')}
          />
          {text('Commissioned by', 'commissioningBody')}
          {text('Decided by', 'decidedBy')}
          <EditableDate
            label="In force from"
            value={dateOf('reviewTypes', type, 'inForceFrom')}
            onSave={editDate('reviewTypes', type, 'inForceFrom')}
          />
          <EditableDate
            label="In force until"
            value={dateOf('reviewTypes', type, 'inForceUntil')}
            onSave={editDate('reviewTypes', type, 'inForceUntil')}
            whenEmpty="Still in force"
          />
          <EditableLongText
            label="Trigger"
            value={type.trigger}
            onSave={editRecord('reviewTypes', type, 'trigger')}
            draftKey={`reviewTypes/${type.id}/trigger`}
          />
          <EditableLongText
            label="Source"
            value={type.source}
            onSave={editRecord('reviewTypes', type, 'source')}
            draftKey={`reviewTypes/${type.id}/source`}
          />
          <EditableConfirmed confirmed={type.confirmed} onSave={editFlag('reviewTypes', type, 'confirmed')} />
        </DefinitionList>
      </Section>
      <Stages type={type} />
      <Regimes type={type} />
      <ClockRules type={type} />
    </>
  );
}
