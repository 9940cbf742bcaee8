import { useState } from 'react';
import { useBoard } from '../../app/use-board.ts';
import { addRecord } from '../../app/use-record-edit.ts';
import { DateEntry, noDate, Select } from '../../ui/index.ts';
import { AddLine } from '../settings/AddLine.tsx';
import '../settings/settings.css';

/** One date by hand: provisional words (“spring 2027”) are as welcome as a day. */
export function AddMeeting({ bodyId: given }: { readonly bodyId: string | null }) {
  const { bodies } = useBoard();
  const [bodyId, setBodyId] = useState(given);
  const [date, setDate] = useState(noDate);
  const [refused, setRefused] = useState<string | null>(null);
  const problem = (): string | null => {
    if (bodyId === null) return 'Choose the body that meets.';
    return date.date === null && date.text === null ? 'Give the date, or words for it.' : refused;
  };
  return (
    <AddLine
      addLabel="Add the meeting"
      problem={problem}
      onAdd={() => addRecord('meetings', { bodyId: bodyId ?? '', date: date.date, dateText: date.text })}
      onAdded={() => setDate(noDate)}
    >
      <Select
        label="New meeting of"
        options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
        value={bodyId}
        onChange={setBodyId}
      />
      <DateEntry label="Date" value={date} onChange={setDate} onProblem={setRefused} />
    </AddLine>
  );
}
