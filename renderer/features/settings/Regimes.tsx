import { useState } from 'react';
import { addRecord, dateOf, editDate, editFlag, editRecord } from '../../app/use-record-edit.ts';
import { DateEntry, EditableDate, EditableText, noDate, Section, SimpleTable, TextField } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { EditableConfirmed } from './ConfirmedMark.tsx';
import { nameToOwnCode } from './own-code.ts';
import { RemoveButton } from './RemoveButton.tsx';
import type { ReviewTypeRow } from './ReviewTypeDetail.tsx';

const needsName = 'An edition needs a name.';

export function Regimes({ type }: { readonly type: ReviewTypeRow }) {
  return (
    <Section
      heading="Editions of the guidance"
      count={type.regimes.length}
      note="A review runs under the edition in force on the day it was notified. A clock can belong to one edition alone."
    >
      <SimpleTable
        caption={`Editions of the guidance for ${type.name}`}
        hideCaption
        rows={type.regimes}
        rowKey={({ id }) => id}
        whenEmpty="No editions recorded."
        columns={[
          {
            key: 'name',
            heading: 'Edition',
            width: '28%',
            isRowHeading: true,
            render: (regime) => (
              <EditableText
                layout="bare"
                label="Edition"
                value={regime.name}
                onSave={editRecord('regimes', regime, 'name')}
                whenRefusedEmpty={needsName}
              />
            ),
          },
          {
            key: 'from',
            heading: 'From',
            width: '16%',
            render: (regime) => (
              <EditableDate
                layout="bare"
                label={`${regime.name}: from`}
                value={dateOf('regimes', regime, 'fromDate')}
                onSave={editDate('regimes', regime, 'fromDate')}
              />
            ),
          },
          {
            key: 'until',
            heading: 'Until, not including',
            width: '16%',
            render: (regime) => (
              <EditableDate
                layout="bare"
                label={`${regime.name}: until`}
                value={dateOf('regimes', regime, 'untilDate')}
                onSave={editDate('regimes', regime, 'untilDate')}
                whenEmpty="No end"
              />
            ),
          },
          {
            key: 'source',
            heading: 'Source',
            render: (regime) => (
              <>
                <EditableText
                  layout="bare"
                  label={`Source of ${regime.name}`}
                  value={regime.source}
                  onSave={editRecord('regimes', regime, 'source')}
                />
                <EditableConfirmed
                  layout="bare"
                  label={`${regime.name}: checked against the source`}
                  confirmed={regime.confirmed}
                  onSave={editFlag('regimes', regime, 'confirmed')}
                />
              </>
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '6rem',
            align: 'end',
            render: (regime) => <RemoveButton table="regimes" id={regime.id} name={`the edition ${regime.name}`} />,
          },
        ]}
      />
      <AddRegime type={type} />
    </Section>
  );
}

function AddRegime({ type }: { readonly type: ReviewTypeRow }) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState(noDate);
  const problem = (): string | null => {
    if (name.trim() === '') return needsName;
    return from.text === null ? null : 'Give an exact day, month or year. Words cannot be kept here.';
  };
  return (
    <AddLine
      addLabel="Add the edition"
      problem={problem}
      onAdd={() =>
        addRecord('regimes', {
          reviewTypeId: type.id,
          code: nameToOwnCode(
            name,
            type.regimes.map(({ code }) => code),
          ),
          name,
          fromDate: from.date,
          position: type.regimes.length,
        })
      }
      onAdded={() => {
        setName('');
        setFrom(noDate);
      }}
    >
      <TextField label="New edition" value={name} onChange={setName} />
      <DateEntry label="In force from" optional value={from} onChange={setFrom} />
    </AddLine>
  );
}
