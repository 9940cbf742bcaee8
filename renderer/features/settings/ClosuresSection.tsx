import { useState } from 'react';
import { formatDate, isCivilDate } from '../../../db/domain/partial-date.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, dateOf, editDate, editRecord } from '../../app/use-record-edit.ts';
import { DateEntry, EditableDate, EditableText, noDate, Section, SimpleTable, TextField } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { RemoveButton } from './RemoveButton.tsx';

export function ClosuresSection() {
  const { closures, holidayTable } = useBoard();
  return (
    <Section
      heading="Days that are not working days"
      count={closures.length}
      note={`Besides weekends and the bank holidays of the table in use (${holidayTable}): a holiday proclaimed at short notice, or the board’s own closures. Due dates counted in working days move with them.`}
    >
      <SimpleTable
        caption="Closures"
        hideCaption
        rows={closures}
        rowKey={({ id }) => id}
        whenEmpty="No closures of the board’s own."
        columns={[
          {
            key: 'date',
            heading: 'Day',
            width: '30%',
            isRowHeading: true,
            render: (closure) => (
              <EditableDate
                layout="bare"
                label="Day"
                value={dateOf('closures', closure, 'date')}
                onSave={editDate('closures', closure, 'date')}
              />
            ),
          },
          {
            key: 'name',
            heading: 'Why',
            render: (closure) => (
              <EditableText
                layout="bare"
                label={`Why ${formatDate(closure.date)} is closed`}
                value={closure.name}
                onSave={editRecord('closures', closure, 'name')}
                whenRefusedEmpty="Say why, for whoever asks how a due date was counted."
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '6rem',
            align: 'end',
            render: (closure) => (
              <RemoveButton table="closures" id={closure.id} name={`the closure on ${formatDate(closure.date)}`} />
            ),
          },
        ]}
      />
      <AddClosure />
    </Section>
  );
}

function AddClosure() {
  const [date, setDate] = useState(noDate);
  const [name, setName] = useState('');
  const problem = (): string | null => {
    if (date.date === null || date.text !== null || !isCivilDate(date.date))
      return 'Give the exact day, for example 8 May 2020.';
    return name.trim() === '' ? 'Say why the day is closed.' : null;
  };
  return (
    <AddLine
      addLabel="Add the day"
      problem={problem}
      onAdd={() => addRecord('closures', { date: date.date ?? '', name })}
      onAdded={() => {
        setDate(noDate);
        setName('');
      }}
    >
      <DateEntry label="New day" value={date} onChange={setDate} />
      <TextField label="Why" value={name} onChange={setName} />
    </AddLine>
  );
}
