import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { MEETING_STATE_LABELS, MEETING_STATES } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, dateOf, editDate, editFlag, editRecord, flagKey } from '../../app/use-record-edit.ts';
import { DateEntry, EditableDate, EditableSelect, noDate, Section, Select, SimpleTable } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type Meeting = BoardData['meetings'][number];

const states = MEETING_STATES.map((state) => ({ key: state, label: MEETING_STATE_LABELS[state] }));
const certainty = [
  { key: 'no', label: 'Fixed' },
  { key: 'yes', label: 'Provisional' },
];

export function MeetingsList() {
  const { meetings } = useBoard();
  return (
    <Section
      heading="Meetings"
      count={meetings.length}
      note="An action can be due at a meeting: when the meeting moves, so does the target."
    >
      <SimpleTable
        caption="Meetings"
        hideCaption
        rows={meetings}
        rowKey={({ id }) => id}
        whenEmpty="No meetings yet. Add the first below."
        columns={[
          { key: 'body', heading: 'Body', width: '26%', isRowHeading: true, render: ({ bodyName }) => bodyName },
          {
            key: 'date',
            heading: 'Date',
            width: '16%',
            render: (meeting) => (
              <EditableDate
                layout="bare"
                label={`Date of the meeting of ${nameOf(meeting)}`}
                value={dateOf('meetings', meeting, 'date', 'dateText')}
                onSave={editDate('meetings', meeting, 'date', 'dateText')}
              />
            ),
          },
          {
            key: 'provisional',
            heading: 'Certainty',
            width: '18%',
            render: (meeting) => (
              <EditableSelect
                layout="bare"
                label={`Certainty of the date of ${nameOf(meeting)}`}
                options={certainty}
                value={flagKey(meeting.provisional)}
                onSave={editFlag('meetings', meeting, 'provisional')}
              />
            ),
          },
          {
            key: 'papers',
            heading: 'Papers due',
            width: '16%',
            render: (meeting) => (
              <EditableDate
                layout="bare"
                label={`Papers due for ${nameOf(meeting)}`}
                value={dateOf('meetings', meeting, 'paperDeadline')}
                onSave={editDate('meetings', meeting, 'paperDeadline')}
              />
            ),
          },
          {
            key: 'state',
            heading: 'State',
            width: '16%',
            render: (meeting) => (
              <EditableSelect
                layout="bare"
                label={`State of ${nameOf(meeting)}`}
                options={states}
                value={meeting.state}
                onSave={editRecord('meetings', meeting, 'state')}
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '5rem',
            align: 'end',
            render: (meeting) => (
              <RemoveButton table="meetings" id={meeting.id} name={`the meeting of ${nameOf(meeting)}`} />
            ),
          },
        ]}
      />
      <AddMeeting />
    </Section>
  );
}

const nameOf = ({ bodyName, date, dateText }: Meeting): string =>
  [bodyName, formatDate(date, dateText)].filter(Boolean).join(', ');

function AddMeeting() {
  const { bodies } = useBoard();
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [date, setDate] = useState(noDate);
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <AddLine
      addLabel="Add the meeting"
      problem={() => (bodyId === null ? 'Choose the body that meets.' : refused)}
      onAdd={() => addRecord('meetings', { bodyId: bodyId ?? '', date: date.date, dateText: date.text })}
      onAdded={() => setDate(noDate)}
    >
      <Select
        label="New meeting of"
        options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
        value={bodyId}
        onChange={setBodyId}
      />
      <DateEntry label="Date" optional value={date} onChange={setDate} onProblem={setRefused} />
    </AddLine>
  );
}
